package org.chengxin.workflow.boundary;

/**
 * An event: a supervisor gave a task to somebody, in the transaction in which that is so.
 *
 * @param taskId the task
 * @param to account of who has it now
 * @param by name of who gave it
 * @param reason why
 */
public record TaskGiven(String taskId, String to, String by, String reason) {}

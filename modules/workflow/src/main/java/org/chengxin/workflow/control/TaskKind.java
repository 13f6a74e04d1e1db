package org.chengxin.workflow.control;

/**
 * What a model says about a user task.
 *
 * @param ownerRole the role whose people own it, in the organisation that its record or lot belongs to
 * @param dueRule id of a rule of the legal clock; null for no deadline
 * @param form id of its form
 */
public record TaskKind(String ownerRole, String dueRule, String form) {}

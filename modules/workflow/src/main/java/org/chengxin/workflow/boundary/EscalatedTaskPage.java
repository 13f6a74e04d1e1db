package org.chengxin.workflow.boundary;

import java.util.List;

/**
 * A page of what is late, the longest late first.
 *
 * @param next where to go on; null at the end
 */
public record EscalatedTaskPage(List<EscalatedTask> tasks, String next) {}

package org.chengxin.workflow.boundary;

import java.util.List;

/**
 * A page of an inbox.
 *
 * @param next where to go on; null at the end
 */
public record TaskPage(List<TaskView> tasks, String next) {}

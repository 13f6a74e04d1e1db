package org.chengxin.workflow.boundary;

import java.util.List;

/**
 * A page of tasks that people have.
 *
 * @param next where the next page begins; null at the end
 */
public record HeldTaskPage(List<HeldTask> tasks, String next) {}

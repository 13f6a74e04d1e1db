package org.chengxin.workflow.boundary;

import java.util.List;

/**
 * A page of failed steps, the longest standing first.
 *
 * @param next where the next page begins; null at the end
 */
public record FailedStepPage(List<FailedStep> steps, String next) {}

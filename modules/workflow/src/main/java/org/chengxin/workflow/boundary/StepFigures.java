package org.chengxin.workflow.boundary;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * How one element of a process is doing.
 *
 * @param element id of the element
 * @param waiting how many stand there now
 * @param overdue how many of these are past their deadline; 0 where the element has none
 * @param failed how many of these stand still because a step failed as often as it may
 * @param oldest since when the first of these stands there; null for none
 * @param through how many went through in the time that was asked for
 * @param median the middle one of the times they took; null when none went through
 * @param nineTenths nine in ten took no longer; null when none went through
 */
public record StepFigures(
        String element,
        long waiting,
        long overdue,
        long failed,
        OffsetDateTime oldest,
        long through,
        Duration median,
        Duration nineTenths) {}

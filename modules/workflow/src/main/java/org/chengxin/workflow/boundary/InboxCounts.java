package org.chengxin.workflow.boundary;

/**
 * How many open tasks the caller has, with those of who the caller stands in for, how many the caller's groups have, and
 * how many of these are overdue.
 *
 * @param doneToday what the caller decided on the application's day
 */
public record InboxCounts(int mine, int group, int overdue, int doneToday) {}

package org.chengxin.workflow.boundary;

/** How many open tasks the caller has, the caller's groups have, and are overdue among them. */
public record InboxCounts(int mine, int group, int overdue) {}

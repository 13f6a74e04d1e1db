package org.chengxin.workflow.boundary;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A task that somebody of the organisation has, as the supervisor sees it.
 *
 * @param group the role that owns it
 * @param assigneeName who has it
 * @param claimedAt since when
 * @param dueOn last day in time; null for no deadline
 * @param provisional whether the deadline counts a year whose calendar is not there
 */
public record HeldTask(
        String id,
        String process,
        String step,
        String businessKey,
        String title,
        String group,
        String assignee,
        String assigneeName,
        OffsetDateTime claimedAt,
        LocalDate dueOn,
        String dueRule,
        boolean provisional) {}

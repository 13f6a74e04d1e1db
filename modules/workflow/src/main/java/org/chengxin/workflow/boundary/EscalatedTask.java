package org.chengxin.workflow.boundary;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A task that was not decided in time, as the supervisor of its owners sees it.
 *
 * @param group the role that owns it
 * @param assigneeName who has it; null for nobody
 * @param claimedAt since when
 * @param provisional whether the deadline counts a year whose calendar is not there
 * @param escalatedAt when it was reported
 */
public record EscalatedTask(
        String id,
        String process,
        String step,
        String businessKey,
        String title,
        String group,
        String assigneeName,
        OffsetDateTime claimedAt,
        OffsetDateTime createdAt,
        LocalDate dueOn,
        String dueRule,
        boolean provisional,
        OffsetDateTime escalatedAt) {}

package org.chengxin.workflow.boundary;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A task as the inbox shows it.
 *
 * @param dueOn last day in time, Asia/Shanghai; null for no deadline
 * @param dueRule citation of the rule behind the deadline
 * @param provisional whether that date counts a year whose calendar is not published
 * @param mine whether the caller has it
 * @param fields what was decided, once it is
 */
public record TaskView(
        String id,
        String process,
        String step,
        String form,
        String businessKey,
        String title,
        Long organisationId,
        String organisation,
        String group,
        String assignee,
        String assigneeName,
        OffsetDateTime claimedAt,
        OffsetDateTime createdAt,
        LocalDate dueOn,
        String dueRule,
        boolean provisional,
        boolean overdue,
        OffsetDateTime remindedAt,
        String state,
        String outcome,
        String reason,
        Map<String, String> fields,
        String decidedBy,
        String decidedName,
        OffsetDateTime decidedAt,
        boolean mine) {}

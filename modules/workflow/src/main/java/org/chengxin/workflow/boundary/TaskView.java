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
 * @param remindedAt when its owners were told that the deadline is near; null if they were not
 * @param escalatedAt when the supervisor was told that it is past; null if it was not
 * @param mine whether the caller has it
 * @param entrusted whether the caller stands in, today, for who has it
 * @param fields what was decided, once it is
 * @param takesEffectAt until when what was decided can be undone; null once it has taken effect
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
        OffsetDateTime escalatedAt,
        String state,
        String outcome,
        String reason,
        Map<String, String> fields,
        String decidedBy,
        String decidedName,
        OffsetDateTime decidedAt,
        OffsetDateTime takesEffectAt,
        boolean mine,
        boolean entrusted) {}

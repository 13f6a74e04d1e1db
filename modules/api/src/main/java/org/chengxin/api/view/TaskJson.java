package org.chengxin.api.view;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.chengxin.forms.FormSchema;
import org.chengxin.workflow.boundary.TaskView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A task of an inbox.
 *
 * @param group role whose holders in the organisation own it
 * @param dueAt last second in time, Asia/Shanghai; absent without a deadline
 * @param provisional whether that date counts a year whose calendar is not published
 * @param form the fields to decide with; absent in lists
 */
@Schema(
        name = "Task",
        description = "待办任务 / a task of an inbox",
        requiredProperties = {
            "id",
            "process",
            "step",
            "businessKey",
            "title",
            "organisation",
            "group",
            "createdAt",
            "provisional",
            "overdue",
            "mine",
            "state",
            "fields"
        })
public record TaskJson(
        String id,

        @Schema(description = "流程标识 / id of the process", examples = "Submission")
        String process,

        String step,

        @Schema(description = "批次号或记录号 / number of the lot or the record")
        String businessKey,

        String title,
        String organisation,

        @Schema(description = "所属角色 / role that owns it", examples = "REVIEWER")
        String group,

        String assignee,
        String assigneeName,
        OffsetDateTime claimedAt,
        OffsetDateTime createdAt,

        @Schema(description = "期限的最后一刻 / last second in time")
        OffsetDateTime dueAt,

        @Schema(description = "期限依据 / citation of the rule behind the deadline")
        String dueRule,

        @Schema(description = "期限是否暂定 / whether the deadline is provisional")
        boolean provisional,

        boolean overdue,
        boolean mine,
        @Schema(enumeration = {"OPEN", "DONE", "CANCELLED"}) String state,
        String outcome,
        String reason,
        Map<String, String> fields,
        String decidedBy,
        String decidedName,
        OffsetDateTime decidedAt,
        List<FormFieldJson> form) {

    /** A task of a list. */
    public static TaskJson of(TaskView view) {
        return of(view, (List<FormFieldJson>) null);
    }

    /** A task with the form to decide it. */
    public static TaskJson of(TaskView view, FormSchema form) {
        return of(view, form.fields().stream().map(FormFieldJson::of).toList());
    }

    private static TaskJson of(TaskView view, List<FormFieldJson> form) {
        return new TaskJson(
                view.id(),
                view.process(),
                view.step(),
                view.businessKey(),
                view.title(),
                view.organisation(),
                view.group(),
                view.assignee(),
                view.assigneeName(),
                Moments.civil(view.claimedAt()),
                Moments.civil(view.createdAt()),
                Moments.endOf(view.dueOn()),
                view.dueRule(),
                view.provisional(),
                view.overdue(),
                view.mine(),
                view.state(),
                view.outcome(),
                view.reason(),
                view.fields(),
                view.decidedBy(),
                view.decidedName(),
                Moments.civil(view.decidedAt()),
                form);
    }
}

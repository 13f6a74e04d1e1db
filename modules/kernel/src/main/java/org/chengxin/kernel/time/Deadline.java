package org.chengxin.kernel.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * When something is due, and why then.
 *
 * @param dueOn       the last day on which it is in time, civil date in Asia/Shanghai
 * @param rule        the rule it comes from
 * @param provisional true if the count passed through a year whose calendar is not published; to be counted again then
 * @param startedOn   the day of the event; counting started the day after
 */
public record Deadline(LocalDate dueOn, LegalRule rule, boolean provisional, LocalDate startedOn) {

    public Deadline {
        Objects.requireNonNull(dueOn, "dueOn");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(startedOn, "startedOn");
    }

    /** True if the given day is past the deadline; the day itself is still in time. */
    public boolean isOverdueOn(LocalDate day) {
        return day.isAfter(dueOn);
    }

    /** The key in the bundle {@code org.chengxin.kernel.Messages} of the sentence that says why it is that date. */
    public String explanationKey() {
        return "Deadline." + rule.unit().name() + (provisional ? ".provisional" : "");
    }

    /** What fills that sentence: {0} day of the event, {1} number of units, {2} citation, {3} due date. All as text. */
    public List<String> explanationArguments() {
        return List.of(startedOn.toString(), String.valueOf(rule.amount()), rule.citation(), dueOn.toString());
    }
}

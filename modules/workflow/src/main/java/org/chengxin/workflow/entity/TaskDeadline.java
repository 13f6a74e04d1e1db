package org.chengxin.workflow.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.chengxin.kernel.time.Deadline;

/** When a task is due, by which rule, and who was told of it. Tasks that have none have one without a date. */
@Embeddable
public class TaskDeadline {

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "due_rule")
    private String rule;

    @Column(name = "due_term")
    private String term;

    @Column(name = "due_from")
    private LocalDate countedFrom;

    private boolean provisional;

    @Column(name = "reminded_at")
    private OffsetDateTime remindedAt;

    @Column(name = "escalated_at")
    private OffsetDateTime escalatedAt;

    /** None. */
    protected TaskDeadline() {}

    /** As the legal clock counted it. */
    TaskDeadline(Deadline deadline) {
        dueOn = deadline.dueOn();
        rule = deadline.rule().citation();
        term = deadline.rule().id();
        countedFrom = deadline.startedOn();
        provisional = deadline.provisional();
    }

    /** The last day in time; null for no deadline. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** The citation of the rule behind it. */
    public String rule() {
        return rule;
    }

    /** Whether it counts a year whose calendar is not published. */
    public boolean provisional() {
        return provisional;
    }

    /** When the owners were told that it is near; null if they were not. */
    public OffsetDateTime remindedAt() {
        return remindedAt;
    }

    /** When the supervisor was told that it is past; null if it was not. */
    public OffsetDateTime escalatedAt() {
        return escalatedAt;
    }

    /** Whether it is past on a day. */
    public boolean pastOn(LocalDate day) {
        return dueOn != null && day.isAfter(dueOn);
    }
}

package org.chengxin.notification.boundary;

/** What people are told of; the text of each is in the bundle {@code org.chengxin.notification.Messages}. */
public enum NoticeKind {
    /** The deadline of a task is near. */
    TASK_DUE_SOON,
    /** The deadline of a task has passed: to who has it. */
    TASK_OVERDUE,
    /** The same, to the supervisor. */
    TASK_ESCALATED,
    /** A task was put into somebody's hands. */
    TASK_GIVEN,
    /** What somebody decided did not take effect, and the task is open again. */
    DECISION_LAPSED,
    /** Somebody is to stand in for another. */
    STAND_IN,
    /** The reviewer approved a lot. */
    LOT_APPROVED,
    /** The reviewer sent a lot back as a whole. */
    LOT_RETURNED,
    /** Who sent a lot took it back while somebody was reviewing it. */
    LOT_TAKEN_BACK,
    /** A lot could not be read. */
    LOT_REFUSED,
    /** Rows of a lot were sent back while the others go on. */
    ROWS_RETURNED,
    /** After the check rows wait for the supplier. */
    ROWS_WAITING,
    /** Disclosure periods of the supplier's records are over. */
    PERIOD_ENDED;

    /** The key of its text. */
    public String messageKey() {
        return "NoticeKind." + name();
    }
}

package org.chengxin.workflow.boundary;

/** In which ways something in motion can stand still. What has only one right answer is repaired, the rest reported. */
public enum StuckKind {
    /** The engine waits for a person, and no inbox shows it: the row is written again. */
    TASK_WITHOUT_ROW(true),
    /**
     * An inbox shows a task that the engine does not have, or a decision stands on such a one and can never take effect:
     * the row is closed, and who decided is told.
     */
    ROW_WITHOUT_TASK(true),
    /** The deadline has passed and nobody was told: the supervisor is told. */
    NOT_REPORTED(true),
    /** Who has claimed a task can no longer decide it, the account being closed or of another group: it is back in the pool. */
    HOLDER_GONE(true),
    /** A process that waits for nobody and nothing: the step where it stands is begun again. */
    NOTHING_AWAITED(true),
    /** The daily start of period ends is gone: it is made again. */
    TIMER_LOST(true),
    /** A decision was noted, its time for being undone is long over, and the engine still waits for it. */
    DECIDED_AND_OPEN(false),
    /** Open tasks of a group in which nobody is. */
    GROUP_EMPTY(false),
    /** Overdue tasks of an organisation without a supervisor. */
    NO_SUPERVISOR(false),
    /** A lot that is not through, and that no process carries. */
    LOT_WITHOUT_PROCESS(false),
    /** A record before publication that no process carries. */
    RECORD_WITHOUT_PROCESS(false),
    /** A lot that is older than the house rule allows, and still before or after its review. */
    LOT_TOO_OLD(false),
    /** A step that failed as often as it may. */
    STEP_FAILED(false);

    private final boolean repaired;

    StuckKind(boolean repaired) {
        this.repaired = repaired;
    }

    /** Whether the check itself puts it right. */
    public boolean isRepaired() {
        return repaired;
    }
}

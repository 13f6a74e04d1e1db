package org.chengxin.workflow.delegate;

/** Every process variable, with its type: ids and primitives only, so that no instance breaks when a class moves. */
public final class Variables {

    /** String: number of the lot that a Submission instance carries. */
    public static final String LOT_NO = "lotNo";
    /** Boolean: rows are left to check. */
    public static final String ROWS_LEFT = "rowsLeft";
    /** Boolean: some row was accepted. */
    public static final String ACCEPTED = "accepted";
    /** Boolean: an approval given before covers the rows of this round. */
    public static final String REVIEWED = "reviewed";
    /** Boolean: rows were settled while the lot was on its way. */
    public static final String ROWS_SETTLED = "rowsSettled";
    /** String or null: up to where waiting rows were matched again. */
    public static final String REMATCH_AFTER = "rematchAfter";
    /** Boolean: rows are left to match again. */
    public static final String REMATCH_LEFT = "rematchLeft";
    /** String, ISO date and time: when a review by the first model is overdue. */
    public static final String REVIEW_DUE_AT = "reviewDueAt";
    /** Integer: into how many parts the accepted rows go when they become records. */
    public static final String PARTS = "parts";
    /** Integer, the engine's own, within a part: its number, from 0. */
    public static final String PART = "loopCounter";
    /** Boolean, within a part: accepted rows of it are left to become records. */
    public static final String RECORDS_LEFT = "recordsLeft";
    /** String: number of the record that a CreditRecord instance carries. */
    public static final String RECORD_NO = "recordNo";
    /** String or null: section of the record. */
    public static final String SECTION = "section";
    /** Boolean: its disclosure period is running. */
    public static final String PERIOD_RUNNING = "periodRunning";
    /** String: its disclosure scope. */
    public static final String SCOPE = "scope";
    /** String: outcome of the user task decided last. */
    public static final String OUTCOME = "outcome";
    /** String: id of that task, under which the worklist keeps the decision. */
    public static final String DECISION_TASK = "decisionTask";
    /** String, ISO date: the day on which a PeriodEnd run began; it ends what was last visible before. */
    public static final String CLOSING_DAY = "closingDay";
    /** String, ISO date, or null: the earliest last visible day that the run found due. */
    public static final String DUE_FROM = "dueFrom";
    /** Long: records that were due when the run began. */
    public static final String DUE = "due";
    /** Long: records that the run has ended so far. */
    public static final String ENDED = "ended";
    /** String, ISO date and time: when the run began. */
    public static final String STARTED_AT = "startedAt";
    /** Boolean: there may be more records that are due. */
    public static final String RECORDS_DUE = "recordsDue";

    private Variables() {}
}

package org.chengxin.intake.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The rounds of a lot: rows that are settled after the check go on in the next one (ADR 10). */
@Embeddable
public class LotRounds {

    private int round;

    @Column(name = "pending_rows")
    private int pendingRows;

    @Column(name = "pending_review")
    private boolean pendingReview;

    @Column(name = "round_review")
    private boolean roundReview = true;

    @Column(name = "rows_admitted")
    private int rowsAdmitted;

    @Column(name = "last_row_admitted")
    private int lastRowAdmitted;

    int round() {
        return round;
    }

    /** The round in which rows settled now will go on. */
    public int settling() {
        return round + 1;
    }

    boolean isFirst() {
        return round == 0;
    }

    /** Rows taken so far, in all rounds; those that made nothing new with them, those of parts under way without. */
    public int rowsAdmitted() {
        return rowsAdmitted;
    }

    /** Rows that were settled and wait for the next round. */
    public int pendingRows() {
        return pendingRows;
    }

    /** The last row taken in this round; 0 before the first, and as long as the lot goes in parts. */
    public int lastRowAdmitted() {
        return lastRowAdmitted;
    }

    /** Whether the rows of this round go before the reviewer. */
    boolean needsReview() {
        return roundReview;
    }

    /** Rows that will go on in the next round. */
    void expect(int rows, boolean review) {
        pendingRows += rows;
        pendingReview |= review && rows > 0;
    }

    /** Whatever was settled goes back with the lot. */
    void expectNothing() {
        pendingRows = 0;
        pendingReview = false;
    }

    /**
     * Begins the next round.
     *
     * @param approved the lot has been approved before
     * @return false when no rows wait for one
     */
    boolean next(boolean approved) {
        if (pendingRows == 0) {
            return false;
        }
        round++;
        roundReview = pendingReview || !approved;
        lastRowAdmitted = 0;
        expectNothing();
        return true;
    }

    void admitted(int lastRow, int rows) {
        lastRowAdmitted = lastRow;
        rowsAdmitted += rows;
    }

    /** All parts are through, and have taken so many rows. */
    public void gathered(int rows) {
        rowsAdmitted += rows;
    }
}

package org.chengxin.intake.entity;

/** What somebody decided about a row after it was checked. */
public enum SettlementAction {
    /** The supplier confirms what was doubtful. */
    KEEP,
    /** The supplier takes the suggestions over. */
    SUGGESTIONS,
    /** The supplier gives other values. */
    CHANGE,
    /** The supplier leaves the row out. */
    DROP,
    /** The credit centre says which subject the row is about. */
    MATCH,
    /** The credit centre opened a provisional subject for it. */
    PROVISIONAL,
    /** The credit centre sent it back to the supplier. */
    RETURN,
    /** Its subject was registered since. */
    REMATCH,
    /** The supplier's reviewer refused what the clerk settled. */
    REVIEW_RETURN;

    /** Whether the supplier decides so; what it decides, its reviewer looks at. */
    public boolean bySupplier() {
        return this == KEEP || this == SUGGESTIONS || this == CHANGE || this == DROP;
    }
}

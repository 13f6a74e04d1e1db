package org.chengxin.intake.entity;

/** Where a lot stands; the words of the interface. */
public enum SubmissionState {
    /** Taken and durable, not looked at yet. */
    RECEIVED,
    /** Its rows are being checked and matched. */
    CHECKING,
    /** Some row was accepted; the supplier's reviewer has it. */
    IN_REVIEW,
    /** The reviewer sent it back with a reason. */
    RETURNED,
    /** Approved; its rows are becoming records. */
    PROCESSING,
    /** All accepted rows are through. */
    DONE,
    /** Could not be read after it was taken. */
    REFUSED;

    /** The key of this state's name in the bundle {@code org.chengxin.intake.Messages}. */
    public String messageKey() {
        return "SubmissionState." + name();
    }
}

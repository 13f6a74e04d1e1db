package org.chengxin.intake.control;

/** How much a finding matters, from least to most. */
public enum FindingSeverity {
    /** Worth knowing; nothing has to be done. */
    INFO,
    /** The value was left out or kept as it is; the row goes on. */
    WARNING,
    /** The row waits for a person. */
    SUSPECT,
    /** The row is rejected. */
    ERROR
}

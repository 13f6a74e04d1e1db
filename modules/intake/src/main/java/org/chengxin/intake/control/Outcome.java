package org.chengxin.intake.control;

/** What the checks of a row come to. Whether its subject is known is found out later, by matching. */
public enum Outcome {
    ACCEPTABLE,
    /** Plausible but doubtful: waits for a person of the supplier. */
    SUSPECT,
    /** Cannot be taken; the supplier mends it and sends it again. */
    REJECTED
}

package org.chengxin.intake.boundary;

/** What intake needs of the process that carries a lot; the workflow module answers with its engine. */
public interface LotProcess {

    /** Starts {@code Submission} with the lot's number as business key, in the caller's transaction. */
    void start(String lotNo);
}

package org.chengxin.intake.boundary;

/** What intake needs of the process that has a lot's review; the workflow module answers with its engine. */
public interface ReviewInProcess {

    /**
     * Ends the review of a lot that its clerk takes back, in the caller's transaction.
     *
     * @return false when there is none that could be ended: somebody has decided, or it was begun by a model that knows no
     *     taking back
     */
    boolean end(String lotNo);
}

package org.chengxin.intake.boundary;

import org.chengxin.kernel.Actor;

/** What intake needs of the process that has a lot's review; the workflow module answers with its engine. */
public interface ReviewInProcess {

    /**
     * Whether a lot is under review and can be taken back: nobody has decided, and the review was begun by a model that
     * knows taking back.
     */
    boolean canEnd(String lotNo);

    /**
     * Ends the review of a lot that its clerk takes back, in the caller's transaction; it waits for a decision that is just
     * being made.
     *
     * @return whose hands the review leaves, as a user name; null for nobody's
     * @throws org.chengxin.kernel.BusinessRefusal CONFLICT TASK_DECIDED (with who, when and what) where somebody has
     *     decided, also where that has not taken effect yet; LOT_STATE where there is no review that could be ended
     */
    String end(String lotNo, Actor clerk, String reason);
}

package org.chengxin.workflow.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.chengxin.intake.boundary.FlaggedRow;
import org.chengxin.intake.boundary.LotRemainder;
import org.chengxin.intake.boundary.LotSamples;
import org.chengxin.intake.boundary.Remainder;
import org.chengxin.intake.boundary.ReviewSample;
import org.chengxin.intake.boundary.RowChange;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.workflow.control.ReviewRules;
import org.chengxin.workflow.control.TaskHands;
import org.chengxin.workflow.control.Worklist;
import org.chengxin.workflow.entity.WorklistTask;

/** The review of a lot by exception: what somebody looks at before approving what was not looked at. */
@Stateless
@RolesAllowed(Role.Names.REVIEWER)
public class LotReviews {

    private static final int MOST_ROWS = 200;

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    CurrentActor currentActor;

    @Inject
    LotSamples samples;

    @Inject
    LotRemainder remainders;

    @Inject
    Worklist worklist;

    @Inject
    TaskHands hands;

    /**
     * A page of the sample, whose rows count as looked at by the caller while the review goes on.
     *
     * @param afterRow from after this row of the file on
     * @param limit 0 to hear only how far the caller is, else clamped to 1 … 200
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN, also for tasks of other groups; SAMPLE_NONE for a task that is no
     *     review of a lot, and for one that ended without a sample
     */
    public ReviewSample look(String taskId, int afterRow, int limit) {
        WorklistTask task = review(taskId);
        return samples.look(
                task.businessKey(),
                taskId,
                task.state() == WorklistTask.State.OPEN,
                currentActor.get(),
                afterRow,
                Math.max(0, Math.min(limit, MOST_ROWS)));
    }

    /** The remainder by what its rows have in common, while the review goes on; refuses as {@link #look}. */
    public Remainder remainder(String taskId) {
        return remainders.of(open(taskId).businessKey());
    }

    /** How many rows there are in which something was found, while the review goes on; refuses as {@link #look}. */
    public int flaggedRows(String taskId) {
        return remainders.flaggedRows(open(taskId).businessKey());
    }

    /** Rows in which something was found, from after a row on, while the review goes on; refuses as {@link #look}. */
    public List<FlaggedRow> flagged(String taskId, int afterRow, int limit) {
        return remainders.flagged(
                open(taskId).businessKey(), currentActor.get(), afterRow, Math.max(1, Math.min(limit, MOST_ROWS)));
    }

    /** Which of these rows would change a record that is there, and what of it, while the review goes on; refuses as {@link #look}. */
    public List<RowChange> changes(String taskId, List<Integer> rows) {
        return remainders.changes(
                open(taskId).businessKey(),
                currentActor.get(),
                rows.stream().limit(MOST_ROWS).toList());
    }

    /**
     * Sends rows back to the clerk with a reason; the others stay in the review.
     *
     * @return how many; rows that are not before the reviewer are passed over
     * @throws BusinessRefusal as {@link #look}; FORBIDDEN FOUR_EYES; CONFLICT TASK_DECIDED or TASK_CLAIMED; INVALID
     *     REASON_REQUIRED, TOO_LONG or ROWS_MISSING
     */
    public int giveBack(String taskId, List<Integer> rows, String reason) {
        Actor actor = currentActor.get();
        WorklistTask task = review(taskId, LockModeType.PESSIMISTIC_WRITE);
        hands.takeOver(task, actor);
        task.refuseUnlessOpenFor(actor);
        worklist.refuseDecisionBy(task, actor);
        return remainders.giveBack(task.businessKey(), actor, rows, reason);
    }

    private WorklistTask open(String id) {
        WorklistTask task = review(id);
        if (task.state() != WorklistTask.State.OPEN) {
            throw BusinessRefusal.notFound("SAMPLE_NONE", task.businessKey());
        }
        return task;
    }

    private WorklistTask review(String id) {
        return review(id, LockModeType.NONE);
    }

    private WorklistTask review(String id, LockModeType lock) {
        WorklistTask task = em.find(WorklistTask.class, id, lock);
        if (task == null || !task.ownedBy(currentActor.get())) {
            throw BusinessRefusal.notFound("TASK_UNKNOWN", id);
        }
        if (!ReviewRules.REVIEW_LOT.equals(task.step())) {
            throw BusinessRefusal.notFound("SAMPLE_NONE", task.businessKey());
        }
        return task;
    }
}

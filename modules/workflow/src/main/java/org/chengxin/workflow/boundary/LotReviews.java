package org.chengxin.workflow.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.chengxin.intake.boundary.LotSamples;
import org.chengxin.intake.boundary.ReviewSample;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.workflow.control.ReviewRules;
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

    /**
     * A page of the sample, whose rows count as looked at by the caller while the review goes on.
     *
     * @param afterRow from after this row of the file on
     * @param limit clamped to 1 … 200
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN, also for tasks of other groups; SAMPLE_NONE for a task that is no
     *     review of a lot, and for one that ended without a sample
     */
    public ReviewSample look(String taskId, int afterRow, int limit) {
        WorklistTask task = review(taskId);
        int most = Math.max(1, Math.min(limit, MOST_ROWS));
        boolean open = task.state() == WorklistTask.State.OPEN;
        return samples.look(task.businessKey(), taskId, open, currentActor.get(), afterRow, most);
    }

    private WorklistTask review(String id) {
        WorklistTask task = em.find(WorklistTask.class, id);
        if (task == null || !task.ownedBy(currentActor.get())) {
            throw BusinessRefusal.notFound("TASK_UNKNOWN", id);
        }
        if (!ReviewRules.REVIEW_LOT.equals(task.step())) {
            throw BusinessRefusal.notFound("SAMPLE_NONE", task.businessKey());
        }
        return task;
    }
}

package org.chengxin.workflow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.chengxin.intake.boundary.LotProcess;
import org.chengxin.intake.boundary.ReviewInProcess;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.workflow.delegate.Variables;
import org.chengxin.workflow.entity.WorklistTask;

/** Carries lots with {@code submission.bpmn}. */
@ApplicationScoped
public class EngineLotProcess implements LotProcess, ReviewInProcess {

    /** The message on which the review ends, in the model. */
    static final String TAKEN_BACK = "LotTakenBack";

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    RuntimeService runtime;

    @Inject
    TaskHands hands;

    @Override
    public void start(String lotNo) {
        runtime.startProcessInstanceByKey(Worklist.SUBMISSION, lotNo, Map.of(Variables.LOT_NO, lotNo));
    }

    @Override
    public boolean canEnd(String lotNo) {
        return reviews(lotNo).stream().anyMatch(task -> task.state() == WorklistTask.State.OPEN)
                && runtime.createExecutionQuery()
                                .processInstanceBusinessKey(lotNo)
                                .messageEventSubscriptionName(TAKEN_BACK)
                                .count()
                        > 0;
    }

    @Override
    public String end(String lotNo, Actor clerk, String reason) {
        WorklistTask latest = reviews(lotNo).stream()
                .max(Comparator.comparing(WorklistTask::createdAt))
                .orElseThrow(() -> BusinessRefusal.conflict("LOT_STATE", lotNo));
        em.refresh(latest, LockModeType.PESSIMISTIC_WRITE);
        String holder = latest.assignee();
        // a decision that stands is one, though the engine still has the task (docs/adr/0019)
        latest.takenBack(clerk, reason, clock.instant());
        hands.takenBack(latest, clerk, reason);
        em.flush();
        boolean ended = !runtime.createMessageCorrelation(TAKEN_BACK)
                .processInstanceBusinessKey(lotNo)
                .correlateAllWithResult()
                .isEmpty();
        if (!ended) {
            throw BusinessRefusal.conflict("LOT_STATE", lotNo);
        }
        return holder;
    }

    private List<WorklistTask> reviews(String lotNo) {
        return em.createQuery(
                        "SELECT t FROM WorklistTask t WHERE t.process = :process AND t.businessKey = :no",
                        WorklistTask.class)
                .setParameter("process", Worklist.SUBMISSION)
                .setParameter("no", lotNo)
                .getResultList();
    }
}

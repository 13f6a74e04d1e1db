package org.chengxin.workflow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.chengxin.intake.boundary.LotProcess;
import org.chengxin.intake.boundary.ReviewInProcess;
import org.chengxin.workflow.delegate.Variables;
import org.chengxin.workflow.entity.WorklistTask;

/** Carries lots with {@code submission.bpmn}. */
@ApplicationScoped
public class EngineLotProcess implements LotProcess, ReviewInProcess {

    static final String TAKEN_BACK = "LotTakenBack";

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    RuntimeService runtime;

    @Override
    public void start(String lotNo) {
        runtime.startProcessInstanceByKey(Worklist.SUBMISSION, lotNo, Map.of(Variables.LOT_NO, lotNo));
    }

    @Override
    public boolean end(String lotNo) {
        // a decision may stand that has not taken effect yet: then the engine still has the task, and the clerk comes late
        boolean undecided = em.createQuery(
                                "SELECT t FROM WorklistTask t WHERE t.process = :process AND t.businessKey = :no"
                                        + " AND t.state = :open",
                                WorklistTask.class)
                        .setParameter("process", Worklist.SUBMISSION)
                        .setParameter("no", lotNo)
                        .setParameter("open", WorklistTask.State.OPEN)
                        .getResultStream()
                        .count()
                == 1;
        return undecided
                && !runtime.createMessageCorrelation(TAKEN_BACK)
                        .processInstanceBusinessKey(lotNo)
                        .correlateAllWithResult()
                        .isEmpty();
    }
}

package org.chengxin.workflow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.chengxin.record.boundary.RecordSteps;
import org.chengxin.workflow.delegate.Variables;
import org.chengxin.workflow.entity.WorklistTask;

/** A decision becomes what it leads to: the engine's task ends, the process goes on, its steps are settled. */
@ApplicationScoped
public class DecisionEffect {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    TaskService tasks;

    @Inject
    RecordSteps records;

    /** What was decided on this task takes effect, in the caller's transaction. */
    public void take(WorklistTask task) {
        em.flush();
        Map<String, Object> variables = new HashMap<>();
        variables.put(Variables.OUTCOME, task.decision().outcome());
        variables.put(Variables.DECISION_TASK, task.id());
        tasks.complete(task.id(), variables);
        records.settle();
    }
}

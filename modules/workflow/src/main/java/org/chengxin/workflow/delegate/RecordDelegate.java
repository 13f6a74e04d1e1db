package org.chengxin.workflow.delegate;

import jakarta.inject.Inject;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.record.boundary.RecordSteps;
import org.chengxin.record.entity.Step;
import org.chengxin.workflow.control.Decision;
import org.chengxin.workflow.control.Worklist;

/** A step of {@code credit-record.bpmn}: which record it is about, and who takes it. */
abstract class RecordDelegate implements JavaDelegate {

    private static final Actor PROCESS = Actor.process("CreditRecord");

    @Inject
    RecordSteps records;

    @Inject
    Worklist worklist;

    @Inject
    ApplicationClock clock;

    @Override
    public final void execute(DelegateExecution execution) {
        String recordNo = (String) execution.getVariable(Variables.RECORD_NO);
        take(recordNo, execution);
    }

    abstract void take(String recordNo, DelegateExecution execution);

    /** The step taken by the process itself, by rule. */
    Step step(DelegateExecution execution) {
        return step(execution, PROCESS);
    }

    Step step(DelegateExecution execution, Actor actor) {
        return Step.of(
                clock.instant(),
                actor,
                "CreditRecord",
                execution.getProcessInstanceId(),
                execution.getCurrentActivityId());
    }

    /** What the person decided on the user task before this step. */
    Decision decision(DelegateExecution execution) {
        return worklist.decision((String) execution.getVariable(Variables.DECISION_TASK));
    }
}

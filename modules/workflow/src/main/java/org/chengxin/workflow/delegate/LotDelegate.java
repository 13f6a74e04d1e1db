package org.chengxin.workflow.delegate;

import jakarta.inject.Inject;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chengxin.intake.boundary.LotSteps;

/** A step of {@code submission.bpmn}: which lot it is about. */
abstract class LotDelegate implements JavaDelegate {

    @Inject
    LotSteps lots;

    @Override
    public final void execute(DelegateExecution execution) {
        take((String) execution.getVariable(Variables.LOT_NO), execution);
    }

    abstract void take(String lotNo, DelegateExecution execution);
}

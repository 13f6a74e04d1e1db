package org.chengxin.workflow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.chengxin.intake.boundary.LotProcess;
import org.chengxin.workflow.delegate.Variables;

/** Carries lots with {@code submission.bpmn}. */
@ApplicationScoped
public class EngineLotProcess implements LotProcess {

    @Inject
    RuntimeService runtime;

    @Override
    public void start(String lotNo) {
        runtime.startProcessInstanceByKey(Worklist.SUBMISSION, lotNo, Map.of(Variables.LOT_NO, lotNo));
    }
}

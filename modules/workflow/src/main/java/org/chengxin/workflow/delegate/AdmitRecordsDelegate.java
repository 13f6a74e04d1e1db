package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.intake.boundary.LotSteps;

/**
 * AdmitRecords: the next accepted rows become records, and each starts its own {@code CreditRecord}. All instances of a
 * chunk run inside this one engine command and this one transaction; clean ones are at their end when it commits.
 */
@Named("admitRecords")
@ApplicationScoped
public class AdmitRecordsDelegate extends LotDelegate {

    static final String OVERTAKEN = "RecordOvertaken";

    @Override
    void take(String lotNo, DelegateExecution execution) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        LotSteps.Admitted admitted = lots.admit(lotNo, execution.getProcessInstanceId());
        for (String recordNo : admitted.admission().overtaken()) {
            runtime.createMessageCorrelation(OVERTAKEN)
                    .processInstanceBusinessKey(recordNo)
                    .correlateAll();
        }
        for (String recordNo : admitted.admission().toStart()) {
            runtime.startProcessInstanceByKey("CreditRecord", recordNo, Map.of(Variables.RECORD_NO, recordNo));
        }
        execution.setVariable(Variables.RECORDS_LEFT, admitted.rowsLeft());
    }
}

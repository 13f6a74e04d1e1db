package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.intake.boundary.LotSteps;
import org.chengxin.record.boundary.RecordSteps;

/**
 * AdmitRecords: the next accepted rows become records, and each starts its own {@code CreditRecord}. All instances of a
 * chunk run inside this one engine command and this one transaction; clean ones are at their end when it commits.
 */
@Named("admitRecords")
@ApplicationScoped
public class AdmitRecordsDelegate extends LotDelegate {

    static final String OVERTAKEN = "RecordOvertaken";

    @Inject
    RecordSteps records;

    @Override
    void take(String lotNo, DelegateExecution execution) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        LotSteps.Admitted admitted = lots.admit(lotNo, execution.getProcessInstanceId());
        for (String recordNo : admitted.admission().overtaken()) {
            runtime.createMessageCorrelation(OVERTAKEN)
                    .processInstanceBusinessKey(recordNo)
                    .correlateAll();
        }
        // by key, the engine would ask the database for the latest version again for each
        String definition = latestDefinition(execution);
        for (String recordNo : admitted.admission().toStart()) {
            runtime.startProcessInstanceById(definition, recordNo, Map.of(Variables.RECORD_NO, recordNo));
        }
        records.settle();
        execution.setVariable(Variables.RECORDS_LEFT, admitted.rowsLeft());
    }

    private static String latestDefinition(DelegateExecution execution) {
        return execution
                .getProcessEngineServices()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("CreditRecord")
                .latestVersion()
                .singleResult()
                .getId();
    }
}

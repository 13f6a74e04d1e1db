package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.intake.boundary.AdmissionFailures;
import org.chengxin.intake.boundary.LotSteps;
import org.chengxin.intake.entity.LotPart;
import org.chengxin.record.boundary.RecordSteps;
import org.chengxin.workflow.control.CauseText;

/**
 * AdmitRecords: the next accepted rows of a part of the lot become records, and each starts its own {@code CreditRecord}. All instances of a
 * chunk run inside this one engine command and this one transaction; clean ones are at their end when it commits. A chunk
 * that fails is noted, so that its next try is smaller and ends with the one row that is set aside.
 */
@Named("admitRecords")
@ApplicationScoped
public class AdmitRecordsDelegate extends LotDelegate {

    static final String OVERTAKEN = "RecordOvertaken";

    @Inject
    RecordSteps records;

    @Inject
    AdmissionFailures failures;

    @Override
    void take(String lotNo, DelegateExecution execution) {
        LotPart part = part(execution);
        try {
            admit(lotNo, part, execution);
        } catch (RuntimeException failed) {
            note(lotNo, part, failed);
            throw failed;
        }
    }

    /** A lot that runs on an earlier version of the process knows no parts. */
    private static LotPart part(DelegateExecution execution) {
        Integer number = (Integer) execution.getVariable(Variables.PART);
        return number == null ? LotPart.WHOLE : new LotPart(number, (Integer) execution.getVariable(Variables.PARTS));
    }

    private void note(String lotNo, LotPart part, RuntimeException failed) {
        Throwable root = failed;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        try {
            failures.note(lotNo, part, CauseText.of(failed.getMessage(), root == failed ? null : root.toString()));
        } catch (RuntimeException unnoted) {
            // the database itself may be away; the chunk is tried again as it is
            failed.addSuppressed(unnoted);
        }
    }

    private void admit(String lotNo, LotPart part, DelegateExecution execution) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        LotSteps.Admitted admitted = lots.admit(lotNo, part, execution.getProcessInstanceId());
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
        // the part's own: the others go on as long as they have rows
        execution.setVariableLocal(Variables.RECORDS_LEFT, admitted.rowsLeft());
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

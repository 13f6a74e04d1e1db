package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** WithholdRecord: nobody has said who may see it, so nobody sees it. */
@Named("withholdRecord")
@ApplicationScoped
public class WithholdRecordDelegate extends RecordDelegate {

    @Override
    void take(String recordNo, DelegateExecution execution) {
        records.withhold(recordNo, step(execution));
    }
}

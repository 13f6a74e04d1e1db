package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** HoldRecord: decided, and kept for those entitled. */
@Named("holdRecord")
@ApplicationScoped
public class HoldRecordDelegate extends RecordDelegate {

    @Override
    void take(String recordNo, DelegateExecution execution) {
        records.hold(recordNo, step(execution));
    }
}

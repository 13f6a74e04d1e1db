package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** EndRecord: its period is over, or cannot be known; archive. */
@Named("endRecord")
@ApplicationScoped
public class EndRecordDelegate extends RecordDelegate {

    @Override
    void take(String recordNo, DelegateExecution execution) {
        records.end(recordNo, step(execution));
    }
}

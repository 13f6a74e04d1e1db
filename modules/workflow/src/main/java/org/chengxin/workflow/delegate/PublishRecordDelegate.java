package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** PublishRecord: the portal shows it from the moment this transaction commits. */
@Named("publishRecord")
@ApplicationScoped
public class PublishRecordDelegate extends RecordDelegate {

    @Override
    void take(String recordNo, DelegateExecution execution) {
        records.publish(recordNo, step(execution));
    }
}

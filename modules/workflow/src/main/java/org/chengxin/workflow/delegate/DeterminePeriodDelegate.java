package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** DeterminePeriod: the last visible day, and whether it is still to come. */
@Named("determinePeriod")
@ApplicationScoped
public class DeterminePeriodDelegate extends RecordDelegate {

    @Override
    void take(String recordNo, DelegateExecution execution) {
        execution.setVariable(Variables.PERIOD_RUNNING, records.determinePeriod(recordNo, step(execution)));
    }
}

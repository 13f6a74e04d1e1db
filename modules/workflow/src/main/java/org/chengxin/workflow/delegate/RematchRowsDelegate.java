package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** RematchRows: a chunk of the rows that wait for their subject is looked up again. */
@Named("rematchRows")
@ApplicationScoped
public class RematchRowsDelegate extends LotDelegate {

    @Override
    void take(String lotNo, DelegateExecution execution) {
        String position = lots.rematch(lotNo, (String) execution.getVariable(Variables.REMATCH_AFTER));
        execution.setVariable(Variables.REMATCH_AFTER, position);
        execution.setVariable(Variables.REMATCH_LEFT, position != null);
    }
}

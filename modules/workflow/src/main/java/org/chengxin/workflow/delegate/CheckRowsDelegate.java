package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** CheckRows: one chunk of rows is checked, matched and staged. */
@Named("checkRows")
@ApplicationScoped
public class CheckRowsDelegate extends LotDelegate {

    @Override
    void take(String lotNo, DelegateExecution execution) {
        boolean rowsLeft = lots.checkRows(lotNo);
        execution.setVariable(Variables.ROWS_LEFT, rowsLeft);
        if (!rowsLeft) {
            execution.setVariable(Variables.ACCEPTED, lots.anyAccepted(lotNo));
        }
    }
}

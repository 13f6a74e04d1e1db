package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** CloseLot: every accepted row is through; rows that were settled meanwhile go on in a further round. */
@Named("closeLot")
@ApplicationScoped
public class CloseLotDelegate extends LotDelegate {

    @Override
    void take(String lotNo, DelegateExecution execution) {
        execution.setVariable(Variables.ROWS_SETTLED, lots.close(lotNo));
    }
}

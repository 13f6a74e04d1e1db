package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** RefuseLot: the lot could not be read after it was taken. */
@Named("refuseLot")
@ApplicationScoped
public class RefuseLotDelegate extends LotDelegate {

    @Override
    void take(String lotNo, DelegateExecution execution) {
        lots.refuse(lotNo);
    }
}

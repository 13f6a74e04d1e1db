package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.intake.boundary.LotNews;

/** RefuseLot: the lot could not be read after it was taken. */
@Named("refuseLot")
@ApplicationScoped
public class RefuseLotDelegate extends LotDelegate {

    @Inject
    LotNews news;

    @Override
    void take(String lotNo, DelegateExecution execution) {
        lots.refuse(lotNo);
        news.refused(lotNo);
    }
}

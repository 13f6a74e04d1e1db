package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.intake.boundary.LotNews;
import org.chengxin.workflow.control.Decision;
import org.chengxin.workflow.control.Worklist;

/** ReturnLot: back to the clerk, with the reviewer's reason. */
@Named("returnLot")
@ApplicationScoped
public class ReturnLotDelegate extends LotDelegate {

    @Inject
    Worklist worklist;

    @Inject
    LotNews news;

    @Override
    void take(String lotNo, DelegateExecution execution) {
        Decision decision = worklist.decision((String) execution.getVariable(Variables.DECISION_TASK));
        int round = news.round(lotNo);
        lots.giveBack(lotNo, decision.actor(), decision.reason());
        news.returned(lotNo, round, decision.reason());
    }
}

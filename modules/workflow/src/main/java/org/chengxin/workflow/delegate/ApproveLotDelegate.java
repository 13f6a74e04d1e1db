package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.intake.boundary.LotNews;
import org.chengxin.workflow.control.Decision;
import org.chengxin.workflow.control.Worklist;

/** ApproveLot: the reviewer's approval, by name. */
@Named("approveLot")
@ApplicationScoped
public class ApproveLotDelegate extends LotDelegate {

    @Inject
    Worklist worklist;

    @Inject
    LotNews news;

    @Override
    void take(String lotNo, DelegateExecution execution) {
        Decision decision = worklist.decision((String) execution.getVariable(Variables.DECISION_TASK));
        lots.approve(lotNo, decision.actor(), decision.reason());
        news.approved(lotNo, decision.reason());
    }
}

package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.workflow.control.Worklist;

/** RemindReviewers: the review is overdue; its task is marked so, for reviewers and supervisors. */
@Named("remindReviewers")
@ApplicationScoped
public class RemindReviewersDelegate extends LotDelegate {

    @Inject
    Worklist worklist;

    @Override
    void take(String lotNo, DelegateExecution execution) {
        worklist.remind(lotNo);
    }
}

package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** EscalateReview, EscalateClassification, EscalateDisclosure: the deadline has passed, and the supervisor hears of it. */
@Named("escalateTask")
@ApplicationScoped
public class EscalateTaskDelegate extends TaskNoticeDelegate {

    @Override
    void tell(String processInstance) {
        notices.escalate(processInstance);
    }
}

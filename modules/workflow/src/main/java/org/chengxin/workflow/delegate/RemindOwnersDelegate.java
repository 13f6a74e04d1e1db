package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** RemindReviewers, RemindClassification, RemindDisclosure: the deadline is near, and the owners of the task hear of it. */
@Named("remindOwners")
@ApplicationScoped
public class RemindOwnersDelegate extends TaskNoticeDelegate {

    @Override
    void tell(String processInstance) {
        notices.remind(processInstance);
    }
}

package org.chengxin.workflow.delegate;

import jakarta.inject.Inject;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chengxin.workflow.control.TaskNotices;

/** A step behind a timer at a user task: it tells somebody of the open task of its instance. */
abstract class TaskNoticeDelegate implements JavaDelegate {

    @Inject
    TaskNotices notices;

    @Override
    public final void execute(DelegateExecution execution) {
        tell(execution.getProcessInstanceId());
    }

    abstract void tell(String processInstance);
}

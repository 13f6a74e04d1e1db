package org.chengxin.workflow.control;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;

/**
 * Makes the jobs of an instance anew that has lost them, by letting the steps at which it stands begin again where they
 * are. Every step of our models goes on from what is committed, so that beginning it again does nothing twice.
 */
public final class LostJobs {

    private final RuntimeService runtime;
    private final List<TransitionInstance> before = new ArrayList<>();
    private final List<ActivityInstance> within = new ArrayList<>();

    public LostJobs(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * Begins again.
     *
     * @return false where the instance stands nowhere, or at the end of something that holds more than one step: to begin
     *     all of that again is not what one would do without a look
     */
    public boolean beginAgain(String instance) {
        ActivityInstance whole = runtime.getActivityInstance(instance);
        if (whole != null) {
            collect(whole);
        }
        if (before.isEmpty() && within.isEmpty()
                || !before.stream().allMatch(step -> isStep(step.getActivityType()))
                || !within.stream().allMatch(step -> isStep(step.getActivityType()))) {
            return false;
        }
        // first in, then out, so that nothing ends in between
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(instance);
        before.forEach(step -> change.startBeforeActivity(step.getActivityId(), step.getParentActivityInstanceId()));
        within.forEach(step -> change.startBeforeActivity(step.getActivityId(), step.getParentActivityInstanceId()));
        before.forEach(step -> change.cancelTransitionInstance(step.getId()));
        within.forEach(step -> change.cancelActivityInstance(step.getId()));
        change.execute();
        return true;
    }

    /** Where the instance stands: before steps that wait for their job, or within steps that wait for something else. */
    private void collect(ActivityInstance scope) {
        before.addAll(List.of(scope.getChildTransitionInstances()));
        for (ActivityInstance child : scope.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length + child.getChildTransitionInstances().length == 0) {
                within.add(child);
            } else {
                collect(child);
            }
        }
    }

    private static boolean isStep(String type) {
        return type != null && type.endsWith("Task");
    }
}

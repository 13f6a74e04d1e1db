package org.chengxin.workflow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.workflow.entity.WorklistTask;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long what a reviewer decides in the console can be undone, and by whom (docs/adr/0019). The period is a rule of the
 * house; the review itself is that of 苏府[2003]184号 五(二).
 */
@ApplicationScoped
public class UndoPeriod {

    @Inject
    @ConfigProperty(name = "chengxin.review.undo", defaultValue = "PT1M")
    Duration length;

    /**
     * When a decision taken now takes effect.
     *
     * @return null for at once: the task is no reviewer's, or the installation wants no period
     */
    public Instant endFor(WorklistTask task, Instant now) {
        boolean undoable = task.ownerRole() == Role.REVIEWER && !length.isZero() && !length.isNegative();
        return undoable ? now.plus(length) : null;
    }

    /**
     * Why a decision could not be undone: it stands no longer, or somebody else took it. To undo once more what one has
     * undone is no mistake: a second click, or a second tab.
     *
     * @param undoneBefore whether the last decision on the task that came to nothing was undone by this actor
     * @throws BusinessRefusal FORBIDDEN NOT_YOUR_DECISION; CONFLICT DECISION_IN_EFFECT or NOTHING_TO_UNDO
     */
    public static void refuseUndo(WorklistTask task, Actor actor, boolean undoneBefore) {
        if (task.state() == WorklistTask.State.DONE) {
            throw actor.username().equals(task.decidedBy())
                    ? BusinessRefusal.conflict("DECISION_IN_EFFECT", task.decidedName(), task.decidedAt())
                    : BusinessRefusal.forbidden("NOT_YOUR_DECISION", task.decidedName(), task.decidedAt());
        }
        if (!undoneBefore) {
            throw BusinessRefusal.conflict("NOTHING_TO_UNDO", task.title());
        }
    }
}

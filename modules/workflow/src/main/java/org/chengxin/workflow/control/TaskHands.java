package org.chengxin.workflow.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.TaskService;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.workflow.boundary.TaskEvent.Act;
import org.chengxin.workflow.control.TaskTrail.Person;
import org.chengxin.workflow.entity.WorklistTask;

/** Passes tasks from hand to hand: row, engine and trail in one transaction (docs/adr/0020). */
@ApplicationScoped
public class TaskHands {

    /** Nobody did it: what was decided was to take effect, and could not. */
    private static final Actor EFFECT = new Actor(null, "decision-effect", "决定生效", null, null, null, Set.of());

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    @Inject
    TaskService tasks;

    @Inject
    TaskTrail trail;

    @Inject
    Worklist worklist;

    /**
     * Somebody takes a task; taking what one has changes nothing.
     *
     * @throws org.chengxin.kernel.BusinessRefusal CONFLICT TASK_DECIDED or TASK_CLAIMED
     */
    public void claim(WorklistTask task, Actor actor) {
        boolean free = task.assignee() == null;
        task.claim(actor, clock.instant());
        if (free) {
            passed(task, Act.CLAIM, actor, Person.NOBODY, null);
        }
    }

    /**
     * Who has a task gives it back; giving back what nobody has changes nothing.
     *
     * @throws org.chengxin.kernel.BusinessRefusal CONFLICT TASK_DECIDED or TASK_CLAIMED
     */
    public void release(WorklistTask task, Actor actor) {
        Person before = holder(task);
        task.release(actor);
        if (before.username() != null) {
            passed(task, Act.RELEASE, actor, before, null);
        }
    }

    /**
     * What somebody has who is absent today passes to the stand-in who is about to do something with it. With every other
     * task this does nothing, and whatever refuses it afterwards takes it back.
     *
     * @throws org.chengxin.kernel.BusinessRefusal FORBIDDEN FOUR_EYES when the stand-in must not decide it
     */
    public void takeOver(WorklistTask task, Actor actor) {
        if (task.state() != WorklistTask.State.OPEN
                || task.assignee() == null
                || task.assignee().equals(actor.username())
                || !standsInFor(actor, clock.today()).contains(task.assignee())) {
            return;
        }
        worklist.refuseDecisionBy(task, actor);
        give(task, Act.TAKE_OVER, actor, Person.of(actor), null);
    }

    /** A supervisor gives a task to somebody. */
    public void reassign(WorklistTask task, Actor by, Person to, String reason) {
        give(task, Act.REASSIGN, by, to, reason);
    }

    /** A supervisor puts a task back into the pool. */
    public void returnToPool(WorklistTask task, Actor by, String reason) {
        Person before = holder(task);
        task.backToPool();
        passed(task, Act.RETURN_TO_POOL, by, before, reason);
    }

    /**
     * What somebody decided came to nothing: the task is the group's again, whoever had it.
     *
     * @param decider who decided
     * @param cause code of what refused the decision
     */
    public void lapse(WorklistTask task, Person decider, String cause) {
        task.backToPool();
        passed(task, Act.LAPSE, EFFECT, decider, cause);
    }

    /** The lot of a task was taken back: whoever had the task has it no more to do, and the trail says why. */
    void takenBack(WorklistTask task, Actor clerk, String reason) {
        trail.add(task.id(), Act.LOT_TAKEN_BACK, clerk, holder(task), Person.NOBODY, reason);
    }

    private void give(WorklistTask task, Act act, Actor by, Person to, String reason) {
        Person before = holder(task);
        task.giveTo(to.username(), to.displayName(), clock.instant());
        passed(task, act, by, before, reason);
    }

    private void passed(WorklistTask task, Act act, Actor by, Person before, String reason) {
        tasks.setAssignee(task.id(), task.assignee());
        trail.add(task.id(), act, by, before, holder(task), reason);
    }

    private static Person holder(WorklistTask task) {
        return task.assignee() == null ? Person.NOBODY : new Person(task.assignee(), task.assigneeName());
    }

    private Set<String> standsInFor(Actor actor, LocalDate day) {
        try (Connection connection = registry.getConnection()) {
            return new StandInReading(connection).absent(actor, day);
        } catch (SQLException e) {
            throw new IllegalStateException("who stands in could not be read", e);
        }
    }
}

package org.chengxin.workflow.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.AccessLog;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.organisation.boundary.Organisations;
import org.chengxin.organisation.boundary.SignIn;
import org.chengxin.workflow.control.HeldReading;
import org.chengxin.workflow.control.InboxReading;
import org.chengxin.workflow.control.TaskHands;
import org.chengxin.workflow.control.TaskTrail;
import org.chengxin.workflow.control.Worklist;
import org.chengxin.workflow.entity.WorklistTask;

/**
 * The supervisor says who does what: sees what people of the own organisation have, gives a task to another of its group,
 * or puts it back into the pool. What a task is decides nobody here.
 */
@Stateless
@RolesAllowed(Role.Names.SUPERVISOR)
public class TaskAssignments {

    private static final int MOST_ROWS = 200;
    private static final int LONGEST_REASON = 500;

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    CurrentActor currentActor;

    @Inject
    ApplicationClock clock;

    @Inject
    Organisations organisations;

    @Inject
    SignIn signIn;

    @Inject
    AccessLog accessLog;

    @Inject
    Worklist worklist;

    @Inject
    TaskHands hands;

    @Inject
    TaskTrail trail;

    @Inject
    Event<TaskGiven> given;

    /**
     * What people of the own organisation have, the longest first.
     *
     * @param holder account of one of them; null for all
     * @param after where the page begins, as the page before said; null for the first
     * @param limit clamped to 1 … 200
     * @throws BusinessRefusal INVALID CURSOR_INVALID
     */
    public HeldTaskPage held(String holder, String after, int limit) {
        Actor actor = currentActor.get();
        accessLog.viewed(actor, "HELD_TASKS", holder == null ? "" : holder);
        try (Connection connection = registry.getConnection()) {
            return new HeldReading(connection, actor).list(holder, after, Math.max(1, Math.min(MOST_ROWS, limit)));
        } catch (SQLException e) {
            throw new IllegalStateException("who has what could not be read", e);
        }
    }

    /**
     * A task of the own organisation, of whatever group.
     *
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN
     */
    public TaskView get(String id) {
        WorklistTask task = own(em.find(WorklistTask.class, id), id);
        accessLog.viewed(currentActor.get(), "TASK", id);
        return view(task);
    }

    /**
     * Who had it and since when, oldest first.
     *
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN
     */
    public List<TaskEvent> trail(String id) {
        return trail.of(own(em.find(WorklistTask.class, id), id).id());
    }

    /**
     * Whom it may be given to: those of its group, also who has it.
     *
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN
     */
    public List<Organisations.Member> group(String id) {
        WorklistTask task = own(em.find(WorklistTask.class, id), id);
        return organisations.members(task.organisationId(), Set.of(task.ownerRole()));
    }

    /**
     * Gives a task to somebody of its group, whoever has it; who has it already keeps it, and hears nothing.
     *
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN; CONFLICT TASK_DECIDED; INVALID REASON_REQUIRED, TOO_LONG or
     *     NOT_OF_GROUP; FORBIDDEN FOUR_EYES when that person must not decide it
     */
    public TaskView reassign(String id, String username, String reason) {
        String why = reason(reason);
        WorklistTask task = locked(id);
        Actor to = signIn.actor(username == null ? "" : username)
                .filter(task::ownedBy)
                .orElseThrow(() -> BusinessRefusal.invalid("NOT_OF_GROUP", username));
        worklist.refuseDecisionBy(task, to);
        if (task.state() == WorklistTask.State.OPEN && to.username().equals(task.assignee())) {
            return view(task);
        }
        Actor by = currentActor.get();
        hands.reassign(task, by, new TaskTrail.Person(to.username(), to.displayName()), why);
        given.fire(new TaskGiven(id, to.username(), by.displayName(), why));
        return view(task);
    }

    /**
     * Puts a task back into the pool of its group.
     *
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN; CONFLICT TASK_DECIDED or TASK_FREE; INVALID REASON_REQUIRED or
     *     TOO_LONG
     */
    public TaskView returnToPool(String id, String reason) {
        String why = reason(reason);
        WorklistTask task = locked(id);
        if (task.state() == WorklistTask.State.OPEN && task.assignee() == null) {
            throw BusinessRefusal.conflict("TASK_FREE");
        }
        hands.returnToPool(task, currentActor.get(), why);
        return view(task);
    }

    private static String reason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw BusinessRefusal.invalid("REASON_REQUIRED");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw BusinessRefusal.invalid("TOO_LONG", "reason");
        }
        return reason.strip();
    }

    private WorklistTask locked(String id) {
        return own(em.find(WorklistTask.class, id, LockModeType.PESSIMISTIC_WRITE), id);
    }

    private WorklistTask own(WorklistTask task, String id) {
        if (task == null || !currentActor.get().actsFor(task.organisationId())) {
            throw BusinessRefusal.notFound("TASK_UNKNOWN", id);
        }
        return task;
    }

    private TaskView view(WorklistTask task) {
        return new InboxReading(em, registry, currentActor.get(), clock.today()).view(task);
    }
}

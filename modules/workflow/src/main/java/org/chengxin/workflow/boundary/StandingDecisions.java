package org.chengxin.workflow.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.workflow.control.InboxReading;
import org.chengxin.workflow.control.StandingRows;
import org.chengxin.workflow.control.UndoPeriod;
import org.chengxin.workflow.entity.WorklistTask;

/** What a reviewer decided in the console and can still take back, since nothing has come of it yet (docs/adr/0019). */
@Stateless
@RolesAllowed(Role.Names.REVIEWER)
public class StandingDecisions {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    @Inject
    CurrentActor currentActor;

    /**
     * The caller takes back what the caller decided: the task is as it was. What was decided stays on record. Two clicks
     * undo once.
     *
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN; FORBIDDEN NOT_YOUR_DECISION; CONFLICT DECISION_IN_EFFECT or
     *     NOTHING_TO_UNDO
     */
    public TaskView undo(String taskId) {
        Actor actor = currentActor.get();
        WorklistTask task = visible(taskId);
        try (Connection connection = registry.getConnection()) {
            StandingRows rows = new StandingRows(connection);
            boolean undone = rows.undo(taskId, actor, clock.instant());
            em.refresh(task);
            if (!undone) {
                UndoPeriod.refuseUndo(
                        task,
                        actor,
                        rows.latestWithdrawn(taskId)
                                .filter(last ->
                                        last.undone() && actor.username().equals(last.decidedBy()))
                                .isPresent());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the decision on " + taskId + " could not be undone", e);
        }
        return new InboxReading(em, registry, actor, clock.today()).view(task);
    }

    /**
     * The last decision on a task that came to nothing; null where none did.
     *
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN
     */
    public WithdrawnDecision lastWithdrawn(String taskId) {
        visible(taskId);
        try (Connection connection = registry.getConnection()) {
            return new StandingRows(connection).latestWithdrawn(taskId).orElse(null);
        } catch (SQLException e) {
            throw new IllegalStateException("the decisions on " + taskId + " could not be read", e);
        }
    }

    private WorklistTask visible(String id) {
        WorklistTask task = em.find(WorklistTask.class, id);
        if (task == null || !task.ownedBy(currentActor.get())) {
            throw BusinessRefusal.notFound("TASK_UNKNOWN", id);
        }
        return task;
    }
}

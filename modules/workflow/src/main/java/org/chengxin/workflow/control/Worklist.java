package org.chengxin.workflow.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.task.Task;
import org.chengxin.intake.boundary.LotSteps;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.organisation.boundary.OfficialClock;
import org.chengxin.record.boundary.RecordReference;
import org.chengxin.record.boundary.RecordSteps;
import org.chengxin.secrecy.boundary.DisclosureSteps;
import org.chengxin.workflow.entity.WorklistTask;

/** Opens and closes the rows of the worklist, and knows who must not decide what. */
@ApplicationScoped
public class Worklist {

    /** The process of a lot; its business key is the lot's number. */
    public static final String SUBMISSION = "Submission";

    /** Why a decision came to nothing whose task went away before it took effect. */
    private static final String OVERTAKEN = "OVERTAKEN";

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    @Inject
    LotSteps lots;

    @Inject
    RecordSteps records;

    @Inject
    DisclosureSteps disclosure;

    @Inject
    OfficialClock officialClock;

    /** A user task began: it gets its row, its owners and its deadline. */
    public void open(TaskKind kind, String id, String process, String instance, String step, String businessKey) {
        em.persist(row(kind, id, process, instance, step, businessKey, clock.instant()));
    }

    /**
     * A user task whose row was lost gets it again, with the deadline that it had.
     *
     * @return false where it has a row
     */
    boolean openAgain(TaskKind kind, Task task, String businessKey) {
        if (em.find(WorklistTask.class, task.getId()) != null) {
            return false;
        }
        String definition = task.getProcessDefinitionId();
        em.persist(row(
                kind,
                task.getId(),
                definition.substring(0, definition.indexOf(':')),
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                businessKey,
                task.getCreateTime().toInstant()));
        return true;
    }

    private WorklistTask row(
            TaskKind kind, String id, String process, String instance, String step, String businessKey, Instant began) {
        String title;
        Long organisation;
        if (SUBMISSION.equals(process)) {
            LotSteps.Reference lot = lots.reference(businessKey);
            title = lot.title();
            organisation = lot.organisationId();
        } else {
            RecordReference record = records.reference(businessKey);
            title = record.title();
            organisation = record.organisationId();
        }
        WorklistTask task = new WorklistTask(
                id,
                process,
                instance,
                step,
                kind.form(),
                businessKey,
                title,
                organisation,
                Role.valueOf(kind.ownerRole()),
                began);
        if (kind.dueRule() != null) {
            task.due(officialClock.legal().deadline(kind.dueRule(), CivilTime.dateOf(began)));
        }
        return task;
    }

    /** A user task ended without a decision. */
    public void cancel(String id) {
        WorklistTask task = em.find(WorklistTask.class, id);
        if (task != null) {
            if (task.takesEffectAt() != null) {
                comesToNothing(id);
            }
            task.cancel();
        }
    }

    /** What somebody has decided is kept, and who decided hears that it did not take effect (docs/adr/0019). */
    private void comesToNothing(String id) {
        Instant now = clock.instant();
        try (Connection connection = registry.getConnection()) {
            StandingRows rows = new StandingRows(connection);
            rows.keep(id, OVERTAKEN, now);
            new NoticeWriting(connection, now)
                    .lapsed(Map.of(id, rows.latestWithdrawn(id).orElseThrow()));
        } catch (SQLException e) {
            throw new IllegalStateException("a decision that came to nothing could not be kept, task " + id, e);
        }
    }

    /**
     * Four eyes.
     *
     * @throws org.chengxin.kernel.BusinessRefusal FORBIDDEN when this actor must not decide this task
     */
    public void refuseDecisionBy(WorklistTask task, Actor actor) {
        switch (task.step()) {
            case "ReviewLot" -> lots.refuseReviewBy(task.businessKey(), actor);
            case "DecideDisclosure" -> disclosure.refuseRulingBy(task.businessKey(), actor);
            default -> records.refuseClassificationBy(task.businessKey(), actor);
        }
    }

    /** The decision on a task, for the step that acts on it. */
    public Decision decision(String taskId) {
        WorklistTask task = em.find(WorklistTask.class, taskId);
        return new Decision(
                new Actor(
                        null,
                        task.decidedBy(),
                        task.decidedName(),
                        task.organisationId(),
                        null,
                        null,
                        java.util.Set.of(task.ownerRole())),
                task.decision().outcome(),
                task.decision().reason(),
                Decision.fields(task.decision().fields()));
    }
}

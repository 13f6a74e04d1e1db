package org.chengxin.workflow.control;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.SignIn;
import org.chengxin.workflow.entity.WorklistTask;

/** Puts right what has only one right answer, each kind in a transaction of its own: what fails holds up no other. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StuckRepairs {

    // what somebody decided stays decided: only a row that was never, or not rightly, closed comes back
    private static final String REOPEN = "UPDATE worklist_task w SET state = 'OPEN', version = w.version + 1"
            + " FROM act_ru_task t WHERE t.id_ = w.id AND w.state = 'CANCELLED'";
    private static final String HOLDER = "UPDATE worklist_task w SET assignee = u.username,"
            + " assignee_name = u.display_name, claimed_at = ?, version = w.version + 1 FROM act_ru_task t"
            + " JOIN app_user u ON u.username = t.assignee_"
            + " WHERE t.id_ = w.id AND w.state = 'OPEN' AND w.assignee IS NULL";

    private static final Actor CHECK = new Actor(null, "stuck-check", "停滞检查", null, null, null, Set.of());

    private static final String PERIOD_END = "processes/period-end.bpmn";

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    @Inject
    Worklist worklist;

    @Inject
    TaskHands hands;

    @Inject
    SignIn accounts;

    @Inject
    TaskService tasks;

    @Inject
    RuntimeService runtime;

    @Inject
    RepositoryService repository;

    /**
     * Tasks that no inbox shows get their rows again, as they were when they began, in the hands of who has them.
     *
     * @param missing ids of the engine's tasks
     * @return how many
     */
    public int writeRows(List<String> missing) throws SQLException {
        int written = 0;
        try (Connection connection = registry.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                written += statement.executeUpdate(REOPEN);
            }
            for (Task task : missing.isEmpty()
                    ? List.<Task>of()
                    : tasks.createTaskQuery()
                            .taskIdIn(missing.toArray(String[]::new))
                            .list()) {
                if (worklist.openAgain(kind(task), task, businessKey(task))) {
                    written++;
                }
            }
            em.flush();
            try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
                statement.setObject(1, clock.instant().atOffset(java.time.ZoneOffset.UTC));
                statement.executeUpdate();
            }
        }
        return written;
    }

    /** Rows of tasks that the engine does not have are closed, see {@link LostTasks}; how many. */
    public int closeRows() throws SQLException {
        try (Connection connection = registry.getConnection()) {
            return new LostTasks(connection, clock.instant()).close();
        }
    }

    /**
     * Tasks of people who can no longer decide them go back to the pool, which their trail says. Who has a task is looked
     * at again: it may have passed to somebody else since the check.
     *
     * @param held ids of the tasks
     * @return how many
     */
    public int freeTasks(List<String> held) {
        int freed = 0;
        for (String id : held) {
            WorklistTask task = em.find(WorklistTask.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (task != null
                    && task.state() == WorklistTask.State.OPEN
                    && task.assignee() != null
                    && accounts.actor(task.assignee()).filter(task::ownedBy).isEmpty()) {
                hands.returnToPool(task, CHECK, "承办人的账号已停用，或已不属于本组");
                freed++;
            }
        }
        return freed;
    }

    /** What is overdue and was not reported is reported; how many. */
    public int reportLate(LocalDate lateSince) throws SQLException {
        try (Connection connection = registry.getConnection()) {
            return new NoticeWriting(connection, clock.instant()).escalateAllDue(lateSince);
        }
    }

    /** An instance that nothing carries on begins its step again, see {@link LostJobs}; false where that is for people. */
    public boolean beginAgain(String instance) {
        return new LostJobs(runtime).beginAgain(instance);
    }

    /** The process that ends periods gets its daily start again: the engine makes it with a new version of the model. */
    public void startPeriodEndsDaily() {
        InputStream model = Thread.currentThread().getContextClassLoader().getResourceAsStream(PERIOD_END);
        if (model == null) {
            throw new IllegalStateException("The model " + PERIOD_END + " is missing");
        }
        repository
                .createDeployment()
                .name("chengxin")
                .addInputStream(PERIOD_END, model)
                .deploy();
    }

    private TaskKind kind(Task task) {
        UserTask model = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return new TaskKind(
                TaskKind.property(model, "ownerRole"), TaskKind.property(model, "dueRule"), model.getCamundaFormRef());
    }

    private String businessKey(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}

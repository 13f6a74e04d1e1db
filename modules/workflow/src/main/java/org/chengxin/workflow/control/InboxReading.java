package org.chengxin.workflow.control;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Cursor;
import org.chengxin.workflow.boundary.InboxCounts;
import org.chengxin.workflow.boundary.TaskPage;
import org.chengxin.workflow.boundary.TaskQuery;
import org.chengxin.workflow.boundary.TaskView;
import org.chengxin.workflow.entity.WorklistTask;

/** Reads the worklist for one actor; pages go on by key and cost the same everywhere. */
public class InboxReading {

    private final EntityManager em;
    private final DataSource registry;
    private final Actor actor;
    private final LocalDate today;

    /**
     * @param registry the database of the entity manager, in the same transaction
     */
    public InboxReading(EntityManager em, DataSource registry, Actor actor, LocalDate today) {
        this.em = em;
        this.registry = registry;
        this.actor = actor;
        this.today = today;
    }

    /** A page of tasks. */
    public TaskPage list(TaskQuery query) {
        if (actor.organisationId() == null || actor.roles().isEmpty()) {
            return new TaskPage(List.of(), null);
        }
        int limit = Math.max(1, Math.min(query.limit(), 200));
        List<WorklistTask> found = query.done() ? done(query, limit) : open(query, limit);
        boolean more = found.size() > limit;
        List<WorklistTask> page = more ? found.subList(0, limit) : found;
        return new TaskPage(views(page), more ? position(query, page.get(limit - 1)) : null);
    }

    private List<WorklistTask> open(TaskQuery query, int limit) {
        Cursor after = Cursor.read(query.after(), selection(query), 2);
        LocalDate due = after == null ? null : after.date(0);
        String id = after == null ? null : after.text(1);
        return tasks(reading(tasks -> tasks.ids(query, due, id, limit + 1)));
    }

    /** What the actor decided, latest first. */
    private List<WorklistTask> done(TaskQuery query, int limit) {
        Cursor after = Cursor.read(query.after(), selection(query), 2);
        OffsetDateTime at = after == null ? null : after.moment(0);
        String id = after == null ? null : after.text(1);
        return tasks(reading(tasks -> tasks.done(query, at, id, limit + 1)));
    }

    /** The tasks with these ids, in their order. */
    private List<WorklistTask> tasks(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, WorklistTask> byId = new HashMap<>();
        em.createQuery("SELECT t FROM WorklistTask t WHERE t.id IN :ids", WorklistTask.class)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(task -> byId.put(task.id(), task));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /**
     * The task of a list that comes after one and that nobody else has; from the beginning where none comes after it.
     *
     * @param query what the list shows; its place and limit do not count
     * @param before the task that was worked on; null for the beginning of the list
     * @return null where there is none, or no other
     */
    public TaskView next(TaskQuery query, WorklistTask before) {
        if (actor.organisationId() == null || actor.roles().isEmpty()) {
            return null;
        }
        String id = reading(tasks -> {
            String after = before == null ? null : tasks.firstFree(query, due(before), before.id());
            return after == null ? tasks.firstFree(query, null, null) : after;
        });
        return id == null || before != null && id.equals(before.id()) ? null : view(em.find(WorklistTask.class, id));
    }

    /** How many open tasks there are. */
    public InboxCounts counts() {
        if (actor.organisationId() == null || actor.roles().isEmpty()) {
            return new InboxCounts(0, 0, 0, 0);
        }
        return reading(OpenTasks::counts);
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(OpenTasks tasks) throws SQLException;
    }

    private <T> T reading(Question<T> question) {
        return asking(connection -> question.ask(new OpenTasks(connection, actor, today)));
    }

    @FunctionalInterface
    private interface Asking<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T asking(Asking<T> question) {
        try (Connection connection = registry.getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox could not be read", e);
        }
    }

    public TaskView view(WorklistTask task) {
        return views(List.of(task)).get(0);
    }

    private List<TaskView> views(List<WorklistTask> tasks) {
        Map<Long, String> names = names(
                tasks.stream().map(WorklistTask::organisationId).distinct().toList());
        boolean ofOthers = tasks.stream().anyMatch(task -> task.assignee() != null && !mine(task));
        Set<String> absent =
                ofOthers ? asking(connection -> new StandInReading(connection).absent(actor, today)) : Set.of();
        List<TaskView> views = new ArrayList<>(tasks.size());
        for (WorklistTask task : tasks) {
            views.add(new TaskView(
                    task.id(),
                    task.process(),
                    task.step(),
                    task.form(),
                    task.businessKey(),
                    task.title(),
                    task.organisationId(),
                    names.get(task.organisationId()),
                    task.ownerRole().name(),
                    task.assignee(),
                    task.assigneeName(),
                    task.claimedAt(),
                    task.createdAt(),
                    task.deadline().dueOn(),
                    task.deadline().rule(),
                    task.deadline().provisional(),
                    task.state() == WorklistTask.State.OPEN && task.deadline().pastOn(today),
                    task.deadline().remindedAt(),
                    task.deadline().escalatedAt(),
                    task.state().name(),
                    task.decision().outcome(),
                    task.decision().reason(),
                    Decision.fields(task.decision().fields()),
                    task.decidedBy(),
                    task.decidedName(),
                    task.decidedAt(),
                    task.takesEffectAt(),
                    mine(task),
                    task.assignee() != null && absent.contains(task.assignee())));
        }
        return views;
    }

    private boolean mine(WorklistTask task) {
        return Objects.equals(task.assignee(), actor.username());
    }

    private static LocalDate due(WorklistTask task) {
        LocalDate dueOn = task.deadline().dueOn();
        return dueOn == null ? OpenTasks.NEVER : dueOn;
    }

    @SuppressWarnings("unchecked")
    private Map<Long, String> names(List<Long> organisations) {
        Map<Long, String> names = new HashMap<>();
        for (Long id : organisations) {
            em.createNativeQuery("SELECT name FROM organisation WHERE id = ?1")
                    .setParameter(1, id)
                    .getResultStream()
                    .forEach(name -> names.put(id, (String) name));
        }
        return names;
    }

    private String position(TaskQuery query, WorklistTask last) {
        return query.done()
                ? Cursor.write(selection(query), last.decidedAt(), last.id())
                : Cursor.write(selection(query), due(last), last.id());
    }

    /** What selects the rows: a cursor of one list says nothing about another. */
    private String selection(TaskQuery query) {
        return String.join(
                "\n",
                actor.username(),
                String.valueOf(query.done()),
                String.valueOf(query.mineOnly()),
                String.valueOf(query.overdueOnly()),
                Objects.toString(query.process(), ""),
                Objects.toString(query.text(), ""),
                query.about().toString());
    }
}

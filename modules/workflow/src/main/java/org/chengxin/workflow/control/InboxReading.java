package org.chengxin.workflow.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        List<String> ids = reading(tasks -> tasks.ids(query, due, id, limit + 1));
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

    /** What the actor decided, latest first. */
    private List<WorklistTask> done(TaskQuery query, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("decider", actor.username());
        parameters.put("state", WorklistTask.State.DONE);
        StringBuilder where = new StringBuilder("t.decidedBy = :decider AND t.state = :state");
        if (query.mineOnly()) {
            where.append(" AND t.assignee = :me");
            parameters.put("me", actor.username());
        }
        if (query.overdueOnly()) {
            where.append(" AND t.dueOn < :today");
            parameters.put("today", today);
        }
        if (query.process() != null && !query.process().isBlank()) {
            where.append(" AND t.process = :process");
            parameters.put("process", query.process());
        }
        if (query.text() != null && !query.text().isBlank()) {
            where.append(" AND (t.title LIKE :text OR t.businessKey LIKE :text)");
            parameters.put("text", "%" + query.text().strip().replaceAll("[%_\\\\]", "") + "%");
        }
        Cursor after = Cursor.read(query.after(), selection(query), 2);
        if (after != null) {
            // the first condition is what the index understands
            where.append(" AND t.decidedAt <= :at AND (t.decidedAt < :at OR t.id > :id)");
            parameters.put("at", after.moment(0));
            parameters.put("id", after.text(1));
        }
        return run(where + " ORDER BY t.decidedAt DESC, t.id", parameters, limit);
    }

    private List<WorklistTask> run(String where, Map<String, Object> parameters, int limit) {
        TypedQuery<WorklistTask> query =
                em.createQuery("SELECT t FROM WorklistTask t WHERE " + where, WorklistTask.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit + 1).getResultList();
    }

    /** How many open tasks there are. */
    public InboxCounts counts() {
        if (actor.organisationId() == null || actor.roles().isEmpty()) {
            return new InboxCounts(0, 0, 0);
        }
        return reading(OpenTasks::counts);
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(OpenTasks tasks) throws SQLException;
    }

    private <T> T reading(Question<T> question) {
        try (Connection connection = registry.getConnection()) {
            return question.ask(new OpenTasks(connection, actor, today));
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
                    task.dueOn(),
                    task.dueRule(),
                    task.provisional(),
                    task.state() == WorklistTask.State.OPEN && task.dueOn() != null && today.isAfter(task.dueOn()),
                    task.remindedAt(),
                    task.state().name(),
                    task.outcome(),
                    task.reason(),
                    Decision.fields(task.fields()),
                    task.decidedBy(),
                    task.decidedName(),
                    task.decidedAt(),
                    Objects.equals(task.assignee(), actor.username())));
        }
        return views;
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
                : Cursor.write(selection(query), last.dueOn() == null ? OpenTasks.NEVER : last.dueOn(), last.id());
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
                Objects.toString(query.text(), ""));
    }
}

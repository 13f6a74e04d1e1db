package org.chengxin.workflow.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Cursor;
import org.chengxin.workflow.boundary.InboxCounts;
import org.chengxin.workflow.boundary.TaskPage;
import org.chengxin.workflow.boundary.TaskQuery;
import org.chengxin.workflow.boundary.TaskView;
import org.chengxin.workflow.entity.WorklistTask;

/** Reads the worklist for one actor; pages go on by key and cost the same everywhere. */
public class InboxReading {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final EntityManager em;
    private final Actor actor;
    private final LocalDate today;

    public InboxReading(EntityManager em, Actor actor, LocalDate today) {
        this.em = em;
        this.actor = actor;
        this.today = today;
    }

    /** A page of tasks. */
    public TaskPage list(TaskQuery query) {
        if (actor.organisationId() == null || actor.roles().isEmpty()) {
            return new TaskPage(List.of(), null);
        }
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder(query.done() ? decidedByActor(parameters) : ownedByActor(parameters));
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
        int limit = Math.max(1, Math.min(query.limit(), 200));
        List<WorklistTask> found =
                query.done() ? done(where, parameters, query, limit) : open(where, parameters, query, limit);
        boolean more = found.size() > limit;
        List<WorklistTask> page = more ? found.subList(0, limit) : found;
        return new TaskPage(views(page), more ? position(query, page.get(limit - 1)) : null);
    }

    private List<WorklistTask> open(StringBuilder where, Map<String, Object> parameters, TaskQuery query, int limit) {
        Cursor after = Cursor.read(query.after(), selection(query), 2);
        if (after != null) {
            LocalDate due = after.date(0);
            if (due.equals(NEVER)) {
                where.append(" AND t.dueOn IS NULL AND t.id > :id");
            } else {
                where.append(" AND (t.dueOn > :due OR (t.dueOn = :due AND t.id > :id) OR t.dueOn IS NULL)");
                parameters.put("due", due);
            }
            parameters.put("id", after.text(1));
        }
        return run(where + " ORDER BY t.dueOn ASC NULLS LAST, t.id", parameters, limit);
    }

    private List<WorklistTask> done(StringBuilder where, Map<String, Object> parameters, TaskQuery query, int limit) {
        Cursor after = Cursor.read(query.after(), selection(query), 2);
        if (after != null) {
            where.append(" AND (t.decidedAt < :at OR (t.decidedAt = :at AND t.id > :id))");
            parameters.put("at", after.moment(0));
            parameters.put("id", after.text(1));
        }
        return run(where + " ORDER BY t.decidedAt DESC, t.id", parameters, limit);
    }

    private String ownedByActor(Map<String, Object> parameters) {
        parameters.put("organisation", actor.organisationId());
        parameters.put("roles", actor.roles());
        parameters.put("state", WorklistTask.State.OPEN);
        return "t.organisationId = :organisation AND t.ownerRole IN :roles AND t.state = :state";
    }

    private String decidedByActor(Map<String, Object> parameters) {
        parameters.put("decider", actor.username());
        parameters.put("state", WorklistTask.State.DONE);
        return "t.decidedBy = :decider AND t.state = :state";
    }

    private List<WorklistTask> run(String where, Map<String, Object> parameters, int limit) {
        TypedQuery<WorklistTask> query =
                em.createQuery("SELECT t FROM WorklistTask t WHERE " + where, WorklistTask.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit + 1).getResultList();
    }

    /** How many open tasks there are, in one statement. */
    public InboxCounts counts() {
        if (actor.organisationId() == null || actor.roles().isEmpty()) {
            return new InboxCounts(0, 0, 0);
        }
        Object[] row = (Object[]) em.createNativeQuery("SELECT count(*) FILTER (WHERE assignee = ?1), count(*),"
                        + " count(*) FILTER (WHERE due_on < ?2) FROM worklist_task WHERE organisation_id = ?3"
                        + " AND owner_role = ANY (string_to_array(?4, ',')) AND state = 'OPEN'")
                .setParameter(1, actor.username())
                .setParameter(2, today)
                .setParameter(3, actor.organisationId())
                .setParameter(
                        4,
                        String.join(",", actor.roles().stream().map(Enum::name).toList()))
                .getSingleResult();
        return new InboxCounts(number(row[0]), number(row[1]), number(row[2]));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
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
                : Cursor.write(selection(query), last.dueOn() == null ? NEVER : last.dueOn(), last.id());
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

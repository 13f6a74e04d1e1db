package org.chengxin.workflow.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.chengxin.forms.FormError;
import org.chengxin.forms.FormSchema;
import org.chengxin.forms.FormSchemas;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.workflow.control.Decision;
import org.chengxin.workflow.control.DecisionEffect;
import org.chengxin.workflow.control.InboxReading;
import org.chengxin.workflow.control.ReviewRules;
import org.chengxin.workflow.control.TaskHands;
import org.chengxin.workflow.control.TaskTrail;
import org.chengxin.workflow.control.UndoPeriod;
import org.chengxin.workflow.control.Worklist;
import org.chengxin.workflow.entity.WorklistTask;

/**
 * The inbox of officials: who belongs to the group that owns a task sees it, also when it was there before they came.
 * A decision, what it leads to, and the end of the task are one transaction.
 */
@Stateless
@RolesAllowed({
    Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.SUPERVISOR, Role.Names.SECRECY_OFFICER,
    Role.Names.SECRECY_AUTHORITY, Role.Names.COMPETENT_AUTHORITY, Role.Names.CENTRE, Role.Names.WINDOW,
    Role.Names.AUDITOR, Role.Names.ADMIN, Role.Names.CATALOGUE_EDITOR, Role.Names.DEPARTMENT_USER
})
public class Inbox {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    @Inject
    CurrentActor currentActor;

    @Inject
    Worklist worklist;

    @Inject
    ReviewRules reviews;

    @Inject
    TaskHands hands;

    @Inject
    TaskTrail trail;

    @Inject
    DecisionEffect effect;

    @Inject
    UndoPeriod undoPeriod;

    /** A page of the caller's inbox, soonest deadline first; what was decided, latest first. */
    public TaskPage list(TaskQuery query) {
        return reading().list(query);
    }

    public InboxCounts counts() {
        return reading().counts();
    }

    /**
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN, also for tasks of other groups
     */
    public TaskView get(String id) {
        return reading().view(visible(em.find(WorklistTask.class, id), id));
    }

    /**
     * The task of a list that comes after one and that nobody else has; from the beginning where none comes after it.
     *
     * @param query what the list shows; its place and limit do not count
     * @param id the task that was worked on; null for the first of the list
     * @return null where there is no other
     */
    public TaskView next(TaskQuery query, String id) {
        WorklistTask before = id == null ? null : em.find(WorklistTask.class, id);
        return reading().next(query, before != null && before.ownedBy(currentActor.get()) ? before : null);
    }

    /**
     * Who had a task and since when, oldest first.
     *
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN, also for tasks of other groups
     */
    public List<TaskEvent> trail(String id) {
        return trail.of(visible(em.find(WorklistTask.class, id), id).id());
    }

    /** The form of a task. */
    public FormSchema form(String id) {
        return FormSchemas.load(visible(em.find(WorklistTask.class, id), id).form());
    }

    /**
     * The caller takes a task.
     *
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN; CONFLICT TASK_DECIDED or TASK_CLAIMED
     */
    public TaskView claim(String id) {
        WorklistTask task = locked(id);
        hands.claim(task, currentActor.get());
        return reading().view(task);
    }

    /**
     * The caller gives a task back to the group.
     *
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN; CONFLICT TASK_DECIDED or TASK_CLAIMED
     */
    public TaskView release(String id) {
        WorklistTask task = locked(id);
        hands.release(task, currentActor.get());
        return reading().view(task);
    }

    /**
     * The caller decides, and the decision takes effect at once. Two clicks decide once: the second hears who decided
     * what, and when.
     *
     * @param fields the form's fields by key, with outcome and reason among them where the form has them
     * @throws BusinessRefusal NOT_FOUND TASK_UNKNOWN; FORBIDDEN FOUR_EYES; CONFLICT TASK_DECIDED, TASK_CLAIMED or
     *     SAMPLE_UNSEEN; INVALID with a code of {@link FormError} and the field
     */
    public TaskView decide(String id, String outcome, String reason, Map<String, String> fields) {
        WorklistTask task = locked(id);
        decided(task, values(FormSchemas.load(task.form()), outcome, reason, fields), null);
        effect.take(task);
        return reading().view(task);
    }

    /**
     * The caller decides, and may undo it for a while where the task is a reviewer's ({@link StandingDecisions}): the
     * task is decided, for everybody, and nothing comes of it before.
     *
     * @param fields the form's fields by key, with outcome and reason among them where the form has them
     * @throws BusinessRefusal as {@link #decide}
     */
    public TaskView decideUndoably(String id, Map<String, String> fields) {
        WorklistTask task = locked(id);
        decided(
                task,
                values(FormSchemas.load(task.form()), null, null, fields),
                undoPeriod.endFor(task, clock.instant()));
        if (task.takesEffectAt() == null) {
            effect.take(task);
        }
        return reading().view(task);
    }

    private void decided(WorklistTask task, Map<String, String> values, Instant takesEffectAt) {
        Actor actor = currentActor.get();
        task.decide(
                actor,
                values.get("outcome"),
                values.get("reason"),
                Decision.json(values),
                clock.instant(),
                takesEffectAt);
        worklist.refuseDecisionBy(task, actor);
        reviews.refuseUnseen(task, actor, values);
    }

    /** Checks a decision against its form, and leaves out what the form does not have beside outcome and reason. */
    private static Map<String, String> values(
            FormSchema form, String outcome, String reason, Map<String, String> fields) {
        Map<String, String> values = new HashMap<>(fields == null ? Map.of() : fields);
        if (outcome != null && form.field("outcome").isPresent()) {
            values.put("outcome", outcome);
        }
        if (reason != null && form.field("reason").isPresent()) {
            values.put("reason", reason);
        }
        values.values().removeIf(value -> value == null || value.isBlank());
        List<FormError> errors = form.validate(values);
        if (!errors.isEmpty()) {
            throw BusinessRefusal.invalid(errors.get(0).code(), errors.get(0).key());
        }
        return values;
    }

    private WorklistTask locked(String id) {
        WorklistTask task = visible(em.find(WorklistTask.class, id, LockModeType.PESSIMISTIC_WRITE), id);
        hands.takeOver(task, currentActor.get());
        return task;
    }

    private WorklistTask visible(WorklistTask task, String id) {
        if (task == null || !task.ownedBy(currentActor.get())) {
            throw BusinessRefusal.notFound("TASK_UNKNOWN", id);
        }
        return task;
    }

    private InboxReading reading() {
        return new InboxReading(em, registry, currentActor.get(), clock.today());
    }
}

package org.chengxin.workflow.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.Deadline;

/**
 * A user task as people see it. It is written in the transaction that makes the engine's task, and closed in the one
 * that ends it, so that the two never differ.
 */
@Entity
@Table(name = "worklist_task")
public class WorklistTask {

    /** Open, decided by a person, or gone because its process went another way. */
    public enum State {
        OPEN,
        DONE,
        CANCELLED
    }

    /** The outcome of a task that ended because who sent its lot took that back. */
    public static final String TAKEN_BACK = "takeBack";

    @Id
    private String id;

    private String process;

    @Column(name = "process_instance_id")
    private String processInstanceId;

    private String step;
    private String form;

    @Column(name = "business_key")
    private String businessKey;

    private String title;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "owner_role")
    private Role ownerRole;

    private String assignee;

    @Column(name = "assignee_name")
    private String assigneeName;

    @Column(name = "claimed_at")
    private OffsetDateTime claimedAt;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Embedded
    private TaskDeadline deadline;

    @Enumerated(EnumType.STRING)
    private State state;

    @Embedded
    private TaskDecision decision = new TaskDecision();

    @Version
    private int version;

    protected WorklistTask() {}

    /** A task begins. */
    public WorklistTask(
            String id,
            String process,
            String processInstanceId,
            String step,
            String form,
            String businessKey,
            String title,
            Long organisationId,
            Role ownerRole,
            Instant now) {
        this.id = id;
        this.process = process;
        this.processInstanceId = processInstanceId;
        this.step = step;
        this.form = form;
        this.businessKey = businessKey;
        this.title = title;
        this.organisationId = organisationId;
        this.ownerRole = ownerRole;
        this.createdAt = now.atOffset(ZoneOffset.UTC);
        this.deadline = new TaskDeadline();
        this.state = State.OPEN;
    }

    /** When it is due, and by which rule. */
    public void due(Deadline counted) {
        deadline = new TaskDeadline(counted);
    }

    /** Whether this actor belongs to the group that owns it. */
    public boolean ownedBy(Actor actor) {
        return actor.actsFor(organisationId) && actor.has(ownerRole);
    }

    /**
     * Somebody takes it out of the group's pool.
     *
     * @throws BusinessRefusal CONFLICT TASK_DECIDED or TASK_CLAIMED
     */
    public void claim(Actor actor, Instant now) {
        refuseUnlessOpenFor(actor);
        if (assignee == null) {
            assignee = actor.username();
            assigneeName = actor.displayName();
            claimedAt = now.atOffset(ZoneOffset.UTC);
        }
    }

    /**
     * Back into the pool.
     *
     * @throws BusinessRefusal CONFLICT TASK_DECIDED or TASK_CLAIMED
     */
    public void release(Actor actor) {
        refuseUnlessOpenFor(actor);
        backToPool();
    }

    /**
     * Somebody else has it from now on: a supervisor gives it, or a stand-in takes it over.
     *
     * @throws BusinessRefusal CONFLICT TASK_DECIDED
     */
    public void giveTo(String username, String displayName, Instant now) {
        refuseUnlessOpen();
        assignee = username;
        assigneeName = displayName;
        claimedAt = now.atOffset(ZoneOffset.UTC);
    }

    /**
     * A supervisor puts it back into the pool.
     *
     * @throws BusinessRefusal CONFLICT TASK_DECIDED
     */
    public void backToPool() {
        refuseUnlessOpen();
        assignee = null;
        assigneeName = null;
        claimedAt = null;
    }

    /**
     * It is decided, once.
     *
     * @param fields JSON object of the form's fields
     * @param takesEffectAt until when whoever decided may undo it; null for at once and not at all
     * @throws BusinessRefusal CONFLICT TASK_DECIDED (with who and when) or TASK_CLAIMED
     */
    public void decide(Actor actor, String outcome, String reason, String fields, Instant now, Instant takesEffectAt) {
        refuseUnlessOpenFor(actor);
        decision = new TaskDecision(actor, outcome, reason, fields, now, takesEffectAt);
        state = State.DONE;
    }

    /**
     * Who sent the lot takes it back, so that there is nothing left to decide; whoever comes with a decision hears that.
     *
     * @throws BusinessRefusal CONFLICT TASK_DECIDED
     */
    public void takenBack(Actor clerk, String reason, Instant now) {
        refuseUnlessOpen();
        decision = new TaskDecision(clerk, TAKEN_BACK, reason, null, now, null);
        state = State.CANCELLED;
    }

    /** Its process went another way, also before what was decided took effect. */
    public void cancel() {
        if (state == State.OPEN || takesEffectAt() != null) {
            state = State.CANCELLED;
            decision().lapse();
        }
    }

    /**
     * Only who has it, or anybody of the group while nobody has, may do something with it.
     *
     * @throws BusinessRefusal CONFLICT TASK_DECIDED or TASK_CLAIMED
     */
    public void refuseUnlessOpenFor(Actor actor) {
        refuseUnlessOpen();
        if (assignee != null && !assignee.equals(actor.username())) {
            throw BusinessRefusal.conflict("TASK_CLAIMED", assigneeName, claimedAt);
        }
    }

    private void refuseUnlessOpen() {
        if (state != State.OPEN) {
            throw BusinessRefusal.conflict(
                    "TASK_DECIDED", decidedName(), decidedAt(), decision().outcome());
        }
    }

    public String id() {
        return id;
    }

    public String process() {
        return process;
    }

    public String step() {
        return step;
    }

    public String form() {
        return form;
    }

    public String businessKey() {
        return businessKey;
    }

    public String title() {
        return title;
    }

    public Long organisationId() {
        return organisationId;
    }

    public Role ownerRole() {
        return ownerRole;
    }

    public String assignee() {
        return assignee;
    }

    public String assigneeName() {
        return assigneeName;
    }

    public OffsetDateTime claimedAt() {
        return claimedAt;
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }

    /** When it is due; one without a date where it has none. */
    public TaskDeadline deadline() {
        return deadline;
    }

    public State state() {
        return state;
    }

    public String decidedBy() {
        return decision().decider();
    }

    public String decidedName() {
        return decision().deciderName();
    }

    public OffsetDateTime decidedAt() {
        return decision().decidedAt();
    }

    /** When what was decided takes effect, until when it can be undone; null when it has, or nobody has decided. */
    public OffsetDateTime takesEffectAt() {
        return decision().takesEffectAt();
    }

    /** What was decided; empty in all its parts where nobody has. */
    public TaskDecision decision() {
        return decision == null ? new TaskDecision() : decision;
    }
}

package org.chengxin.workflow.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.chengxin.kernel.Actor;

/** Who decided a task how, when, and from when on it counts. */
@Embeddable
public class TaskDecision {

    private String outcome;
    private String reason;
    private String fields;

    @Column(name = "decided_by")
    private String decider;

    @Column(name = "decided_name")
    private String deciderName;

    @Column(name = "decided_at")
    private OffsetDateTime decidedAt;

    @Column(name = "takes_effect_at")
    private OffsetDateTime takesEffectAt;

    /** Nobody has decided. */
    protected TaskDecision() {}

    /**
     * @param fields JSON object of the form's fields
     * @param takesEffectAt null where it takes effect at once
     */
    TaskDecision(Actor actor, String outcome, String reason, String fields, Instant now, Instant takesEffectAt) {
        this.outcome = outcome;
        this.reason = reason;
        this.fields = fields;
        this.decider = actor.username();
        this.deciderName = actor.displayName();
        this.decidedAt = now.atOffset(ZoneOffset.UTC);
        this.takesEffectAt = takesEffectAt == null ? null : takesEffectAt.atOffset(ZoneOffset.UTC);
    }

    public String outcome() {
        return outcome;
    }

    public String reason() {
        return reason;
    }

    public String fields() {
        return fields;
    }

    String decider() {
        return decider;
    }

    String deciderName() {
        return deciderName;
    }

    OffsetDateTime decidedAt() {
        return decidedAt;
    }

    OffsetDateTime takesEffectAt() {
        return takesEffectAt;
    }

    /** It will have no effect any more. */
    void lapse() {
        takesEffectAt = null;
    }
}

package org.chengxin.intake.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.chengxin.kernel.Actor;

/** The decision of the supplier's reviewer on a lot, on which the content of its records rests. */
@Embeddable
public class LotReview {

    @Column(name = "reviewed_by")
    private String by;

    @Column(name = "reviewed_name")
    private String name;

    @Column(name = "reviewed_at")
    private OffsetDateTime at;

    @Column(name = "review_reason")
    private String reason;

    protected LotReview() {}

    LotReview(Actor reviewer, String reason, Instant now) {
        this.by = reviewer.username();
        this.name = reviewer.displayName();
        this.at = now.atOffset(ZoneOffset.UTC);
        this.reason = reason;
    }

    /** The clerk took the lot back, and nobody reviewed it: there is a reason and no reviewer. */
    static LotReview takenBack(Actor clerk, String reason, Instant now) {
        LotReview review = new LotReview(clerk, reason, now);
        review.by = null;
        return review;
    }

    /** User name of the reviewer; null where nobody has decided. */
    public String by() {
        return by;
    }

    /** Of the reviewer, or of the clerk who took the lot back. */
    public String name() {
        return name;
    }

    public OffsetDateTime at() {
        return at;
    }

    /** In the words of that person; null for none. */
    public String reason() {
        return reason;
    }
}

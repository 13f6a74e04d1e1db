package org.chengxin.intake.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.chengxin.intake.control.RowCounts;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;

/**
 * A lot: one file or push of one department for one catalogue item, from its receipt to the day its rows are through.
 * Rows and findings are many and live in tables beside it; the lot counts them.
 */
@Entity
@Table(name = "submission")
@NamedQuery(name = "Submission.byNo", query = "SELECT s FROM Submission s WHERE s.no = :no")
@NamedQuery(
        name = "Submission.byKey",
        query = "SELECT s FROM Submission s WHERE s.organisationId = :organisation AND s.receipt.idempotencyKey = :key")
@NamedQuery(
        name = "Submission.byContent",
        query = "SELECT s FROM Submission s WHERE s.organisationId = :organisation AND s.itemId = :item"
                + " AND s.receipt.contentSha256 = :sha256 AND s.state NOT IN :again")
public class Submission extends SentLot {

    @Enumerated(EnumType.STRING)
    private SubmissionState state;

    @Embedded
    private LotTally tally = new LotTally();

    @Embedded
    private LotRounds rounds = new LotRounds();

    @Embedded
    private LotReview review;

    @Column(name = "closed_at")
    private OffsetDateTime closedAt;

    protected Submission() {}

    /** A lot is taken: from now on it is durable, and a process instance has it. */
    public Submission(String no, LotDescription description, Actor clerk, Instant now) {
        super(no, description, clerk, now);
        this.state = SubmissionState.RECEIVED;
    }

    /**
     * It corrects a lot: what its sender did not state it has of that one.
     *
     * @param scope said for that lot; null for nothing
     * @param historicDocument of that lot; null for none
     */
    public void inherit(DisclosureScope scope, String historicDocument) {
        receipt().inherit(scope, historicDocument);
    }

    /** How many rows the file has; known once it has been read. */
    public void holds(int rows) {
        tally.holds(rows);
    }

    /**
     * A chunk of rows was checked.
     *
     * @param cleaningCounts of all chunks so far, as JSON
     */
    public void checked(int lastRow, RowCounts counts, String cleaningCounts) {
        in(SubmissionState.RECEIVED, SubmissionState.CHECKING);
        state = SubmissionState.CHECKING;
        tally.checked(lastRow, counts, cleaningCounts);
    }

    /**
     * Rows went to another outcome after the check.
     *
     * @param bySupplier its clerk confirmed or changed content, so that its reviewer looks at it
     * @return whether the lot has come to its end before and has to go on for them
     * @throws BusinessRefusal CONFLICT LOT_RETURNED when the lot went back as a whole
     */
    public boolean settled(RowCounts counts, boolean bySupplier) {
        if (state == SubmissionState.RETURNED || state == SubmissionState.REFUSED) {
            throw BusinessRefusal.conflict("LOT_RETURNED", no());
        }
        tally.count(counts);
        rounds.expect(counts.of("ACCEPTED"), bySupplier);
        return state == SubmissionState.DONE && nextRound();
    }

    /**
     * Begins the round of the rows that were settled meanwhile.
     *
     * @return false when there are none
     */
    public boolean nextRound() {
        if (!rounds.next(review().by() != null)) {
            return false;
        }
        state = SubmissionState.CHECKING;
        closedAt = null;
        return true;
    }

    /**
     * A row that was set aside when it was to become a record goes on in the next round.
     *
     * @param settled the supplier settled it: the lot no longer knows who approved that, so its reviewer looks again
     * @return whether the lot has come to its end before and has to go on for it
     */
    public boolean triesAgain(boolean settled) {
        rounds.expect(1, settled);
        return state == SubmissionState.DONE && nextRound();
    }

    /** Goes straight on, where the reviewer's approval already covers the rows of this round. */
    public boolean goesOnUnreviewed() {
        if (rounds.needsReview()) {
            return false;
        }
        in(SubmissionState.CHECKING);
        state = SubmissionState.PROCESSING;
        return true;
    }

    public void openReview() {
        in(SubmissionState.CHECKING);
        state = SubmissionState.IN_REVIEW;
    }

    /**
     * The supplier's reviewer approves it (本部门审核, 苏府[2003]184号 五(二)).
     *
     * @throws BusinessRefusal as {@link #refuseReviewBy}
     */
    public void approve(Actor reviewer, String reason, Instant now) {
        review(reviewer, reason, now);
        state = SubmissionState.PROCESSING;
    }

    /**
     * The reviewer sends it back, with a reason that stays with it: the lot as a whole, or in a later round the rows of
     * that round.
     *
     * @param rows how the rows of a later round leave it; empty in the first
     */
    public void giveBack(Actor reviewer, String reason, RowCounts rows, Instant now) {
        LotReview approval = review;
        review(reviewer, reason, now);
        closedAt = review.at();
        if (rounds.isFirst()) {
            state = SubmissionState.RETURNED;
            rounds.expectNothing();
        } else {
            state = SubmissionState.DONE;
            tally.count(rows);
            // what the earlier rows rest on stays
            review = approval;
        }
    }

    /**
     * Whoever sent it takes it back before its first review has come to a decision, with a reason that stays with it.
     *
     * @throws BusinessRefusal as {@link #refuseTakingBackBy}
     */
    public void takeBack(Actor clerk, String reason, Instant now) {
        refuseTakingBackBy(clerk);
        review = LotReview.takenBack(clerk, reason, now);
        closedAt = review.at();
        state = SubmissionState.RETURNED;
        rounds.expectNothing();
    }

    /**
     * Only whoever sent it takes it back, and only before its first review is over.
     *
     * @throws BusinessRefusal FORBIDDEN NOT_OWN_LOT; CONFLICT LOT_STATE
     */
    public void refuseTakingBackBy(Actor clerk) {
        if (!clerk.actsFor(organisationId()) || !receipt().submittedBy().equals(clerk.username())) {
            throw BusinessRefusal.forbidden("NOT_OWN_LOT", no());
        }
        in(SubmissionState.IN_REVIEW);
        if (!rounds.isFirst()) {
            throw BusinessRefusal.conflict("LOT_STATE", no(), state.name());
        }
    }

    /** Rows go back to the supplier while the others stay before the reviewer. */
    public void sentBack(RowCounts counts) {
        in(SubmissionState.IN_REVIEW);
        tally.count(counts);
    }

    private void review(Actor reviewer, String reason, Instant now) {
        refuseReviewBy(reviewer);
        in(SubmissionState.IN_REVIEW);
        review = new LotReview(reviewer, reason, now);
    }

    /**
     * Four eyes: who entered does not review, and only the supplier's own people do.
     *
     * @throws BusinessRefusal FORBIDDEN FOUR_EYES or NOT_SUPPLIER
     */
    public void refuseReviewBy(Actor reviewer) {
        if (!reviewer.actsFor(organisationId())) {
            throw BusinessRefusal.forbidden("NOT_SUPPLIER", itemCode());
        }
        if (receipt().submittedBy().equals(reviewer.username())) {
            throw BusinessRefusal.forbidden("FOUR_EYES", no());
        }
    }

    public void admitted(int lastRow, int rows) {
        in(SubmissionState.PROCESSING);
        rounds.admitted(lastRow, rows);
    }

    /** Parts of it are at work, which leave the lot itself as it is. */
    public void requireProcessing() {
        in(SubmissionState.PROCESSING);
    }

    public void close(Instant now) {
        in(SubmissionState.PROCESSING, SubmissionState.CHECKING);
        state = SubmissionState.DONE;
        closedAt = now.atOffset(ZoneOffset.UTC);
    }

    public void refuse(Instant now) {
        state = SubmissionState.REFUSED;
        closedAt = now.atOffset(ZoneOffset.UTC);
    }

    private void in(SubmissionState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw BusinessRefusal.conflict("LOT_STATE", no(), state.name());
        }
    }

    public SubmissionState state() {
        return state;
    }

    public LotTally tally() {
        return tally;
    }

    public int round() {
        return rounds.round();
    }

    public LotRounds rounds() {
        return rounds;
    }

    public OffsetDateTime closedAt() {
        return closedAt;
    }

    /** The reviewer's decision; empty in all its parts where nobody has decided. */
    public LotReview review() {
        return review == null ? new LotReview() : review;
    }
}

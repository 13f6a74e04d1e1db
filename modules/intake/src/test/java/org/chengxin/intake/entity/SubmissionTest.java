package org.chengxin.intake.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.chengxin.intake.control.RowCounts;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.junit.jupiter.api.Test;

/** A lot on its way, and what approvals cover. */
class SubmissionTest {

    private static final Instant NOW = Instant.parse("2026-07-01T01:00:00Z");
    private static final Actor REVIEWER = actor("reviewer.a");

    private static Actor actor(String username) {
        return new Actor(null, username, username, 7L, "a", "甲局", Set.of());
    }

    private static RowCounts rows(String outcome, int rows) {
        RowCounts counts = new RowCounts();
        for (int i = 0; i < rows; i++) {
            counts.add(outcome);
        }
        return counts;
    }

    /** Two accepted rows and a suspect one, before the reviewer. */
    private static Submission inReview() {
        Submission lot = new Submission(
                "L1",
                new LotDescription(5L, "PEN-ENV", 6L, "API", "a.csv", "text/csv", "x", 1, null, null, null, "{}"),
                actor("clerk.a"),
                NOW);
        lot.holds(3);
        lot.checked(3, rows("ACCEPTED", 2), "{}");
        lot.checked(4, rows("SUSPECT", 1), "{}");
        lot.openReview();
        return lot;
    }

    private static Submission done() {
        Submission lot = inReview();
        lot.approve(REVIEWER, "属实", NOW);
        lot.admitted(3, 2);
        lot.close(NOW);
        return lot;
    }

    private static RowCounts kept() {
        RowCounts counts = new RowCounts();
        counts.move("SUSPECT", "ACCEPTED");
        return counts;
    }

    @Test
    void whoever_sent_a_lot_takes_it_back_until_it_is_decided() {
        Submission lot = inReview();
        assertRefused(() -> lot.takeBack(actor("clerk.b"), "误报", NOW), "NOT_OWN_LOT");
        lot.takeBack(actor("clerk.a"), "误报", NOW);

        assertThat(lot.state()).isEqualTo(SubmissionState.RETURNED);
        assertThat(lot.review().by()).as("nobody reviewed it").isNull();
        assertThat(lot.review().reason()).isEqualTo("误报");
        assertRefused(() -> lot.approve(REVIEWER, "属实", NOW), "LOT_STATE");
        Submission approved = done();
        assertRefused(() -> approved.takeBack(actor("clerk.a"), "误报", NOW), "LOT_STATE");
        approved.settled(kept(), true);
        approved.nextRound();
        approved.openReview();
        assertRefused(() -> approved.takeBack(actor("clerk.a"), "误报", NOW), "LOT_STATE");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    @Test
    void a_row_that_was_set_aside_is_reviewed_again_only_where_the_supplier_settled_it() {
        Submission asItCame = done();
        assertThat(asItCame.triesAgain(false)).isTrue();
        assertThat(asItCame.goesOnUnreviewed()).isTrue();

        Submission settled = done();
        assertThat(settled.triesAgain(true)).isTrue();
        assertThat(settled.goesOnUnreviewed()).isFalse();
    }

    @Test
    void what_is_settled_in_time_goes_on_in_a_further_round_and_each_row_counts_once() {
        Submission lot = done();
        assertThat(lot.settled(kept(), true)).isTrue();
        assertThat(lot.round()).isEqualTo(1);
        assertThat(lot.rounds().lastRowAdmitted()).isZero();
        assertThat(lot.tally().accepted()).isEqualTo(3);
        assertThat(lot.tally().suspect()).isZero();
        assertThat(lot.tally().received()).isEqualTo(3);
        assertThat(lot.closedAt()).isNull();
    }

    @Test
    void a_further_round_that_goes_back_leaves_the_approval_of_the_earlier_rows() {
        Submission lot = done();
        lot.settled(kept(), true);
        lot.openReview();
        RowCounts back = new RowCounts();
        back.move("ACCEPTED", "REJECTED");

        lot.giveBack(actor("other.reviewer"), "不符", back, NOW);

        assertThat(lot.state()).isEqualTo(SubmissionState.DONE);
        assertThat(lot.review().by()).isEqualTo("reviewer.a");
        assertThat(lot.review().reason()).isEqualTo("属实");
        assertThat(lot.tally().rejected()).isEqualTo(1);
    }

    @Test
    void a_lot_that_goes_back_as_a_whole_takes_what_was_settled_meanwhile_with_it() {
        Submission lot = inReview();
        assertThat(lot.settled(kept(), true)).isFalse();

        lot.giveBack(REVIEWER, "不符", new RowCounts(), NOW);

        assertThat(lot.state()).isEqualTo(SubmissionState.RETURNED);
        assertThat(lot.rounds().pendingRows()).isZero();
        assertThat(lot.nextRound()).isFalse();
    }

    @Test
    void what_parts_took_is_added_up_and_leaves_where_the_lot_stands() {
        Submission lot = inReview();
        lot.approve(REVIEWER, null, NOW);
        lot.requireProcessing();

        lot.rounds().gathered(2);

        assertThat(lot.rounds().rowsAdmitted()).isEqualTo(2);
        assertThat(lot.rounds().lastRowAdmitted()).isZero();
    }

    @Test
    void no_part_of_a_lot_that_is_not_approved_or_done_goes_on() {
        assertThatThrownBy(inReview()::requireProcessing).isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(done()::requireProcessing).isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void rows_that_go_back_by_themselves_leave_the_others_in_the_review() {
        Submission lot = inReview();
        int accepted = lot.tally().accepted();
        RowCounts back = new RowCounts();
        back.move("ACCEPTED", "REJECTED");

        lot.sentBack(back);

        assertThat(lot.state()).isEqualTo(SubmissionState.IN_REVIEW);
        assertThat(lot.tally().accepted()).isEqualTo(accepted - 1);
        assertThat(lot.tally().rejected()).isEqualTo(1);
        assertThat(lot.rounds().pendingRows()).isZero();
        lot.approve(REVIEWER, null, NOW);
        assertThatThrownBy(() -> lot.sentBack(back)).hasMessageContaining("LOT_STATE");
    }
}

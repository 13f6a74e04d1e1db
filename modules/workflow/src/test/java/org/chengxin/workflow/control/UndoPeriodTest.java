package org.chengxin.workflow.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.workflow.entity.WorklistTask;
import org.junit.jupiter.api.Test;

class UndoPeriodTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Actor YI = actor("yi", "乙");
    private static final Actor BING = actor("bing", "丙");

    private static Actor actor(String username, String name) {
        return new Actor(1L, username, name, 3L, "env", "环保局", Set.of(Role.REVIEWER));
    }

    private static WorklistTask task(Role owner) {
        return new WorklistTask("t", "Submission", "p", "ReviewLot", "review-lot", "L1", "环境处罚", 3L, owner, NOW);
    }

    private static UndoPeriod period(String length) {
        UndoPeriod period = new UndoPeriod();
        period.length = Duration.parse(length);
        return period;
    }

    @Test
    void aReviewersDecisionStandsForThePeriodAndEveryOtherCountsAtOnce() {
        assertThat(period("PT1M").endFor(task(Role.REVIEWER), NOW)).isEqualTo(LATER);
        assertThat(period("PT1M").endFor(task(Role.SECRECY_OFFICER), NOW)).isNull();
        assertThat(period("PT0S").endFor(task(Role.REVIEWER), NOW)).isNull();
        assertThat(period("PT-1S").endFor(task(Role.REVIEWER), NOW)).isNull();
    }

    @Test
    void whileItStandsNobodyDecidesAgainAndHearsWhoDecidedWhatAndWhen() {
        WorklistTask task = task(Role.REVIEWER);
        task.claim(YI, NOW);
        task.decide(YI, "approve", null, "{}", NOW, LATER);

        assertThat(task.takesEffectAt().toInstant()).isEqualTo(LATER);
        for (Actor late : new Actor[] {YI, BING}) {
            assertThatThrownBy(() -> task.decide(late, "return", "x", "{}", NOW, null))
                    .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("TASK_DECIDED");
                        assertThat(refusal.arguments()).containsExactly("乙", "2026-03-02T01:00Z", "approve");
                    });
        }
        assertThat(task.decidedBy()).isEqualTo("yi");
        assertThat(task.assignee()).as("who has it is kept for an undo").isEqualTo("yi");
    }

    @Test
    void aProcessThatGoesAnotherWayTakesTheStandingDecisionAlongButNoneThatCounts() {
        WorklistTask standing = task(Role.REVIEWER);
        standing.decide(YI, "approve", null, "{}", NOW, LATER);
        standing.cancel();
        assertThat(standing.state()).isEqualTo(WorklistTask.State.CANCELLED);
        assertThat(standing.takesEffectAt()).isNull();

        WorklistTask decided = task(Role.REVIEWER);
        decided.decide(YI, "approve", null, "{}", NOW, null);
        decided.cancel();
        assertThat(decided.state()).isEqualTo(WorklistTask.State.DONE);
    }

    @Test
    void whoComesTooLateToUndoHearsWhy() {
        WorklistTask task = task(Role.REVIEWER);
        refused("NOTHING_TO_UNDO", task, YI);
        task.decide(YI, "approve", null, "{}", NOW, null);
        refused("DECISION_IN_EFFECT", task, YI);
        refused("NOT_YOUR_DECISION", task, BING);
    }

    @Test
    void toUndoTwiceIsNoMistakeUnlessSomethingElseWasDecidedSince() {
        WorklistTask task = task(Role.REVIEWER);
        assertThatCode(() -> UndoPeriod.refuseUndo(task, YI, true)).doesNotThrowAnyException();
        task.decide(BING, "return", "x", "{}", NOW, null);
        assertThatThrownBy(() -> UndoPeriod.refuseUndo(task, YI, true)).hasMessageContaining("NOT_YOUR_DECISION");
    }

    private static void refused(String code, WorklistTask task, Actor actor) {
        assertThatThrownBy(() -> UndoPeriod.refuseUndo(task, actor, false))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }
}

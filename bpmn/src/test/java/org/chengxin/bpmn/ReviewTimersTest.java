package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.chengxin.kernel.time.CivilTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The timers at the review of submission.bpmn. */
class ReviewTimersTest extends ProcessTest {

    ReviewTimersTest() {
        super("processes/submission.bpmn", "openReview", "returnLot", "remindOwners", "escalateTask");
    }

    @ParameterizedTest
    @CsvSource({
        // a plain week
        "2026-11-16, 2026-11-20, 2026-11-24",
        // a Saturday that is worked after the long holiday is one of the last days
        "2026-09-29, 2026-10-10, 2026-10-13",
        // over New Year
        "2025-12-29, 2026-01-05, 2026-01-07",
        "2026-12-28, 2027-01-01, 2027-01-05"
    })
    void reviewersAreRemindedOnceAndTheSupervisorIsToldOnceAndTheReviewStaysOpen(
            LocalDate opened, LocalDate reminder, LocalDate escalation) {
        review(opened);
        assertThat(timersFireUntil(CivilTime.startOf(reminder).minusSeconds(1))).isZero();
        assertThat(timersFireUntil(CivilTime.startOf(reminder).plusSeconds(1))).isOne();
        assertThat(steps()).endsWith("remindOwners");
        assertThat(timersFireUntil(CivilTime.startOf(escalation).minusSeconds(1)))
                .isZero();
        assertThat(timersFireUntil(CivilTime.startOf(escalation).plusSeconds(1)))
                .isOne();
        assertThat(steps()).endsWith("remindOwners", "escalateTask");
        assertThat(task().getTaskDefinitionKey()).isEqualTo("ReviewLot");
        assertThat(timersFireUntil(CivilTime.startOf(escalation.plusYears(1)))).isZero();
    }

    @Test
    void aReviewInTimeNeedsNeither() {
        ProcessInstance lot = review(LocalDate.of(2026, 11, 16));
        complete(Map.of("outcome", "return"));

        assertThat(steps()).doesNotContain("remindOwners", "escalateTask");
        assertEndedAt(lot, "LotReturned");
    }

    private ProcessInstance review(LocalDate opened) {
        ClockUtil.setCurrentTime(Date.from(CivilTime.startOf(opened).plusSeconds(9 * 3_600)));
        answer("checkRows", execution -> {
            execution.setVariable("rowsLeft", false);
            execution.setVariable("accepted", true);
            execution.setVariable("reviewed", false);
        });
        ProcessInstance lot = start("Submission", "S-1", Map.of("lotNo", "S-1"));
        runJob();
        assertThat(task().getTaskDefinitionKey()).isEqualTo("ReviewLot");
        return lot;
    }
}

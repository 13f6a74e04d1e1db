package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.chengxin.record.entity.RecordState;
import org.chengxin.record.entity.RecordTransition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** period-end.bpmn: the timer, the start by hand, the loop, the failure of a chunk. */
class PeriodEndTest extends ProcessTest {

    private static final Instant EVENING = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T16:00:00Z");

    PeriodEndTest() {
        super("processes/period-end.bpmn", "countDueRecords", "certifyPeriodEnd");
    }

    @BeforeEach
    void oneChunk() {
        answer("endDueRecords", "recordsDue", false);
    }

    /** The clock has to stand before the model is deployed, when the engine looks for the next midnight. */
    @Override
    @BeforeEach
    void deploy() {
        ClockUtil.setCurrentTime(Date.from(EVENING));
        super.deploy();
    }

    @Test
    void itIsDueAtTheNextMidnightInShanghaiAndThenEveryDay() {
        assertThat(timer().getDuedate()).isEqualTo(Date.from(MIDNIGHT));

        ClockUtil.setCurrentTime(Date.from(MIDNIGHT.plusSeconds(2)));
        engine().getManagementService().executeJob(timer().getId());

        assertThat(timer().getDuedate()).isEqualTo(Date.from(MIDNIGHT.plusSeconds(86_400)));
        runToTheEnd();
        assertThat(steps()).containsExactly("countDueRecords", "endDueRecords", "certifyPeriodEnd");
    }

    @Test
    void afterDaysOfStandstillItRunsOnceAndNotOnceADay() {
        ClockUtil.setCurrentTime(Date.from(MIDNIGHT.plusSeconds(4 * 86_400 + 3_600)));
        engine().getManagementService().executeJob(timer().getId());

        assertThat(timer().getDuedate()).isEqualTo(Date.from(MIDNIGHT.plusSeconds(5 * 86_400)));
        runToTheEnd();
        assertThat(steps()).containsExactly("countDueRecords", "endDueRecords", "certifyPeriodEnd");
    }

    @Test
    void aServerThatStartsBeginsItByHandInTheBackground() {
        start();

        assertThat(steps()).isEmpty();
        assertThat(work().getRetries()).isPositive();
    }

    @Test
    void recordsEndChunkByChunkEachInAJobOfItsOwn() {
        answer("endDueRecords", "recordsDue", true, true, false);
        ProcessInstance run = start();

        runWork();
        assertThat(steps()).containsExactly("countDueRecords");
        runWork();
        assertThat(steps()).containsExactly("countDueRecords", "endDueRecords");
        runToTheEnd();

        assertThat(steps())
                .containsExactly(
                        "countDueRecords", "endDueRecords", "endDueRecords", "endDueRecords", "certifyPeriodEnd");
        assertThat(passedEnds(run)).containsExactly("PeriodsEnded");
    }

    @Test
    void aChunkThatFailsIsTriedAgainAndTheCountGoesOnWhereItWas() {
        Map<String, Object> told = new HashMap<>();
        int[] call = {0};
        answer("endDueRecords", execution -> {
            if (++call[0] == 2) {
                throw new IllegalStateException("the database went away");
            }
            long ended = execution.hasVariable("ended") ? (Long) execution.getVariable("ended") : 0;
            execution.setVariable("ended", ended + 1_000);
            execution.setVariable("recordsDue", call[0] < 3);
        });
        answer("certifyPeriodEnd", execution -> told.putAll(execution.getVariables()));
        start();
        runWork();
        runWork();

        assertThatThrownBy(this::runWork).hasMessageContaining("the database went away");
        assertThat(work().getRetries()).isEqualTo(4);
        assertThat(work().getDuedate()).isEqualTo(Date.from(EVENING.plusSeconds(60)));
        runToTheEnd();
        assertThat(told).containsEntry("ended", 2_000L);
    }

    @Test
    void twoRunsAtOnceDoNotKnowEachOther() {
        start();
        start();
        runToTheEnd();

        assertThat(steps().stream().filter("certifyPeriodEnd"::equals)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordState.class,
            names = {"IN_REVIEW", "UNDETERMINED", "HELD", "PUBLISHED"})
    void theTransitionItAsksForIsAllowedFromEveryStateInWhichARecordCanBeOver(RecordState state) {
        String asked = ModelFiles.process("period-end.bpmn")
                .getModelElementsByType(org.camunda.bpm.model.bpmn.instance.FlowNode.class)
                .stream()
                .flatMap(node -> RecordPaths.transition(node).stream())
                .findFirst()
                .orElseThrow();

        assertThat(RecordTransition.valueOf(asked).target(state)).isEqualTo(RecordState.ENDED);
    }

    private ProcessInstance start() {
        return engine().getRuntimeService().startProcessInstanceByKey("PeriodEnd");
    }

    private Job timer() {
        return engine().getManagementService().createJobQuery().timers().singleResult();
    }

    private Job work() {
        return engine().getManagementService().createJobQuery().messages().singleResult();
    }

    private void runWork() {
        engine().getManagementService().executeJob(work().getId());
    }

    private void runToTheEnd() {
        while (true) {
            var next =
                    engine().getManagementService().createJobQuery().messages().list();
            if (next.isEmpty()) {
                return;
            }
            engine().getManagementService().executeJob(next.get(0).getId());
        }
    }
}

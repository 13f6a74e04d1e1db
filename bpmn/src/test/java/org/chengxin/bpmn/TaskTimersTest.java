package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.chengxin.kernel.time.CivilTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The timers at the user tasks of credit-record.bpmn; those of submission.bpmn are in {@link ReviewTimersTest}. */
class TaskTimersTest extends ProcessTest {

    TaskTimersTest() {
        super(
                "processes/credit-record.bpmn",
                "publishRecord",
                "withholdRecord",
                "applySection",
                "applyRuling",
                "remindOwners",
                "escalateTask");
    }

    @BeforeEach
    void aRecordThatWaits() {
        answer("determinePeriod", "periodRunning", true);
        answer("determineScope", "scope", "UNDETERMINED");
        answer("classifyConduct", "section", "WARNING");
    }

    @ParameterizedTest
    @CsvSource({
        // a plain fortnight
        "DecideDisclosure, 2026-11-02, 2026-11-12, 2026-11-17",
        // over a long holiday, with a Sunday worked before it and a Saturday after it
        "DecideDisclosure, 2026-09-17, 2026-09-29, 2026-10-09",
        // over New Year, Sunday 4 January being worked
        "ClassifyRecord, 2025-12-29, 2026-01-05, 2026-01-07",
        // due on a Friday, late from Saturday on
        "ClassifyRecord, 2026-11-20, 2026-11-26, 2026-11-28",
        // into a year whose calendar nobody knows yet
        "DecideDisclosure, 2026-12-21, 2026-12-31, 2027-01-05"
    })
    void remindAndReportAtTheMidnightsThatTheCalendarSays(
            String task, LocalDate began, LocalDate reminder, LocalDate escalation) {
        ProcessInstance record = waitAt(task, began);

        assertThat(timer(task + "DueSoon").getDuedate()).isEqualTo(Date.from(CivilTime.startOf(reminder)));
        assertThat(timer(task + "Overdue").getDuedate()).isEqualTo(Date.from(CivilTime.startOf(escalation)));
        assertThat(timersFireUntil(CivilTime.startOf(reminder).minusSeconds(1))).isZero();
        assertThat(timersFireUntil(CivilTime.startOf(reminder).plusSeconds(1))).isOne();
        assertThat(steps()).endsWith("remindOwners").doesNotContain("escalateTask");
        assertThat(timersFireUntil(CivilTime.startOf(escalation).minusSeconds(1)))
                .isZero();
        assertThat(timersFireUntil(CivilTime.startOf(escalation).plusSeconds(1)))
                .isOne();
        assertThat(steps()).endsWith("remindOwners", "escalateTask");

        // nobody decided for the person
        assertThat(task().getTaskDefinitionKey()).isEqualTo(task);
        assertThat(timersFireUntil(CivilTime.startOf(escalation.plusYears(1)))).isZero();
        assertThat(record.isEnded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ClassifyRecord", "DecideDisclosure"})
    void aTaskThatIsDecidedInTimeLeavesNoTimer(String task) {
        answer("applySection", "section", "WARNING");
        answer("determineScope", "scope", task.equals("ClassifyRecord") ? "PUBLIC" : "UNDETERMINED");
        answer("applyRuling", "scope", "PUBLIC");
        ProcessInstance record = waitAt(task, LocalDate.of(2026, 11, 2));
        complete(Map.of());

        assertThat(steps()).doesNotContain("remindOwners", "escalateTask");
        assertEndedAt(record, "RecordPublished");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ClassifyRecord", "DecideDisclosure"})
    void newContentEndsTheTimersWithTheTask(String task) {
        waitAt(task, LocalDate.of(2026, 11, 2));
        engine().getRuntimeService()
                .createMessageCorrelation("RecordOvertaken")
                .processInstanceBusinessKey("R-1")
                .correlate();

        assertThat(timersFireUntil(Instant.parse("2027-11-02T00:00:00Z"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ClassifyRecord, remindOwners, DueSoon", "DecideDisclosure, escalateTask, Overdue"})
    void aNoticeThatFailsIsTriedAgainAndHoldsUpNobody(String task, String delegate, String event) {
        answer(delegate, execution -> {
            throw new IllegalStateException("the database went away");
        });
        waitAt(task, LocalDate.of(2026, 11, 2));
        Job timer = timer(task + event);
        ClockUtil.setCurrentTime(new Date(timer.getDuedate().getTime() + 1_000));

        assertThatThrownBy(() -> engine().getManagementService().executeJob(timer.getId()))
                .hasMessageContaining("the database went away");
        assertThat(timer(task + event).getRetries()).isEqualTo(4);
        assertThat(task().getTaskDefinitionKey()).isEqualTo(task);
    }

    private ProcessInstance waitAt(String task, LocalDate began) {
        if (task.equals("ClassifyRecord")) {
            answer("classifyConduct", "section", (Object) null);
        }
        ClockUtil.setCurrentTime(Date.from(CivilTime.startOf(began).plusSeconds(9 * 3_600)));
        ProcessInstance record = start("CreditRecord", "R-1", Map.of("recordNo", "R-1"));
        assertThat(task().getTaskDefinitionKey()).isEqualTo(task);
        return record;
    }
}

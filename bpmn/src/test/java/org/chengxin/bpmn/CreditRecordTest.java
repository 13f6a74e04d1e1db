package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** credit-record.bpmn: every exit of every gateway, and that a clean record never waits. */
class CreditRecordTest extends ProcessTest {

    CreditRecordTest() {
        super("processes/credit-record.bpmn", "publishRecord", "holdRecord", "withholdRecord", "endRecord");
    }

    @BeforeEach
    void aCleanRecord() {
        answer("classifyConduct", "section", "WARNING");
        answer("determinePeriod", "periodRunning", true);
        answer("determineScope", "scope", "PUBLIC");
        answer("applySection", execution -> {});
        answer("applyRuling", execution -> execution.setVariable("scope", execution.getVariable("ruling")));
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, publishRecord, RecordPublished",
        "GOVERNMENT, holdRecord, RecordHeld",
        "AUTHORISED, holdRecord, RecordHeld"
    })
    void aCleanRecordRunsFromStartToEndWithoutWaiting(String scope, String lastStep, String end) {
        answer("determineScope", "scope", scope);
        ProcessInstance record = approve();

        assertThat(record.isEnded()).isTrue();
        assertThat(steps()).containsExactly("classifyConduct", "determinePeriod", "determineScope", lastStep);
        assertEndedAt(record, end);
    }

    @Test
    void aRecordWhosePeriodIsOverOrUnknownOnlyGoesToTheArchive() {
        answer("determinePeriod", "periodRunning", false);
        ProcessInstance record = approve();

        assertThat(steps()).containsExactly("classifyConduct", "determinePeriod", "endRecord");
        assertEndedAt(record, "RecordEnded");
    }

    @Test
    void aRecordOfUnknownSectionWaitsForAReviewer() {
        answer("classifyConduct", "section", (Object) null);
        answer("applySection", "section", "ALERT");
        ProcessInstance record = approve();
        assertThat(steps()).containsExactly("classifyConduct");
        assertTask("ClassifyRecord", "REVIEWER");

        complete(Map.of("section", "ALERT", "reason", "伪造数据"));
        assertThat(steps())
                .containsExactly(
                        "classifyConduct", "applySection", "determinePeriod", "determineScope", "publishRecord");
        assertEndedAt(record, "RecordPublished");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNDETERMINED", "", "public", "everyone"})
    void whatIsNotClearlyPublicOrHeldWaitsForASecrecyOfficer(String scope) {
        answer("determineScope", "scope", scope);
        approve();

        assertThat(steps()).containsExactly("classifyConduct", "determinePeriod", "determineScope", "withholdRecord");
        assertTask("DecideDisclosure", "SECRECY_OFFICER");
    }

    @Test
    void aScopeThatIsMissingAltogetherIsWithheldToo() {
        answer("determineScope", "scope", (Object) null);
        approve();

        assertTask("DecideDisclosure", "SECRECY_OFFICER");
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, publishRecord, RecordPublished",
        "GOVERNMENT, holdRecord, RecordHeld",
        "AUTHORISED, holdRecord, RecordHeld"
    })
    void theOfficersRulingDecides(String ruling, String lastStep, String end) {
        answer("determineScope", "scope", "UNDETERMINED");
        ProcessInstance record = approve();
        complete(Map.of("ruling", ruling));

        assertThat(steps()).endsWith("withholdRecord", "applyRuling", lastStep);
        assertEndedAt(record, end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNDETERMINED", "", "everyone"})
    void aRulingThatIsNoneOfTheThreeScopesIsNotTaken(String ruling) {
        answer("determineScope", "scope", "UNDETERMINED");
        approve();

        assertThatThrownBy(() -> complete(Map.of("ruling", ruling))).hasMessageContaining("RulingGiven");
        assertThat(steps()).doesNotContain("publishRecord", "holdRecord");
        assertTask("DecideDisclosure", "SECRECY_OFFICER");
    }

    @Test
    void aFailureLeavesNoHalfRecordBehind() {
        answer("publishRecord", execution -> {
            throw new IllegalStateException("the database went away");
        });

        assertThatThrownBy(this::approve).hasMessageContaining("the database went away");
        assertThat(engine().getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
        assertThat(engine().getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .isZero();
    }

    private ProcessInstance approve() {
        return start("CreditRecord", "R-1", Map.of("recordNo", "R-1"));
    }

    private void assertTask(String step, String group) {
        assertThat(task().getTaskDefinitionKey()).isEqualTo(step);
        assertThat(engine().getTaskService().getIdentityLinksForTask(task().getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly(group);
    }
}

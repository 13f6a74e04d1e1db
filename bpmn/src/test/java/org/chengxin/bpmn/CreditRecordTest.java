package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** credit-record.bpmn: every exit of every gateway, that a clean record never waits, that new content ends a wait. */
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
        assertThat(steps()).containsExactly("determinePeriod", "classifyConduct", "determineScope", lastStep);
        assertEndedAt(record, end);
    }

    @Test
    void aRecordWhosePeriodIsOverOrUnknownOnlyGoesToTheArchive() {
        answer("determinePeriod", "periodRunning", false);
        ProcessInstance record = approve();

        assertThat(steps()).containsExactly("determinePeriod", "endRecord");
        assertEndedAt(record, "RecordEnded");
    }

    /** Thousands of old penalties without a stated severity must not become thousands of tasks. */
    @Test
    void nobodyIsAskedForTheSectionOfARecordThatWillNotBeShown() {
        answer("determinePeriod", "periodRunning", false);
        answer("classifyConduct", "section", (Object) null);
        ProcessInstance record = approve();

        assertThat(task()).isNull();
        assertThat(steps()).doesNotContain("classifyConduct");
        assertEndedAt(record, "RecordEnded");
    }

    @Test
    void aRecordOfUnknownSectionWaitsForAReviewer() {
        answer("classifyConduct", "section", (Object) null);
        answer("applySection", "section", "ALERT");
        ProcessInstance record = approve();
        assertThat(steps()).containsExactly("determinePeriod", "classifyConduct");
        assertTask("ClassifyRecord", "REVIEWER");

        complete(Map.of("section", "ALERT", "reason", "伪造数据"));
        assertThat(steps())
                .containsExactly(
                        "determinePeriod", "classifyConduct", "applySection", "determineScope", "publishRecord");
        assertEndedAt(record, "RecordPublished");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNDETERMINED", "", "public", "everyone"})
    void whatIsNotClearlyPublicOrHeldWaitsForASecrecyOfficer(String scope) {
        answer("determineScope", "scope", scope);
        approve();

        assertThat(steps()).containsExactly("determinePeriod", "classifyConduct", "determineScope", "withholdRecord");
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

    @Test
    void newContentEndsTheWaitForASection() {
        answer("classifyConduct", "section", (Object) null);
        ProcessInstance record = approve();

        assertThat(overtake("R-1")).hasSize(1);
        assertThat(task()).isNull();
        assertThat(steps()).containsExactly("determinePeriod", "classifyConduct");
        assertEndedAt(record, "RecordOvertakenInClassification");
    }

    @Test
    void newContentEndsTheWaitForARulingAndNothingIsPublishedOrHeld() {
        answer("determineScope", "scope", "UNDETERMINED");
        ProcessInstance record = approve();

        assertThat(overtake("R-1")).hasSize(1);
        assertThat(task()).isNull();
        assertThat(steps()).containsExactly("determinePeriod", "classifyConduct", "determineScope", "withholdRecord");
        assertEndedAt(record, "RecordOvertakenInDisclosure");
    }

    @Test
    void onlyTheRecordThatHasNewContentHearsOfIt() {
        answer("determineScope", "scope", "UNDETERMINED");
        approve();
        ProcessInstance other = approve("R-2");

        overtake("R-1");
        assertThat(task().getProcessInstanceId()).isEqualTo(other.getId());
        complete(Map.of("ruling", "GOVERNMENT"));
        assertEndedAt(other, "RecordHeld");
    }

    @Test
    void aRecordWithoutAnOpenTaskHasNothingToHear() {
        approve();

        assertThat(overtake("R-1")).isEmpty();
        assertThat(overtake("R-nobody-knows")).isEmpty();
        assertThat(engine().getRuntimeService().createEventSubscriptionQuery().count())
                .isZero();
    }

    @Test
    void onceThePersonHasDecidedTheMessageComesTooLate() {
        answer("determineScope", "scope", "UNDETERMINED");
        ProcessInstance record = approve();
        complete(Map.of("ruling", "PUBLIC"));

        assertThat(overtake("R-1")).isEmpty();
        assertEndedAt(record, "RecordPublished");
    }

    /** As the lot's process does it: the message first, then the instance of the new content, in one transaction. */
    @Test
    void theInstanceOfTheNewContentIsNotTheOneThatIsOvertaken() {
        answer("determineScope", "scope", "UNDETERMINED");
        ProcessInstance old = approve();
        ProcessInstance ofNewContent = ((ProcessEngineConfigurationImpl) engine().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(transaction -> {
                    overtake("R-1");
                    return approve();
                });

        assertEndedAt(old, "RecordOvertakenInDisclosure");
        assertThat(task().getProcessInstanceId()).isEqualTo(ofNewContent.getId());
        complete(Map.of("ruling", "PUBLIC"));
        assertEndedAt(ofNewContent, "RecordPublished");
    }

    private ProcessInstance approve() {
        return approve("R-1");
    }

    private ProcessInstance approve(String recordNo) {
        return start("CreditRecord", recordNo, Map.of("recordNo", recordNo));
    }

    private List<MessageCorrelationResult> overtake(String recordNo) {
        return engine().getRuntimeService()
                .createMessageCorrelation("RecordOvertaken")
                .processInstanceBusinessKey(recordNo)
                .correlateAllWithResult();
    }

    private void assertTask(String step, String group) {
        assertThat(task().getTaskDefinitionKey()).isEqualTo(step);
        assertThat(engine().getTaskService().getIdentityLinksForTask(task().getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly(group);
    }
}

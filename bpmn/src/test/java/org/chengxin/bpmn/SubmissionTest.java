package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** submission.bpmn: every exit of every gateway, and the error event; its timers are in ReviewTimersTest. */
class SubmissionTest extends ProcessTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private int parts;

    SubmissionTest() {
        super("processes/submission.bpmn", "refuseLot", "returnLot", "approveLot", "openReview");
    }

    @BeforeEach
    void aLotOfOneChunkThatIsGood() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        checkFinds(true, false);
        answer("admitRecords", "recordsLeft", false);
        parts = 1;
        answer("closeLot", "rowsSettled", false);
        answer("rematchRows", "rematchLeft", false);
    }

    @Test
    void nothingIsCheckedInTheRequestThatBringsTheLot() {
        ProcessInstance lot = receive();

        assertThat(lot.getBusinessKey()).isEqualTo("S-1");
        assertThat(steps()).isEmpty();
        assertThat(job().getRetries()).isPositive();
    }

    @Test
    void approvedLotBecomesRecordsInTheBackground() {
        ProcessInstance lot = receive();
        runJob();
        complete(Map.of("outcome", "approve"));
        assertThat(steps()).containsExactly("checkRows", "openReview", "approveLot");
        runJob();
        runJob();
        assertThat(steps()).containsExactly("checkRows", "openReview", "approveLot", "admitRecords", "closeLot");
        runJob();

        assertThat(steps()).endsWith("closeLot", "rematchRows");
        assertEndedAt(lot, "LotDone");
    }

    @Test
    void rowsAreCheckedChunkByChunkEachInAJobOfItsOwn() {
        checkFinds(true, true, true, false);
        receive();

        runJob();
        assertThat(steps()).containsExactly("checkRows");
        runJob();
        assertThat(task()).isNull();
        runJob();
        assertThat(steps()).containsExactly("checkRows", "checkRows", "checkRows", "openReview");
    }

    @Test
    void recordsAreAdmittedChunkByChunkEachInAJobOfItsOwn() {
        answer("admitRecords", "recordsLeft", true, true, false);
        ProcessInstance lot = receive();
        runJob();
        complete(Map.of("outcome", "approve"));

        runJob();
        runJob();
        runJob();
        assertThat(steps()).doesNotContain("closeLot");
        runJob();
        assertThat(steps()).endsWith("approveLot", "admitRecords", "admitRecords", "admitRecords", "closeLot");
        runJob();
        assertEndedAt(lot, "LotDone");
    }

    @Test
    void aChunkThatFailsIsTriedAgainAndTheLotGoesOn() {
        boolean[] failedOnce = {false};
        answer("admitRecords", execution -> {
            if (!failedOnce[0]) {
                failedOnce[0] = true;
                throw new IllegalStateException("the database went away");
            }
            execution.setVariable("recordsLeft", false);
        });
        ProcessInstance lot = receive();
        runJob();
        complete(Map.of("outcome", "approve"));

        assertThatThrownBy(this::runJob).hasMessageContaining("the database went away");
        assertThat(job().getRetries()).isEqualTo(4);
        assertThat(job().getDuedate())
                .isEqualTo(Date.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(60)));
        runJob();
        runJob();
        runJob();
        assertEndedAt(lot, "LotDone");
    }

    @Test
    void aLotWithoutAGoodRowClosesWithoutReview() {
        checkFinds(false, false);
        ProcessInstance lot = receive();
        runJob();

        assertThat(steps()).containsExactly("checkRows", "closeLot");
        runJob();
        assertEndedAt(lot, "LotDone");
    }

    @Test
    void rowsThatAnApprovalCoversBecomeRecordsWithoutAnotherReview() {
        answer("checkRows", execution -> {
            execution.setVariable("rowsLeft", false);
            execution.setVariable("accepted", true);
            execution.setVariable("reviewed", true);
            execution.setVariable("parts", 1);
        });
        ProcessInstance lot = receive();
        runJob();
        assertThat(task()).isNull();
        runJob();
        runJob();
        runJob();

        assertThat(steps()).containsExactly("checkRows", "admitRecords", "closeLot", "rematchRows");
        assertEndedAt(lot, "LotDone");
    }

    @Test
    void rowsSettledMeanwhileGoOnInAFurtherRound() {
        answer("closeLot", "rowsSettled", true, false);
        checkFinds(true, false, false);
        ProcessInstance lot = receive();
        runJob();
        complete(Map.of("outcome", "approve"));
        runJob();
        runJob();
        assertThat(steps()).endsWith("admitRecords", "closeLot");
        runJob();
        assertThat(task().getTaskDefinitionKey()).isEqualTo("ReviewLot");
        complete(Map.of("outcome", "approve"));
        runJob();
        runJob();
        runJob();

        assertThat(steps()).endsWith("openReview", "approveLot", "admitRecords", "closeLot", "rematchRows");
        assertEndedAt(lot, "LotDone");
    }

    @Test
    void waitingRowsAreMatchedAgainChunkByChunk() {
        answer("rematchRows", "rematchLeft", true, true, false);
        checkFinds(false, false);
        ProcessInstance lot = receive();
        runJob();
        runJob();
        runJob();
        assertThat(steps()).endsWith("closeLot", "rematchRows", "rematchRows");
        runJob();
        assertEndedAt(lot, "LotDone");
    }

    @Test
    void anUnreadableLotIsRefusedWithTheReason() {
        answer("checkRows", execution -> {
            throw new BpmnError("LOT_UNREADABLE", "broken archive");
        });
        String[] reason = new String[1];
        answer("refuseLot", execution -> reason[0] = (String) execution.getVariable("refusalReason"));
        ProcessInstance lot = receive();
        runJob();

        assertThat(reason[0]).isEqualTo("broken archive");
        assertThat(steps()).containsExactly("checkRows", "refuseLot");
        assertEndedAt(lot, "LotRefused");
    }

    @Test
    void aLotFoundUnreadableInALaterChunkIsRefusedToo() {
        int[] chunk = {0};
        answer("checkRows", execution -> {
            if (++chunk[0] == 2) {
                throw new BpmnError("LOT_UNREADABLE");
            }
            execution.setVariable("rowsLeft", true);
        });
        ProcessInstance lot = receive();
        runJob();
        runJob();

        assertEndedAt(lot, "LotRefused");
    }

    @Test
    void aTechnicalFailureIsNoRefusal() {
        answer("checkRows", execution -> {
            throw new IllegalStateException("the database went away");
        });
        receive();

        assertThatThrownBy(this::runJob).hasMessageContaining("the database went away");
        assertThat(steps()).doesNotContain("refuseLot");
        assertThat(job().getRetries()).isEqualTo(4);
    }

    @Test
    void theReviewBelongsToReviewers() {
        receive();
        runJob();
        Task review = task();

        assertThat(review.getTaskDefinitionKey()).isEqualTo("ReviewLot");
        assertThat(review.getAssignee()).isNull();
        assertThat(engine().getTaskService().getIdentityLinksForTask(review.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("REVIEWER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"return", "", "APPROVE", "maybe"})
    void onlyAClearYesApproves(String outcome) {
        ProcessInstance lot = receive();
        runJob();
        complete(Map.of("outcome", outcome));

        assertThat(steps()).containsExactly("checkRows", "openReview", "returnLot");
        assertEndedAt(lot, "LotReturned");
    }

    @Test
    void itsClerkTakesALotBackWhileItIsReviewedAndOnlyThen() {
        ProcessInstance lot = receive();
        assertThatThrownBy(this::takeBack).isInstanceOf(MismatchingMessageCorrelationException.class);
        runJob();
        takeBack();

        assertThat(steps()).containsExactly("checkRows", "openReview");
        assertThat(task()).isNull();
        assertEndedAt(lot, "ReviewEndedByClerk");
        assertThatThrownBy(this::takeBack).isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    private void takeBack() {
        engine().getRuntimeService()
                .createMessageCorrelation("LotTakenBack")
                .processInstanceBusinessKey("S-1")
                .correlate();
    }

    private ProcessInstance receive() {
        return start("Submission", "S-1", Map.of("lotNo", "S-1"));
    }

    /** Chunk after chunk, whether rows are left; with the last one, whether any row can be accepted. */
    private void checkFinds(boolean accepted, Boolean... rowsLeft) {
        int[] chunk = {0};
        answer("checkRows", execution -> {
            boolean left = rowsLeft[chunk[0]++];
            execution.setVariable("rowsLeft", left);
            if (!left) {
                execution.setVariable("accepted", accepted);
                execution.setVariable("reviewed", false);
                execution.setVariable("parts", parts);
            }
        });
    }
}

package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** submission.bpmn: the parts in which the rows of an approved lot become records side by side. */
class LotPartsTest extends ProcessTest {

    /** Part → chunks that it still has. */
    private final Map<Integer, Integer> chunks = new TreeMap<>();

    private final List<Integer> admitted = new ArrayList<>();
    private int failing = -1;

    LotPartsTest() {
        super("processes/submission.bpmn", "refuseLot", "returnLot", "approveLot", "openReview");
    }

    @BeforeEach
    void anApprovedLotInTwoParts() {
        answer("checkRows", execution -> {
            execution.setVariable("rowsLeft", false);
            execution.setVariable("accepted", true);
            execution.setVariable("reviewed", true);
            execution.setVariable("parts", chunks.size());
        });
        answer("admitRecords", execution -> {
            Integer part = (Integer) execution.getVariable("loopCounter");
            if (part == failing) {
                throw new IllegalStateException("part " + part + " failed");
            }
            admitted.add(part);
            execution.setVariableLocal("recordsLeft", chunks.merge(part, -1, Integer::sum) > 0);
        });
        answer("closeLot", "rowsSettled", false);
        answer("rematchRows", "rematchLeft", false);
    }

    @Test
    void partsGoOnSideBySideAndTheLotClosesOnceWhenAllAreThrough() {
        ProcessInstance lot = begin(3, 2);
        assertThat(jobs()).hasSize(2);

        runAll();

        assertThat(admitted).containsExactlyInAnyOrder(0, 0, 0, 1, 1);
        assertThat(steps()).filteredOn("closeLot"::equals).hasSize(1);
        assertEndedAt(lot, "LotDone");
    }

    @Test
    void chunksOfTwoPartsMayRunAtOnceWhatEndsThemMayNot() {
        begin(1, 2);

        assertThat(definitions()).containsOnly("AdmitRecords:false");
        runOneOf(0);

        assertThat(definitions()).containsExactlyInAnyOrder("AdmitParts:true", "AdmitRecords:false");
    }

    @Test
    void aPartThatEndsLongBeforeTheOtherWaitsForIt() {
        ProcessInstance lot = begin(1, 4);

        runOneOf(0);
        runJob("AdmitParts");
        assertThat(steps()).doesNotContain("closeLot");
        runJob();
        runJob();
        runJob();
        runJob();
        assertThat(steps()).doesNotContain("closeLot");
        runAll();

        assertThat(admitted).containsExactly(0, 1, 1, 1, 1);
        assertEndedAt(lot, "LotDone");
    }

    @Test
    void aPartThatFailsIsTriedAgainAndDisturbsNoOther() {
        ProcessInstance lot = begin(2, 2);
        failing = 1;

        assertThatThrownBy(() -> runOneOf(1)).hasMessageContaining("part 1 failed");
        runOneOf(0);
        runOneOf(0);
        runJob("AdmitParts");
        assertThat(admitted).containsExactly(0, 0);
        assertThat(job().getRetries()).isEqualTo(4);
        assertThat(steps()).doesNotContain("closeLot");

        failing = -1;
        runAll();
        assertThat(admitted).containsExactly(0, 0, 1, 1);
        assertEndedAt(lot, "LotDone");
    }

    @Test
    void aPartWithoutRowsEndsWithItsFirstLook() {
        ProcessInstance lot = begin(1, 1);

        runAll();

        assertThat(admitted).containsExactlyInAnyOrder(0, 1);
        assertEndedAt(lot, "LotDone");
    }

    @Test
    void theNextRoundMayGoInOtherParts() {
        answer("closeLot", "rowsSettled", true, false);
        ProcessInstance lot = begin(1, 1);
        while (!steps().contains("closeLot")) {
            runOf(jobs().get(0));
        }
        chunks.clear();
        chunks.put(0, 2);

        runAll();

        assertThat(admitted).hasSize(4).endsWith(0, 0);
        assertEndedAt(lot, "LotDone");
    }

    @Test
    void partsThatEndAtTheSameMomentLoseNoChunk() throws Exception {
        ProcessInstance lot = begin(1, 1);
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Job job : jobs()) {
                running.add(threads.submit(() -> {
                    // stand-ins are those of a thread
                    Mocks.register("admitRecords", (JavaDelegate) execution -> {
                        both.await(30, TimeUnit.SECONDS);
                        execution.setVariableLocal("recordsLeft", false);
                    });
                    runOf(job);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(definitions()).containsExactly("AdmitParts:true", "AdmitParts:true");

        runAll();
        assertEndedAt(lot, "LotDone");
    }

    private ProcessInstance begin(int... chunksOfParts) {
        for (int part = 0; part < chunksOfParts.length; part++) {
            chunks.put(part, chunksOfParts[part]);
        }
        ProcessInstance lot = start("Submission", "S-1", Map.of("lotNo", "S-1"));
        runJob();
        return lot;
    }

    private void runAll() {
        for (List<Job> left = jobs(); !left.isEmpty(); left = jobs()) {
            runOf(left.get(0));
        }
    }

    private void runOneOf(int part) {
        runOf(jobs().stream()
                .filter(job -> "AdmitRecords".equals(step(job)))
                .filter(job -> Integer.valueOf(part).equals(partOf(job)))
                .findFirst()
                .orElseThrow());
    }

    private void runJob(String step) {
        runOf(jobs().stream().filter(job -> step.equals(step(job))).findFirst().orElseThrow());
    }

    private void runOf(Job job) {
        engine().getManagementService().executeJob(job.getId());
    }

    private List<Job> jobs() {
        return engine().getManagementService().createJobQuery().list();
    }

    private List<String> definitions() {
        return jobs().stream()
                .map(job -> step(job) + ":"
                        + ((org.camunda.bpm.engine.impl.persistence.entity.JobEntity) job).isExclusive())
                .toList();
    }

    private String step(Job job) {
        return engine().getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private Object partOf(Job job) {
        return engine().getRuntimeService().getVariable(job.getExecutionId(), "loopCounter");
    }
}

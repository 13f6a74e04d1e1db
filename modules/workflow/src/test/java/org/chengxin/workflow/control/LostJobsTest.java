package org.chengxin.workflow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A lot whose jobs are gone goes on where it stood, each step as often as it should. */
class LostJobsTest {

    private static final List<String> STEPS = new ArrayList<>();
    private static ProcessEngine engine;
    private String instance;

    @BeforeAll
    static void start() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:lost-jobs");
        configuration.setDatabaseSchemaUpdate("create-drop");
        configuration.setHistory("none");
        configuration.setJobExecutorActivate(false);
        configuration.setCmmnEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setBeans(steps());
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("processes/submission.bpmn")
                .deploy();
    }

    private static Map<Object, Object> steps() {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("checkRows", step("checkRows", execution -> {
            execution.setVariable("rowsLeft", false);
            execution.setVariable("accepted", true);
            execution.setVariable("reviewed", true);
            execution.setVariable("parts", 2);
        }));
        beans.put("admitRecords", (JavaDelegate) execution -> {
            STEPS.add("admitRecords " + execution.getVariable("loopCounter"));
            execution.setVariableLocal("recordsLeft", false);
        });
        beans.put("closeLot", step("closeLot", execution -> execution.setVariable("rowsSettled", false)));
        beans.put("rematchRows", step("rematchRows", execution -> execution.setVariable("rematchLeft", false)));
        return beans;
    }

    private static JavaDelegate step(String name, java.util.function.Consumer<DelegateExecution> does) {
        return execution -> {
            STEPS.add(name);
            does.accept(execution);
        };
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @AfterEach
    void forget() {
        STEPS.clear();
        engine.getRuntimeService().createProcessInstanceQuery().list().forEach(left -> engine.getRuntimeService()
                .deleteProcessInstance(left.getId(), "over"));
    }

    @Test
    void aLotBeforeItsFirstStepGoesOn() {
        begin();
        loseJobs();
        assertThat(new LostJobs(engine.getRuntimeService()).beginAgain(instance))
                .isTrue();

        assertThat(jobs()).hasSize(1);
        assertThat(STEPS).isEmpty();
        runAll();
        assertThat(STEPS)
                .startsWith("checkRows")
                .endsWith("closeLot", "rematchRows")
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(ended()).isTrue();
    }

    @Test
    void partsSideBySideGoOnEachAsThePartThatItWas() {
        begin();
        run(jobs().get(0));
        assertThat(jobs()).hasSize(2);
        loseJobs();
        assertThat(new LostJobs(engine.getRuntimeService()).beginAgain(instance))
                .isTrue();

        assertThat(jobs()).hasSize(2);
        runAll();
        assertThat(STEPS)
                .containsExactlyInAnyOrder("checkRows", "admitRecords 0", "admitRecords 1", "closeLot", "rematchRows");
        assertThat(ended()).isTrue();
    }

    @Test
    void theEndOfAPartIsForPeople() {
        begin();
        run(jobs().get(0));
        jobs().forEach(LostJobsTest::run);
        loseJobs();

        assertThat(new LostJobs(engine.getRuntimeService()).beginAgain(instance))
                .isFalse();
        assertThat(jobs()).isEmpty();
        assertThat(ended()).isFalse();
    }

    @Test
    void whatIsOverStandsNowhere() {
        assertThat(new LostJobs(engine.getRuntimeService()).beginAgain("no such instance"))
                .isFalse();
    }

    private void begin() {
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey("Submission", "S-1", Map.of("lotNo", "S-1"))
                .getId();
    }

    private static void loseJobs() {
        jobs().forEach(job -> engine.getManagementService().deleteJob(job.getId()));
        assertThat(jobs()).isEmpty();
    }

    private static void runAll() {
        for (List<Job> left = jobs(); !left.isEmpty(); left = jobs()) {
            run(left.get(0));
        }
    }

    private static void run(Job job) {
        engine.getManagementService().executeJob(job.getId());
    }

    private static List<Job> jobs() {
        return engine.getManagementService().createJobQuery().list();
    }

    private boolean ended() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 0;
    }
}

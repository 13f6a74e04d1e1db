package org.chengxin.system.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.chengxin.system.Await;
import org.chengxin.workflow.engine.EngineInServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Engine, JPA and JTA are one: what everything else relies on. */
@ExtendWith(ArquillianExtension.class)
class OneTransactionIT {

    private static final String LOTS = "SELECT count(*) FROM submission WHERE no = ?1";
    private static final String INSTANCES = "SELECT count(*) FROM act_ru_execution WHERE business_key_ = ?1";
    private static final String JOBS = "SELECT count(*) FROM act_ru_job j JOIN act_ru_execution e"
            + " ON e.proc_inst_id_ = j.process_instance_id_ WHERE e.business_key_ = ?1";
    private static final String SETTINGS = "SELECT count(*) FROM setting WHERE key = ?1";

    @Inject
    ProbeStore store;

    @Inject
    RuntimeService runtime;

    @Inject
    ManagementService management;

    @Inject
    RepositoryService repository;

    @Inject
    EngineInServer engine;

    @Deployment
    static EnterpriseArchive application() {
        return TestApplication.withTests(OneTransactionIT.class);
    }

    @BeforeEach
    void deployProbe() throws Exception {
        Await.until("the engine", Duration.ofSeconds(60), engine::ready);
        repository
                .createDeployment()
                .name("probe")
                .enableDuplicateFiltering(true)
                .addString("probe.bpmn", PROBE)
                .deploy();
    }

    @Test
    void an_exception_after_flush_and_start_leaves_no_row_in_either() {
        assertThrows(EJBException.class, () -> store.lotAndProcess("probe-fails", true));

        assertEquals(0, store.count(LOTS, "probe-fails"));
        assertEquals(0, store.count(INSTANCES, "probe-fails"));
        assertEquals(0, store.count(JOBS, "probe-fails"));
    }

    @Test
    void without_an_exception_both_are_there_and_the_job_runs_with_cdi_and_jpa() throws Exception {
        store.lotAndProcess("once", false);

        assertEquals(1, store.count(LOTS, "once"));
        Await.until("the job's row", Duration.ofSeconds(30), () -> store.count(SETTINGS, "probe.once") == 1);
        Await.until("the instance's end", Duration.ofSeconds(30), () -> store.count(INSTANCES, "once") == 0);
    }

    @Test
    void a_job_that_fails_after_writing_leaves_nothing_and_is_tried_again() throws Exception {
        store.lotAndProcess("twice", false);
        Await.until(
                "the first failure",
                Duration.ofSeconds(30),
                () -> management.createJobQuery().withException().list().stream()
                        .anyMatch(job -> ((JobEntity) job).getExceptionMessage().contains("the first time")));

        assertEquals(0, store.count(SETTINGS, "probe.twice"), "its row went with its transaction");

        management.createJobQuery().withException().list().forEach(job -> management.setJobRetries(job.getId(), 1));
        management.createJobQuery().withException().list().forEach(job -> management.setJobDuedate(job.getId(), null));
        Await.until("the second try", Duration.ofSeconds(60), () -> store.count(SETTINGS, "probe.twice") == 1);
    }

    @Test
    void a_timer_fires() throws Exception {
        runtime.startProcessInstanceByKey("ProbeTimer", "timer", java.util.Map.of("key", "timer"));

        assertEquals(0, store.count(SETTINGS, "probe.timer"));
        Await.until("the timer", Duration.ofSeconds(60), () -> store.count(SETTINGS, "probe.timer") == 1);
    }

    private static final String PROBE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:probe"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <process id="Probe" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="Write"/>
                <serviceTask id="Write" camunda:asyncBefore="true" camunda:delegateExpression="${probe}"/>
                <sequenceFlow id="f2" sourceRef="Write" targetRef="end"/>
                <endEvent id="end"/>
              </process>
              <process id="ProbeTimer" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start2"/>
                <sequenceFlow id="t1" sourceRef="start2" targetRef="Wait"/>
                <intermediateCatchEvent id="Wait">
                  <timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT1S</timeDuration></timerEventDefinition>
                </intermediateCatchEvent>
                <sequenceFlow id="t2" sourceRef="Wait" targetRef="WriteLater"/>
                <serviceTask id="WriteLater" camunda:delegateExpression="${probe}"/>
                <sequenceFlow id="t3" sourceRef="WriteLater" targetRef="end2"/>
                <endEvent id="end2"/>
              </process>
            </definitions>
            """;
}

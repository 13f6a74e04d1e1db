package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * An engine in memory with one model deployed. Jobs run when a test says so, never by themselves; steps are recorded
 * by the stand-ins in the order in which the model calls them.
 */
abstract class ProcessTest {
    private final String model;
    private final List<String> delegates;
    private final List<String> steps = new ArrayList<>();
    private final ProcessEngine engine = EngineInMemory.get();
    private String deployment;

    ProcessTest(String model, String... delegates) {
        this.model = model;
        this.delegates = List.of(delegates);
    }

    @BeforeEach
    void deploy() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource(model)
                .deploy()
                .getId();
        delegates.forEach(name -> answer(name, execution -> {}));
        Mocks.register("taskTimers", new TimersOfTests());
    }

    @AfterEach
    void leaveNothingToTheNextTest() {
        Mocks.reset();
        ClockUtil.reset();
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    /** Says what a delegate does; that it was called is recorded in any case, under its own name. */
    void answer(String delegate, JavaDelegate behaviour) {
        Mocks.register(delegate, (JavaDelegate) execution -> {
            steps.add(delegate);
            behaviour.execute(execution);
        });
    }

    /** Lets a delegate set a variable; when it is called again, the next value, at the end always the last one. */
    void answer(String delegate, String variable, Object... values) {
        List<Object> left = new ArrayList<>(Arrays.asList(values));
        answer(delegate, execution -> execution.setVariable(variable, left.size() > 1 ? left.remove(0) : left.get(0)));
    }

    ProcessInstance start(String process, String businessKey, Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByKey(process, businessKey, variables);
    }

    ProcessEngine engine() {
        return engine;
    }

    /** The delegates called so far. */
    List<String> steps() {
        return steps;
    }

    /** Runs the only job that is no timer at a task. */
    void runJob() {
        engine.getManagementService().executeJob(job().getId());
    }

    /** The only job that is no timer at a task; null for none. */
    Job job() {
        return engine.getManagementService().createJobQuery().messages().singleResult();
    }

    /** The timer at a task whose event has this id; null for none. */
    Job timer(String event) {
        return engine.getManagementService()
                .createJobQuery()
                .timers()
                .activityId(event)
                .singleResult();
    }

    /** Lets the clock reach a moment and runs the timers that are due by then; how many those are. */
    int timersFireUntil(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
        List<Job> due = engine.getManagementService()
                .createJobQuery()
                .timers()
                .executable()
                .orderByJobDuedate()
                .asc()
                .list();
        due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return due.size();
    }

    Task task() {
        return engine.getTaskService().createTaskQuery().singleResult();
    }

    void complete(Map<String, Object> decision) {
        engine.getTaskService().complete(task().getId(), decision);
    }

    /** That the instance is over, having reached exactly this end event among those that end a path. */
    void assertEndedAt(ProcessInstance instance, String... ends) {
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
        assertThat(passedEnds(instance)).containsExactlyInAnyOrder(ends);
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
    }

    /** Ends of the process itself; those of its parts are no ends of it. */
    List<String> passedEnds(ProcessInstance instance) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .activityType("noneEndEvent")
                .list()
                .stream()
                .filter(end -> end.getParentActivityInstanceId().equals(instance.getId()))
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}

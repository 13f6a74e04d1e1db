package org.chengxin.workflow.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;

/** What a server that starts has to do so that {@code period-end.bpmn} runs now and at the next midnight. */
class PeriodEndSchedule {

    static final String PROCESS = "PeriodEnd";

    private final ProcessEngine engine;
    private final ApplicationClock clock;

    PeriodEndSchedule(ProcessEngine engine, ApplicationClock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Begins a run for what ended while no server was there, unless one is under way that no failure has stopped. Two
     * servers that start at the same moment may both begin one, which costs a second certificate and nothing else.
     */
    void catchUp() {
        long underWay = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .count();
        long stopped = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .withIncident()
                .count();
        if (underWay == stopped) {
            engine.getRuntimeService().startProcessInstanceByKey(PROCESS);
        }
    }

    /** A demonstration whose clock ran ahead has left the timer on a day far off: it goes back to the next midnight. */
    void noLaterThanNextMidnight() {
        Instant midnight = CivilTime.endOf(clock.today());
        for (Job timer : engine.getManagementService()
                .createJobQuery()
                .timers()
                .processDefinitionKey(PROCESS)
                .list()) {
            if (timer.getProcessInstanceId() == null
                    && timer.getDuedate().toInstant().isAfter(midnight)) {
                engine.getManagementService().setJobDuedate(timer.getId(), Date.from(midnight));
            }
        }
    }
}

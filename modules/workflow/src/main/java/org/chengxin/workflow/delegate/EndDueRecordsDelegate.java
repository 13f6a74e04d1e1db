package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.record.boundary.PeriodEndSteps;
import org.chengxin.record.entity.Step;

/** EndDueRecords: the next chunk goes to the archive; instances that wait for a person about one of them are told. */
@Named("endDueRecords")
@ApplicationScoped
public class EndDueRecordsDelegate implements JavaDelegate {

    private static final Actor PROCESS = Actor.process("PeriodEnd");

    @Inject
    PeriodEndSteps periods;

    @Inject
    ApplicationClock clock;

    @Override
    public void execute(DelegateExecution execution) {
        Step step = Step.of(
                clock.instant(),
                PROCESS,
                "PeriodEnd",
                execution.getProcessInstanceId(),
                execution.getCurrentActivityId());
        LocalDate day = LocalDate.parse((String) execution.getVariable(Variables.CLOSING_DAY));
        PeriodEndSteps.Ended ended = periods.endNext(day, step);
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        for (String recordNo : ended.waited()) {
            runtime.createMessageCorrelation(AdmitRecordsDelegate.OVERTAKEN)
                    .processInstanceBusinessKey(recordNo)
                    .correlateAll();
        }
        execution.setVariable(Variables.ENDED, (Long) execution.getVariable(Variables.ENDED) + ended.records());
        execution.setVariable(Variables.RECORDS_DUE, ended.more());
    }
}

package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.record.boundary.PeriodEndSteps;

/** CountDueRecords: how many records are past their last visible day today; the run is about this day to its end. */
@Named("countDueRecords")
@ApplicationScoped
public class CountDueRecordsDelegate implements JavaDelegate {

    @Inject
    PeriodEndSteps periods;

    @Inject
    ApplicationClock clock;

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate today = clock.today();
        PeriodEndSteps.Due due = periods.due(today);
        execution.setVariable(Variables.CLOSING_DAY, today.toString());
        execution.setVariable(
                Variables.DUE_FROM, due.oldest() == null ? null : due.oldest().toString());
        execution.setVariable(Variables.DUE, due.records());
        execution.setVariable(Variables.ENDED, 0L);
        execution.setVariable(Variables.STARTED_AT, clock.instant().toString());
    }
}

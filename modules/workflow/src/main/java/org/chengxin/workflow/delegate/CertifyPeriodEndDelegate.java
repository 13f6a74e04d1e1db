package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.logging.Logger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chengxin.publication.boundary.PeriodEndCertificates;
import org.chengxin.record.boundary.PeriodEndSteps;
import org.chengxin.workflow.control.PeriodEndNews;

/** CertifyPeriodEnd: what was due, what was ended, and what the portal's view still shows past its day. */
@Named("certifyPeriodEnd")
@ApplicationScoped
public class CertifyPeriodEndDelegate implements JavaDelegate {

    private static final Logger LOG = Logger.getLogger(CertifyPeriodEndDelegate.class.getName());

    @Inject
    PeriodEndSteps periods;

    @Inject
    PeriodEndCertificates certificates;

    @Inject
    PeriodEndNews news;

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate day = LocalDate.parse((String) execution.getVariable(Variables.CLOSING_DAY));
        String oldest = (String) execution.getVariable(Variables.DUE_FROM);
        long due = (Long) execution.getVariable(Variables.DUE);
        long ended = (Long) execution.getVariable(Variables.ENDED);
        Instant startedAt = Instant.parse((String) execution.getVariable(Variables.STARTED_AT));
        long leftOver = periods.due(day).records();
        long pastDay = certificates.certify(
                execution.getProcessInstanceId(),
                day,
                oldest == null ? null : LocalDate.parse(oldest),
                due,
                ended,
                leftOver,
                startedAt);
        LOG.info(() -> "Periods ended before " + day + ": " + due + " due, " + ended + " ended, " + leftOver + " left");
        if (ended > 0 && oldest != null) {
            news.ended(
                    new PeriodEndSteps.Run(execution.getProcessInstanceId(), startedAt, LocalDate.parse(oldest), day));
        }
        if (pastDay > 0) {
            LOG.severe(() -> pastDay + " records are still public past their last visible day");
        }
    }
}

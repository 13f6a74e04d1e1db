package org.chengxin.workflow.delegate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.kernel.time.LegalTerms;
import org.chengxin.organisation.boundary.OfficialClock;

/**
 * OpenReview: the lot stands before its reviewers. Lots that were begun by the first model have one timer, whose moment is
 * the variable set here.
 */
@Named("openReview")
@ApplicationScoped
public class OpenReviewDelegate extends LotDelegate {

    private static final DateTimeFormatter DUE_AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.UTC);

    @Inject
    ApplicationClock clock;

    @Inject
    OfficialClock officialClock;

    @Override
    void take(String lotNo, DelegateExecution execution) {
        lots.openReview(lotNo);
        LocalDate dueOn = officialClock
                .legal()
                .deadline(LegalTerms.LOT_REVIEW, clock.today())
                .dueOn();
        execution.setVariable(Variables.REVIEW_DUE_AT, DUE_AT.format(CivilTime.endOf(dueOn)));
    }
}

package org.chengxin.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.publication.boundary.PeriodEndCertificate;
import org.chengxin.publication.boundary.Transparency;

/** Whether what was over did end: the last runs, with the number of records still shown past their day. */
@Named("transparencyPage")
@RequestScoped
public class TransparencyPage {

    private static final int RUNS = 31;

    @Inject
    Transparency transparency;

    private List<PeriodEndCertificate> runs;

    /** The newest first. */
    public List<PeriodEndCertificate> getRuns() {
        if (runs == null) {
            runs = transparency.periodEnds(RUNS);
        }
        return runs;
    }

    /** The day in Asia/Shanghai on which a run finished. */
    public LocalDate day(PeriodEndCertificate run) {
        return CivilTime.dateOf(run.finishedAt().toInstant());
    }
}

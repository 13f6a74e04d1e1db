package org.chengxin.workflow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.kernel.Role;
import org.chengxin.notification.boundary.Audience;
import org.chengxin.notification.boundary.NoticeEvent;
import org.chengxin.notification.boundary.NoticeEvent.Detail;
import org.chengxin.notification.boundary.NoticeEvent.Page;
import org.chengxin.notification.boundary.NoticeEvent.Subject;
import org.chengxin.notification.boundary.NoticeEvents;
import org.chengxin.notification.boundary.NoticeKind;
import org.chengxin.record.boundary.PeriodEndSteps;

/** Tells suppliers that periods of their records are over: each once for each run, however many records. */
@ApplicationScoped
public class PeriodEndNews {

    @Inject
    PeriodEndSteps periods;

    @Inject
    NoticeEvents events;

    /**
     * A run has ended records.
     *
     * @param from the earliest of the last visible days that it found due
     * @param today the day of the run
     */
    public void ended(LocalDate from, LocalDate today) {
        List<NoticeEvent> told = new ArrayList<>();
        periods.endedOf(from, today)
                .forEach((organisation, records) -> told.add(new NoticeEvent(
                                NoticeKind.PERIOD_ENDED,
                                today + "/" + from + "/" + organisation,
                                Audience.of(organisation, Role.CLERK, Role.REVIEWER),
                                new Subject(Page.RECORDS, null),
                                Map.of())
                        .with(Detail.COUNT, records)
                        .with(Detail.FROM, from)
                        .with(Detail.DAY, today.minusDays(1))));
        events.happened(told);
    }
}

package org.chengxin.workflow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    /** A run has ended records; told again it tells nobody, and a second run of the day tells what it ended itself. */
    public void ended(PeriodEndSteps.Run run) {
        List<NoticeEvent> told = new ArrayList<>();
        periods.endedBy(run)
                .forEach((organisation, ended) -> told.add(new NoticeEvent(
                                NoticeKind.PERIOD_ENDED,
                                run.processInstanceId() + "/" + organisation,
                                Audience.of(organisation, Role.CLERK, Role.REVIEWER),
                                new Subject(Page.RECORDS, null),
                                Map.of())
                        .with(Detail.COUNT, ended.records())
                        .with(Detail.FROM, ended.first())
                        .with(Detail.DAY, ended.last())));
        events.happened(told);
    }
}

package org.chengxin.workflow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.notification.boundary.NoticeEvent;
import org.chengxin.notification.boundary.NoticeEvent.Detail;
import org.chengxin.notification.boundary.NoticeEvents;
import org.chengxin.notification.boundary.NoticeKind;
import org.chengxin.record.boundary.PeriodEndSteps;
import org.junit.jupiter.api.Test;

/** A run that ends periods tells each supplier once of its own records, a second run of the same day of its own. */
class PeriodEndNewsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final List<NoticeEvent> told = new ArrayList<>();

    @Test
    void each_supplier_hears_of_each_run_what_that_run_has_ended() {
        news(Map.of(
                        7L, new PeriodEndSteps.EndedOf(5, TODAY.minusDays(4), TODAY.minusDays(1)),
                        8L, new PeriodEndSteps.EndedOf(1, TODAY.minusDays(1), TODAY.minusDays(1))))
                .ended(run("one"));
        news(Map.of(7L, new PeriodEndSteps.EndedOf(2, TODAY.minusDays(1), TODAY.minusDays(1))))
                .ended(run("two"));

        assertThat(told).allMatch(event -> event.kind() == NoticeKind.PERIOD_ENDED);
        assertThat(told).extracting(NoticeEvent::key).containsExactlyInAnyOrder("one/7", "one/8", "two/7");
        assertThat(told)
                .filteredOn(event -> event.key().equals("one/7"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.audience().organisationId()).isEqualTo(7);
                    assertThat(event.audience().roles()).containsExactly("CLERK", "REVIEWER");
                    assertThat(event.details())
                            .containsOnly(
                                    Map.entry(Detail.COUNT, "5"),
                                    Map.entry(Detail.FROM, "2026-11-19"),
                                    Map.entry(Detail.DAY, "2026-11-22"));
                });
    }

    private static PeriodEndSteps.Run run(String instance) {
        return new PeriodEndSteps.Run(instance, Instant.parse("2026-11-22T16:00:00Z"), TODAY.minusDays(4), TODAY);
    }

    private PeriodEndNews news(Map<Long, PeriodEndSteps.EndedOf> ended) {
        PeriodEndNews news = new PeriodEndNews();
        news.periods = new PeriodEndSteps() {
            @Override
            public Map<Long, EndedOf> endedBy(Run run) {
                return ended;
            }
        };
        news.events = new NoticeEvents() {
            @Override
            public void happened(List<NoticeEvent> events) {
                told.addAll(events);
            }
        };
        return news;
    }
}

package org.chengxin.notification.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DigestHourTest {

    @Test
    void the_digest_is_due_from_its_hour_in_shanghai_on_working_days() {
        // Tuesday 24 November 2026, 08:59:59 and 09:00 in Shanghai
        assertThat(due("2026-11-24T00:59:59Z")).isNull();
        assertThat(due("2026-11-24T01:00:00Z")).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(due("2026-11-24T15:59:59Z")).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(due("2026-11-24T16:00:00Z")).isNull();
        // a Saturday
        assertThat(due("2026-11-28T04:00:00Z")).isNull();
    }

    @Test
    void a_holiday_has_none_and_a_sunday_that_is_worked_has_one() {
        LocalDate holiday = LocalDate.of(2026, 10, 1);
        LocalDate worked = LocalDate.of(2026, 9, 20);

        assertThat(DigestHour.dayDue(Instant.parse("2026-10-01T04:00:00Z"), 9, day -> !day.equals(holiday)))
                .isNull();
        assertThat(DigestHour.dayDue(Instant.parse("2026-09-20T04:00:00Z"), 9, worked::equals))
                .isEqualTo(worked);
    }

    private static LocalDate due(String moment) {
        return DigestHour.dayDue(
                Instant.parse(moment), 9, day -> day.getDayOfWeek().getValue() <= 5);
    }
}

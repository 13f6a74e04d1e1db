package org.chengxin.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Set;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.kernel.time.LegalClock;
import org.chengxin.kernel.time.WorkingCalendar;
import org.chengxin.kernel.time.YearCalendar;
import org.junit.jupiter.api.Test;

class TaskTimersTest {

    /** Already the 21st in Asia/Shanghai, still the 20th elsewhere. */
    private final ApplicationClock clock =
            ApplicationClock.ahead(Clock.fixed(Instant.parse("2026-12-20T18:00:00Z"), ZoneOffset.UTC), "");

    @Test
    void theTimersAreDueByTheCalendarOfTheMoment() {
        LegalClock[] present = {LegalClock.shipped()};
        TaskTimers timers = new TaskTimers(clock, () -> present[0]);
        assertThat(timers.dueSoon("SECRECY_RULING")).isEqualTo(midnight(2026, 12, 31));
        assertThat(timers.overdue("SECRECY_RULING")).isEqualTo(midnight(2027, 1, 5));

        // the next year's notice comes, and 1 January is off
        present[0] = LegalClock.shipped(WorkingCalendar.shipped()
                .with(new YearCalendar(2027, Set.of(LocalDate.of(2027, 1, 1)), Set.of(), "an invented notice")));
        assertThat(timers.dueSoon("SECRECY_RULING")).isEqualTo(midnight(2026, 12, 31));
        assertThat(timers.overdue("SECRECY_RULING")).isEqualTo(midnight(2027, 1, 6));
    }

    private static Date midnight(int year, int month, int day) {
        return Date.from(CivilTime.startOf(LocalDate.of(year, month, day)));
    }
}

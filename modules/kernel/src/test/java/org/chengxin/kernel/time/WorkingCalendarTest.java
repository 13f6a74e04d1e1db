package org.chengxin.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.shipped();

    @Test
    void knowsTheYearsOfTheNoticesThatAreOut() {
        assertThat(calendar.knownYears()).containsExactly(2024, 2025, 2026);
        assertThat(calendar.knows(2027)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-04, true", "2024-02-10, false", "2024-02-18, true", "2024-02-19, true", "2025-01-01, false",
        "2025-01-26, true", "2025-02-04, false", "2025-10-08, false", "2025-10-11, true", "2026-01-02, false",
        "2026-01-04, true", "2026-02-14, true", "2026-02-16, false", "2026-02-23, false", "2026-02-28, true",
        "2026-05-09, true", "2026-09-20, true", "2026-09-25, false", "2026-10-10, true", "2026-11-21, false",
        "2026-11-23, true", "2027-01-01, true", "2027-01-02, false"
    })
    void knowsHolidaysAndMakeUpDays(LocalDate date, boolean worked) {
        assertThat(calendar.isWorkingDay(date)).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({
        // the day of the event does not count
        "2026-11-20, 1, 2026-11-23, false",
        "2026-11-23, 1, 2026-11-24, false",
        "2026-11-23, 0, 2026-11-23, false",
        // a Sunday that is worked, before the long break
        "2025-01-24, 1, 2025-01-26, false",
        "2025-01-27, 1, 2025-02-05, false",
        // a Saturday that is worked, after it
        "2026-02-13, 2, 2026-02-24, false",
        "2026-02-27, 1, 2026-02-28, false",
        "2025-09-30, 3, 2025-10-11, false",
        // over New Year into a known year
        "2025-12-31, 1, 2026-01-04, false",
        // over New Year into a year that nobody knows yet: weekends only, and said so
        "2026-12-31, 1, 2027-01-01, true",
        "2026-12-30, 1, 2026-12-31, false",
        "2026-12-18, 20, 2027-01-15, true"
    })
    void countsWorkingDays(LocalDate event, int days, LocalDate due, boolean provisional) {
        assertThat(calendar.plusWorkingDays(event, days)).isEqualTo(new WorkingDay(due, provisional));
        assertThat(calendar.workingDaysBetween(event, due)).isEqualTo(days);
        assertThat(calendar.workingDaysBetween(due, event)).isEqualTo(-days);
    }

    @Test
    void countingForthAndBackAgrees() {
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (int i = 0; i < 1_000; i++) {
            WorkingDay due = calendar.plusWorkingDays(day.plusDays(i), i % 45 + 1);
            assertThat(calendar.isWorkingDay(due.date())).isTrue();
            assertThat(calendar.workingDaysBetween(day.plusDays(i), due.date())).isEqualTo(i % 45 + 1);
        }
    }

    @Test
    void theNextYearsNoticeMovesWhatWasProvisional() {
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        WorkingCalendar later = calendar.with(
                new YearCalendar(2027, Set.of(newYear), Set.of(LocalDate.of(2027, 1, 2)), "an invented notice"));
        assertThat(later.plusWorkingDays(LocalDate.of(2026, 12, 31), 1))
                .isEqualTo(new WorkingDay(LocalDate.of(2027, 1, 2), false));
        assertThat(calendar.knows(2027)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // three remain from Thursday on, when the last day in time is a Tuesday
        "2026-11-24, 3, 2026-11-19, false",
        "2026-11-24, 0, 2026-11-24, false",
        // a Saturday that is worked is one of them
        "2026-10-12, 2, 2026-10-09, false",
        // a day off that is the last one is none of them
        "2026-10-07, 1, 2026-09-29, false",
        // back over New Year from a year that nobody knows yet
        "2027-01-04, 3, 2026-12-30, true",
        "2026-12-31, 1, 2026-12-30, false"
    })
    void countsBack(LocalDate date, int days, LocalDate from, boolean provisional) {
        assertThat(calendar.minusWorkingDays(date, days)).isEqualTo(new WorkingDay(from, provisional));
        assertThat(calendar.workingDaysBetween(from, date)).isEqualTo(days);
        assertThat(calendar.workingDaysBetween(from.plusDays(1), date)).isLessThanOrEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-01..2027-01-03 元旦, 2027-01-09, ",
        "2026-12-31..2027-01-02 元旦, '', ",
        "2027-01-01..2027-01-03, 2027-01-02, 2027-01-02",
        "2027-01-01..2027-01-03 2027-01-03, '', 2027-01-03",
        "2027-01-01, 2027-01-11, 2027-01-11",
        "2026-11-20, '', 2026-11-20",
        "2028-02-01, '', 2028-02-01",
        "2027-02-01..2027-02-16, '', 2027-02-01"
    })
    void doubtsDaysThatCannotBeMeant(String off, String worked, LocalDate doubtful) {
        YearNotice notice = new YearNotice(
                2027,
                "an invented notice",
                WorkingDaysText.periods(off),
                worked.isEmpty() ? List.of() : List.of(LocalDate.parse(worked)));
        assertThat(notice.doubtful()).isEqualTo(doubtful == null ? List.of() : List.of(doubtful));
    }

    @Test
    void keepsTheNamesOfHolidays() {
        assertThat(WorkingDaysText.periods("2027-02-05..2027-02-11 春节"))
                .containsExactly(new HolidayPeriod("春节", LocalDate.of(2027, 2, 5), LocalDate.of(2027, 2, 11)));
    }

    @Test
    void everyMakeUpDayIsAWeekendDay() {
        for (YearNotice year : WorkingDaysText.shipped()) {
            assertThat(year.doubtful()).isEmpty();
            assertThat(year.makeUpDays())
                    .allSatisfy(day -> assertThat(day.getDayOfWeek().getValue()).isGreaterThan(5));
            assertThat(year.source()).startsWith("国办发明电");
        }
    }

    @Test
    void refusesNonsense() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThatThrownBy(() -> calendar.plusWorkingDays(day, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YearCalendar(2026, Set.of(day), Set.of(day), ""))
                .isInstanceOf(IllegalArgumentException.class);
        for (String line : List.of(
                "off 2026-01-01",
                "year 2026",
                "year 2026 x\noff",
                "year 2026 x\nfree 2026-01-01",
                "year 2026 x\noff 2026-01-03..2026-01-01")) {
            assertThatThrownBy(() -> WorkingDaysText.parse(line.lines().toList()))
                    .as(line)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

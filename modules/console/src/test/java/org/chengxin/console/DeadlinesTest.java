package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.chengxin.kernel.time.WorkingCalendar;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    /** Knows no notice: weekends only. */
    private final WorkingCalendar weekends = new WorkingCalendar(List.of());

    private final LocalDate monday = LocalDate.of(2026, 11, 23);

    @Test
    void countsTheWorkingDaysThatAreLeft() {
        var line = Deadlines.seenFrom(monday, LocalDate.of(2026, 11, 27), weekends);
        assertThat(line.kind()).isEqualTo(Deadlines.Kind.LEFT);
        assertThat(line.workingDays()).isEqualTo(4);
    }

    @Test
    void theLastDayIsToday() {
        assertThat(Deadlines.seenFrom(monday, monday, weekends).kind()).isEqualTo(Deadlines.Kind.TODAY);
    }

    @Test
    void aDeadlineOnSundaySeenFromSaturdayHasNoWorkingDayLeft() {
        var line = Deadlines.seenFrom(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 29), weekends);
        assertThat(line.kind()).isEqualTo(Deadlines.Kind.TODAY);
    }

    @Test
    void countsWhatIsOverdue() {
        var line = Deadlines.seenFrom(monday, LocalDate.of(2026, 11, 19), weekends);
        assertThat(line.kind()).isEqualTo(Deadlines.Kind.OVER);
        assertThat(line.workingDays()).isEqualTo(2);
    }

    @Test
    void overdueOnTheWeekendCountsNoWorkingDay() {
        var line = Deadlines.seenFrom(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 27), weekends);
        assertThat(line.messageKey()).isEqualTo("due.over.daysOff");
    }

    @Test
    void saysItInBothLanguages() {
        assertThat(Words.format("due.left", Locale.SIMPLIFIED_CHINESE, 3, "11月27日 周五"))
                .isEqualTo("剩余 3 个工作日（11月27日 周五）");
        assertThat(Words.format("due.left", Locale.ENGLISH, 1, "Fri 27 Nov"))
                .isEqualTo("1 working day left (Fri 27 Nov)");
        assertThat(Words.format("due.over", Locale.ENGLISH, 2, "Fri 27 Nov"))
                .isEqualTo("2 working days overdue (Fri 27 Nov)");
    }
}

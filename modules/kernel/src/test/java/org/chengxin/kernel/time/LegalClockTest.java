package org.chengxin.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.chengxin.kernel.time.LegalRule.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalClockTest {

    private final LegalClock clock = LegalClock.shipped();

    @ParameterizedTest
    @CsvSource({
        "PUBLICATION, 2026-11-02, 2026-11-30, false",
        "DOUBLE_PUBLICITY, 2026-09-29, 2026-10-14, false",
        "SECRECY_REFERRAL, 2026-02-12, 2026-03-04, false",
        "SECRECY_RULING, 2026-12-21, 2027-01-04, true",
        "LOT_REVIEW, 2026-11-20, 2026-11-27, false",
        "WITHDRAWAL, 2025-04-30, 2025-05-08, false"
    })
    void tellsWhenATermEnds(String ruleId, LocalDate event, LocalDate due, boolean provisional) {
        Deadline deadline = clock.deadline(ruleId, event);
        assertThat(deadline.dueOn()).isEqualTo(due);
        assertThat(deadline.provisional()).isEqualTo(provisional);
        assertThat(deadline.startedOn()).isEqualTo(event);
        assertThat(deadline.rule().citation()).isNotBlank();
        assertThat(deadline.isOverdueOn(due)).isFalse();
        assertThat(deadline.isOverdueOn(due.plusDays(1))).isTrue();
    }

    @Test
    void saysWhyItIsThatDate() {
        Deadline deadline = clock.deadline(LegalTerms.PUBLICATION, LocalDate.of(2026, 11, 2));
        assertThat(deadline.explanationKey()).isEqualTo("Deadline.WORKING_DAYS");
        assertThat(deadline.explanationArguments())
                .containsExactly("2026-11-02", "20", deadline.rule().citation(), "2026-11-30");
        assertThat(clock.deadline(LegalTerms.PUBLICATION, LocalDate.of(2026, 12, 21))
                        .explanationKey())
                .isEqualTo("Deadline.WORKING_DAYS.provisional");
    }

    @Test
    void theRuleOfTheDayOfTheEventCounts() {
        assertThat(clock.deadline(LegalTerms.PUBLICATION, LocalDate.of(2024, 4, 30))
                        .rule()
                        .effectiveTo())
                .isEqualTo(LocalDate.of(2024, 4, 30));
        assertThat(clock.deadline(LegalTerms.PUBLICATION, LocalDate.of(2024, 5, 1))
                        .rule()
                        .effectiveTo())
                .isNull();
        assertThat(clock.ruleOn(LegalTerms.DOUBLE_PUBLICITY, LocalDate.of(2016, 1, 1)))
                .isEmpty();
        assertThatThrownBy(() -> clock.deadline(LegalTerms.DOUBLE_PUBLICITY, LocalDate.of(2016, 1, 1)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // a plain week
        "LOT_REVIEW, 2026-11-16, 2026-11-23, 2026-11-20, 2026-11-24",
        // due on a Friday: told on Saturday
        "LOT_REVIEW, 2026-11-20, 2026-11-27, 2026-11-26, 2026-11-28",
        // a Saturday that is worked is one of the last days
        "LOT_REVIEW, 2026-09-29, 2026-10-12, 2026-10-10, 2026-10-13",
        // over New Year into a known year: 1 to 3 January are off, Sunday the 4th is worked
        "LOT_REVIEW, 2025-12-29, 2026-01-06, 2026-01-05, 2026-01-07",
        // into a year that nobody knows yet
        "SECRECY_RULING, 2026-12-21, 2027-01-04, 2026-12-31, 2027-01-05"
    })
    void tellsWhenToRemindAndWhenToReport(
            String term, LocalDate event, LocalDate due, LocalDate reminder, LocalDate escalation) {
        Deadline deadline = clock.deadline(term, event);
        assertThat(deadline.dueOn()).isEqualTo(due);
        assertThat(clock.reminderOf(deadline)).isEqualTo(reminder);
        assertThat(clock.escalationOf(deadline)).isEqualTo(escalation);
    }

    @Test
    void aTermWithoutARuleForItsReminderHasNone() {
        Deadline deadline = clock.deadline(LegalTerms.PUBLICATION, LocalDate.of(2026, 11, 23));
        assertThatThrownBy(() -> clock.reminderOf(deadline)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void ofTwoTermsTheEarlierBinds() {
        LocalDate decided = LocalDate.of(2026, 11, 2);
        assertThat(clock.earliest(decided, LegalTerms.PUBLICATION, LegalTerms.DOUBLE_PUBLICITY)
                        .rule()
                        .id())
                .isEqualTo(LegalTerms.DOUBLE_PUBLICITY);
        assertThat(clock.earliest(LocalDate.of(2016, 1, 4), LegalTerms.PUBLICATION, LegalTerms.DOUBLE_PUBLICITY)
                        .rule()
                        .id())
                .isEqualTo(LegalTerms.PUBLICATION);
        assertThatThrownBy(() -> clock.earliest(decided, "NONE")).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @CsvSource({"CALENDAR_DAYS, 2026-02-01", "MONTHS, 2026-02-28", "YEARS, 2027-01-31"})
    void countsInOtherUnits(Unit unit, LocalDate due) {
        LegalRule rule = new LegalRule("X", "某法第一条", 1, unit, null, null);
        assertThat(clock.deadline(rule, LocalDate.of(2026, 1, 31)).dueOn()).isEqualTo(due);
        assertThat(clock.deadline(rule, LocalDate.of(2026, 1, 31)).provisional())
                .isFalse();
    }

    @Test
    void everyTermHasARule() throws IllegalAccessException {
        for (var field : LegalTerms.class.getFields()) {
            assertThat(clock.ruleOn((String) field.get(null), LocalDate.of(2026, 11, 23)))
                    .as(field.getName())
                    .isPresent();
        }
    }

    @Test
    void refusesNonsense() {
        LegalRule always = new LegalRule("X", "c", 1, Unit.MONTHS, null, null);
        LegalRule from2020 = new LegalRule("X", "c", 2, Unit.MONTHS, LocalDate.of(2020, 1, 1), null);
        LegalRule until2019 = new LegalRule("X", "c", 2, Unit.MONTHS, null, LocalDate.of(2019, 12, 31));
        WorkingCalendar calendar = clock.calendar();
        assertThatThrownBy(() -> new LegalClock(calendar, List.of(always, from2020)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new LegalClock(calendar, List.of(until2019, from2020)).rules())
                .hasSize(2);
        assertThatThrownBy(() -> new LegalRule("X", "c", -1, Unit.MONTHS, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LegalRule("X", "c", 1, Unit.MONTHS, LocalDate.MAX, LocalDate.MIN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LegalRulesText.parse(List.of("X | 1 | MONTHS | -")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

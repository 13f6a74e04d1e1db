package org.chengxin.record.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodReckoningTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 1, 31);

    @Test
    void the_earlier_of_what_the_rule_allows_and_what_was_stated() {
        assertThat(new PeriodReckoning(DECIDED, 1, null).lastDay()).isEqualTo("2026-02-28");
        assertThat(new PeriodReckoning(DECIDED, 12, LocalDate.of(2026, 7, 1)).lastDay())
                .isEqualTo("2026-07-01");
        assertThat(new PeriodReckoning(DECIDED, 3, LocalDate.of(2027, 1, 1)).lastDay())
                .isEqualTo("2026-04-30");
    }

    @Test
    void without_a_bound_what_was_stated_and_long_term_is_without_end() {
        assertThat(new PeriodReckoning(DECIDED, null, LocalDate.of(2030, 1, 1)).lastDay())
                .isEqualTo("2030-01-01");
        assertThat(new PeriodReckoning(DECIDED, null, LocalDate.of(2099, 12, 31)).lastDay())
                .isNull();
        assertThat(new PeriodReckoning(null, 12, null).latest()).isNull();
    }
}

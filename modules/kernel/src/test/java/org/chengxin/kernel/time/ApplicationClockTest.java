package org.chengxin.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationClockTest {

    private static final Clock BASE = Clock.fixed(Instant.parse("2026-01-31T15:59:59Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "'', 2026-01-31T15:59:59Z",
        "P30D, 2026-03-02T15:59:59Z",
        "PT36H, 2026-02-02T03:59:59Z",
        "P1DT2H, 2026-02-01T17:59:59Z",
        "P1M, 2026-02-28T15:59:59Z",
        "p1y, 2027-01-31T15:59:59Z",
        "PT1S, 2026-01-31T16:00:00Z"
    })
    void runsAhead(String offset, Instant expected) {
        assertThat(ApplicationClock.ahead(BASE, offset).instant()).isEqualTo(expected);
    }

    @Test
    void todayIsTodayInShanghai() {
        assertThat(ApplicationClock.ahead(BASE, null).today()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(ApplicationClock.ahead(BASE, "PT1S").today()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(ApplicationClock.ahead(BASE, "PT1S").withZone(ZoneOffset.UTC).today())
                .isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(ApplicationClock.system().getZone()).isEqualTo(CivilTime.ZONE);
        assertThat(ApplicationClock.system().isAhead()).isFalse();
        assertThat(ApplicationClock.system("P1D").isAhead()).isTrue();
    }

    @Test
    void saysWholeMicrosecondsBecauseTheDatabaseKeepsNoMore() {
        Clock finer = Clock.fixed(Instant.parse("2026-01-31T15:59:59.123456789Z"), ZoneOffset.UTC);
        assertThat(ApplicationClock.ahead(finer, "").instant()).isEqualTo("2026-01-31T15:59:59.123456Z");
        assertThat(ApplicationClock.ahead(finer, "PT1S").instant()).isEqualTo("2026-01-31T16:00:00.123456Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-1D", "PT-1H", "30", "tomorrow", "PT", "P", "P1DT"})
    void refusesWhatIsNoPeriodAhead(String offset) {
        assertThatThrownBy(() -> ApplicationClock.ahead(BASE, offset)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDayEndsAtMidnightInShanghai() {
        LocalDate day = LocalDate.of(2026, 1, 31);
        assertThat(CivilTime.startOf(day)).isEqualTo(Instant.parse("2026-01-30T16:00:00Z"));
        assertThat(CivilTime.endOf(day)).isEqualTo(Instant.parse("2026-01-31T16:00:00Z"));
        assertThat(CivilTime.dateOf(CivilTime.endOf(day))).isEqualTo(day.plusDays(1));
    }
}

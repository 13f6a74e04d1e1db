package org.chengxin.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.chengxin.kernel.time.CivilTime;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Instant MIDNIGHT = CivilTime.startOf(LocalDate.of(2026, 6, 16));

    @Test
    void aMinuteByDay() {
        assertThat(Freshness.cacheControl(MIDNIGHT)).isEqualTo("public, max-age=60, must-revalidate");
        assertThat(Freshness.cacheControl(MIDNIGHT.minusSeconds(65))).isEqualTo("public, max-age=60, must-revalidate");
    }

    @Test
    void neverPastMidnight() {
        assertThat(Freshness.cacheControl(MIDNIGHT.minusSeconds(30))).isEqualTo("public, max-age=25, must-revalidate");
        assertThat(Freshness.cacheControl(MIDNIGHT.minusSeconds(5))).isEqualTo("no-store");
        assertThat(Freshness.cacheControl(MIDNIGHT.minusMillis(1))).isEqualTo("no-store");
    }
}

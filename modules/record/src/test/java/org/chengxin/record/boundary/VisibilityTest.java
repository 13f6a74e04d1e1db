package org.chengxin.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.record.entity.RecordState;
import org.junit.jupiter.api.Test;

class VisibilityTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    @Test
    void public_on_its_last_day_and_not_on_the_next() {
        assertThat(on(LAST).visible()).isTrue();
        assertThat(on(LAST.plusDays(1)).visible()).isFalse();
        assertThat(on(LAST).hiddenFrom()).isEqualTo("2026-12-01");
    }

    @Test
    void every_condition_counts_and_a_dispute_does_not() {
        assertThat(new Visibility(DisclosureScope.GOVERNMENT, RecordState.PUBLISHED, null, LAST, false, false)
                        .visible())
                .isFalse();
        assertThat(new Visibility(DisclosureScope.PUBLIC, RecordState.UNDETERMINED, null, LAST, false, false).visible())
                .isFalse();
        assertThat(new Visibility(DisclosureScope.PUBLIC, RecordState.PUBLISHED, null, LAST, true, false).visible())
                .isFalse();
        assertThat(new Visibility(DisclosureScope.PUBLIC, RecordState.PUBLISHED, null, LAST, false, true).visible())
                .isTrue();
    }

    private static Visibility on(LocalDate today) {
        return new Visibility(DisclosureScope.PUBLIC, RecordState.PUBLISHED, LAST, today, false, false);
    }
}

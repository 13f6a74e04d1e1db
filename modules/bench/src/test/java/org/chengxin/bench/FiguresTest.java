package org.chengxin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final double EXACT = 1e-9;

    @Test
    void rates_follow_from_all_three_phases() {
        Figures run = new Figures(1_000, 1, 2, 2, new Figures.Work(3, 2, 70, 5_000_000), 2.5);

        assertThat(run.total()).isEqualTo(5, within(EXACT));
        assertThat(run.perSecond()).isEqualTo(200, within(EXACT));
        assertThat(run.barePerSecond()).isEqualTo(400, within(EXACT));
        assertThat(run.ratio()).isEqualTo(0.5, within(EXACT));
        assertThat(run.cpuMillisPerRecord()).isEqualTo(3, within(EXACT));
        assertThat(run.databaseMillisPerRecord()).isEqualTo(2, within(EXACT));
        assertThat(run.statementsPerRecord()).isEqualTo(0.07, within(EXACT));
        assertThat(run.walPerRecord()).isEqualTo(5_000, within(EXACT));
    }

    @Test
    void the_median_is_the_middle_one_whatever_the_order() {
        assertThat(Figures.median(List.of(taking(9), taking(1), taking(3)), Figures::checking))
                .isEqualTo(3);
        assertThat(Figures.median(List.of(taking(4), taking(2)), Figures::checking))
                .isEqualTo(3);
    }

    private static Figures taking(double seconds) {
        return new Figures(1, 0, seconds, 0, new Figures.Work(0, 0, 0, 0), 1);
    }
}

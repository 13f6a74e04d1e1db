package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.chengxin.intake.control.SamplingPlan.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plans against rows of GB/T 2828.1-2012, tables 1 and 2-A. */
class SamplingPlanTest {

    @ParameterizedTest(name = "{0} at {1}, AQL {2}: {3}, n {4}, Ac {5}")
    @CsvSource({
        // table 1, both ends of classes, level II with AQL 1.0: G leads down to H
        "151, II, 1.0, H, 50, 1",
        "281, II, 1.0, H, 50, 1",
        "500, II, 1.0, H, 50, 1",
        "501, II, 1.0, J, 80, 2",
        "1200, II, 1.0, J, 80, 2",
        "1201, II, 1.0, K, 125, 3",
        "3201, II, 1.0, L, 200, 5",
        "10001, II, 1.0, M, 315, 7",
        "35001, II, 1.0, N, 500, 10",
        "150001, II, 1.0, P, 800, 14",
        "500001, II, 1.0, Q, 1250, 21",
        // level I is less, level III more
        "963, I, 1.0, H, 50, 1",
        "100000, I, 1.0, L, 200, 5",
        "963, III, 1.0, K, 125, 3",
        "600000, III, 1.0, Q, 1250, 21",
        // other columns of table 2-A
        "963, I, 0.40, G, 32, 0",
        "963, I, 0.65, F, 20, 0",
        "963, II, 0.65, J, 80, 1",
        "963, II, 2.5, J, 80, 5",
        "963, II, 4.0, J, 80, 7",
        "963, II, 6.5, J, 80, 10",
        "10001, II, 6.5, L, 200, 21",
        "963, II, 0.010, Q, 963, 0",
        "600000, III, 0.010, Q, 1250, 0",
        "600000, III, 0.015, P, 800, 0",
        "600000, III, 0.025, R, 2000, 1",
        // all of a lot that is no larger than its sample, and nothing of nothing
        "13, I, 1.0, E, 13, 0",
        "14, I, 1.0, E, 13, 0",
        "7, I, 1.0, E, 7, 0",
        "2, II, 6.5, A, 2, 0",
        "0, I, 1.0, E, 0, 0"
    })
    void a_plan_of_the_standard(int lot, Level level, String limit, String letter, int size, int acceptance) {
        assertThat(SamplingPlan.of(lot, level, new BigDecimal(limit)))
                .isEqualTo(new SamplingPlan(letter, size, acceptance));
    }

    @Test
    void a_limit_is_one_of_the_table_however_it_is_written() {
        assertThat(SamplingPlan.of(963, Level.I, new BigDecimal("1.00")).size()).isEqualTo(50);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SamplingPlan.of(963, Level.I, new BigDecimal("0.9")))
                .withMessageContaining("0.9");
    }
}

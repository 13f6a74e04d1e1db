package org.chengxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingsTest {

    @Test
    void each_kind_of_request_has_its_line_in_the_order_of_its_first_one() throws Exception {
        Timings timings = new Timings();
        timings.time("warm-up", () -> 0);
        timings.forget();
        assertThat(timings.time("open", () -> "answer")).isEqualTo("answer");
        timings.time("approve", () -> 0);
        timings.time("open", () -> 0);

        assertThat(timings.table("what").lines().toList())
                .satisfiesExactly(
                        head -> assertThat(head).isEqualTo("| what | times | p50 | p95 | longest |"),
                        rule -> assertThat(rule).startsWith("|---|"),
                        open -> assertThat(open).startsWith("| open | 2 | "),
                        approve -> assertThat(approve).startsWith("| approve | 1 | "));
    }
}

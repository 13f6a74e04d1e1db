package org.chengxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final long MILLI = 1_000_000;

    @Test
    void a_share_of_the_requests_was_answered_within_so_many_milliseconds() {
        long[] backwards =
                LongStream.rangeClosed(1, 100).map(n -> (101 - n) * MILLI).toArray();

        Latencies latencies = new Latencies(backwards, 3);

        assertThat(latencies.millis(0.5)).isEqualTo(50);
        assertThat(latencies.millis(0.95)).isEqualTo(95);
        assertThat(latencies.millis(1)).isEqualTo(100);
        assertThat(latencies.answered()).isEqualTo(100);
        assertThat(latencies.cells()).isEqualTo("50.0 | 95.0 | 99.0 | 3");
    }

    @Test
    void what_was_never_answered_took_no_time_that_one_could_name() {
        assertThat(new Latencies(new long[0], 5).millis(0.95)).isNaN();
    }
}

package org.chengxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void a_request_that_waits_behind_a_slow_one_counts_its_waiting() throws InterruptedException {
        AtomicInteger number = new AtomicInteger();

        Latencies latencies = Load.open(1_000, 100, 1, () -> {
            if (number.getAndIncrement() == 0) {
                spend(200);
            }
        });

        assertThat(latencies.answered()).isEqualTo(100);
        // the hundred were due within a tenth of a second: each waited at least another tenth for the first
        assertThat(latencies.millis(0.01)).isGreaterThan(90);
    }

    @Test
    void what_fails_is_counted_and_has_no_time() throws InterruptedException {
        AtomicInteger number = new AtomicInteger();

        Latencies latencies = Load.open(1_000, 10, 2, () -> {
            if (number.getAndIncrement() % 2 == 0) {
                throw new IllegalStateException("refused");
            }
        });

        assertThat(latencies.answered()).isEqualTo(5);
        assertThat(latencies.failures()).isEqualTo(5);
    }

    @Test
    void clients_of_a_closed_loop_ask_one_after_the_other() throws InterruptedException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        Load.Throughput got = Load.closed(3, Duration.ofMillis(200), 1_000, () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            spend(5);
            atOnce.decrementAndGet();
        });

        assertThat(most.get()).isEqualTo(3);
        assertThat(got.latencies().failures()).isZero();
        assertThat(got.latencies().millis(0)).isGreaterThanOrEqualTo(5);
        assertThat(got.perSecond()).isBetween(1.0, 3 * 200.0);
    }

    private static void spend(int millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}

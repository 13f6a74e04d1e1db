package org.chengxin.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long each of many requests took. */
final class Latencies {

    private static final double NANOS_IN_MILLI = 1e6;

    private final long[] sorted;
    private final int failures;

    /**
     * @param nanos of those that were answered as they should be
     * @param failures how many were not
     */
    Latencies(long[] nanos, int failures) {
        this.sorted = nanos.clone();
        Arrays.sort(this.sorted);
        this.failures = failures;
    }

    /** @return how many were answered. */
    int answered() {
        return sorted.length;
    }

    /** @return how many were not answered, or not with what they should be. */
    int failures() {
        return failures;
    }

    /**
     * @param share such as 0.95
     * @return milliseconds within which this share of the requests was answered; not a number where none was
     */
    double millis(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / NANOS_IN_MILLI;
    }

    /** @return p50, p95, p99 and failures as cells of a table. */
    String cells() {
        return String.format(Locale.ROOT, "%.1f | %.1f | %.1f | %d", millis(0.5), millis(0.95), millis(0.99), failures);
    }
}

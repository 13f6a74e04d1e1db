package org.chengxin.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one run measured; times in seconds.
 *
 * @param records rows of the lot, each of which became a public record
 * @param upload from the first byte of the request to the answer that the lot is durable
 * @param checking from there until the lot waits for its reviewer
 * @param admission from there, the reviewer's decision included, until the last row is on the public API
 * @param serverCpu processor time of the application server in all three
 * @param bare the bare insert of the same rows
 */
record Figures(int records, double upload, double checking, double admission, double serverCpu, double bare) {

    private static final int MILLIS = 1_000;

    double total() {
        return upload + checking + admission;
    }

    double perSecond() {
        return records / total();
    }

    double barePerSecond() {
        return records / bare;
    }

    /** @return rate of the application as a part of the rate of the bare insert. */
    double ratio() {
        return bare / total();
    }

    /** @return milliseconds of the application server's processor time for one record. */
    double cpuMillisPerRecord() {
        return serverCpu * MILLIS / records;
    }

    /** @return the middle one of an odd number of values, the mean of the two middle ones of an even number. */
    static double median(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

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
 * @param work what all three cost
 * @param bare the bare insert of the same rows
 */
record Figures(int records, double upload, double checking, double admission, Work work, double bare) {

    /**
     * What a lot cost besides time.
     *
     * @param serverCpu processor time of the application server, in seconds
     * @param databaseCpu processor time of the database's processes, in seconds
     * @param statements sent to the database by the application
     * @param walBytes written to the write-ahead log, by the lot and by whatever else the database did meanwhile
     */
    record Work(double serverCpu, double databaseCpu, long statements, long walBytes) {}

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
        return work.serverCpu * MILLIS / records;
    }

    /** @return milliseconds of the database's processor time for one record. */
    double databaseMillisPerRecord() {
        return work.databaseCpu * MILLIS / records;
    }

    /** @return statements for one record. */
    double statementsPerRecord() {
        return (double) work.statements / records;
    }

    /** @return bytes of write-ahead log for one record. */
    double walPerRecord() {
        return (double) work.walBytes / records;
    }

    /** @return the middle one of an odd number of values, the mean of the two middle ones of an even number. */
    static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

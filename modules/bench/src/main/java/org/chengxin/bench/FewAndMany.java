package org.chengxin.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times the same requests with few tasks and with many, one request after the other: a table for each as they come, and
 * both beside each other at the end. What a request costs is its time and the processor time of all that works for it.
 */
final class FewAndMany {

    private static final double NANOS_IN_MILLI = 1e6;

    private final int requests;
    private final Processor processor;
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    /** One of many requests. */
    @FunctionalInterface
    interface Numbered {
        void send(int number) throws IOException, InterruptedException;
    }

    /** How much processor time was used so far by what is measured, in nanoseconds. */
    @FunctionalInterface
    interface Processor {
        long nanos() throws SQLException;
    }

    private record Cost(Latencies latencies, double cpuMillis) {}

    /**
     * @param requests how many of each
     */
    FewAndMany(int requests, Processor processor) {
        this.requests = requests;
        this.processor = processor;
    }

    /** @return how many requests of each kind are made. */
    int requests() {
        return requests;
    }

    /** What is timed from here on is timed anew; the earlier figures are kept unless they only warmed up. */
    void begin(String title, boolean earlierWarmedUp) {
        if (earlierWarmedUp) {
            costs.clear();
        }
        say("%nInbox of %s open tasks, %d requests each, ms%n", title, requests);
        say("| request | p50 | p95 | processor time |%n|---|---:|---:|---:|");
    }

    /** Makes the requests and prints what they took. */
    void time(String what, Numbered request) throws IOException, InterruptedException, SQLException {
        long[] nanos = new long[requests];
        long cpu = processor.nanos();
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            request.send(i);
            nanos[i] = System.nanoTime() - start;
        }
        double cpuMillis = (processor.nanos() - cpu) / NANOS_IN_MILLI / requests;
        Cost cost = new Cost(new Latencies(nanos, 0), cpuMillis);
        costs.computeIfAbsent(what, none -> new ArrayList<>()).add(cost);
        say("| %s | %s |", what, cells(cost));
    }

    /** Prints the last two measurements beside each other. */
    void compare(String few, String many) {
        say("%n| request | p50 of %s | p95 | CPU | p50 of %s | p95 | CPU | p50, times | CPU, times |", few, many);
        say("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        costs.forEach((what, all) -> {
            Cost before = all.get(all.size() - 2);
            Cost after = all.get(all.size() - 1);
            say(
                    "| %s | %s | %s | %.1f | %.1f |",
                    what,
                    cells(before),
                    cells(after),
                    after.latencies.millis(0.5) / before.latencies.millis(0.5),
                    after.cpuMillis / before.cpuMillis);
        });
    }

    private static String cells(Cost cost) {
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f | %.1f",
                cost.latencies.millis(0.5),
                cost.latencies.millis(0.95),
                cost.cpuMillis);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

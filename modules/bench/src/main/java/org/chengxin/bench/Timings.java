package org.chengxin.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long each kind of request took, one after the other, as a table. */
final class Timings {

    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

    /** A request that is timed. */
    @FunctionalInterface
    interface Request<T> {
        T send() throws IOException, InterruptedException, SQLException;
    }

    /** @return what the request gave. */
    <T> T time(String what, Request<T> request) throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        T answer = request.send();
        nanos.computeIfAbsent(what, none -> new ArrayList<>()).add(System.nanoTime() - start);
        return answer;
    }

    /** What was timed so far only warmed up. */
    void forget() {
        nanos.clear();
    }

    /** @return a Markdown table, in milliseconds. */
    String table(String head) {
        StringBuilder table =
                new StringBuilder("| " + head + " | times | p50 | p95 | longest |\n|---|---:|---:|---:|---:|\n");
        nanos.forEach((what, all) -> {
            Latencies latencies =
                    new Latencies(all.stream().mapToLong(Long::longValue).toArray(), 0);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f |%n",
                    what,
                    all.size(),
                    latencies.millis(0.5),
                    latencies.millis(0.95),
                    latencies.millis(1)));
        });
        return table.toString();
    }
}

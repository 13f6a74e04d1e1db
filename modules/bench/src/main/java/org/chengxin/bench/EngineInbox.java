package org.chengxin.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The work of an inbox by an engine's own task service, in this process: neither HTTP, nor titles, deadlines by law, rights
 * or forms are in it. To stand beside {@link InboxBenchmark}. Usage, at the top of a built checkout:
 * {@code EngineInbox camunda|flowable [tasks [requests [few]]]}.
 */
public final class EngineInbox {

    private static final int TASKS = 100_000;
    private static final int FEW = 1_000;
    private static final int REQUESTS = 200;
    private static final int PAGE = 50;
    private static final int AT_ONCE = 500;
    private static final String USER = "reviewer.env";

    private final EngineTasks engine;
    private final int requests;

    private EngineInbox(EngineTasks engine, int requests) {
        this.engine = engine;
        this.requests = requests;
    }

    public static void main(String[] args) throws Exception {
        int tasks = args.length > 1 ? Integer.parseInt(args[1]) : TASKS;
        int requests = args.length > 2 ? Integer.parseInt(args[2]) : REQUESTS;
        int few = args.length > 3 ? Integer.parseInt(args[3]) : FEW;
        Path checkout = Path.of(System.getProperty("chengxin.checkout", "")).toAbsolutePath();
        Machine.say();
        try (BareDatabase database = BareDatabase.fresh(checkout.resolve("modules/bench/target/engine"));
                EngineTasks engine =
                        switch (args[0]) {
                            case "camunda" -> new CamundaTasks(database);
                            case "flowable" -> new FlowableTasks(database);
                            default -> throw new IllegalArgumentException(args[0]);
                        }) {
            EngineInbox benchmark = new EngineInbox(engine, requests);
            benchmark.open(few, database);
            benchmark.measure(args[0] + ", " + few + " (warm-up)", few);
            benchmark.open(few, database);
            benchmark.measure(args[0] + ", " + few, few);
            benchmark.open(tasks, database);
            benchmark.measure(args[0] + ", " + tasks, tasks);
        }
    }

    private void open(int tasks, BareDatabase database) throws SQLException {
        int there = (int) engine.open();
        for (int done = there; done < tasks; done += AT_ONCE) {
            engine.start(done, Math.min(AT_ONCE, tasks - done));
        }
        database.execute("ANALYZE");
    }

    private void measure(String title, int tasks) {
        System.out.printf(
                Locale.ROOT,
                "%n%s open tasks, %d requests each, ms%n%n| request | p50 | p95 |%n|---|---:|---:|%n",
                title,
                requests);
        List<String> ids = new ArrayList<>(engine.page(0, tasks));
        Collections.shuffle(ids, new Random(3));
        time("first page of 50", i -> engine.page(0, PAGE));
        time("page of 50 in the middle", i -> engine.page(tasks / 2, PAGE));
        time("counts of the tabs", i -> {
            engine.mine(USER);
            engine.open();
            engine.overdue();
        });
        time("claim", i -> engine.claim(ids.get(i), USER));
        time("decide", i -> engine.complete(ids.get(i)));
    }

    @FunctionalInterface
    private interface Numbered {
        void send(int number);
    }

    private void time(String what, Numbered request) {
        long[] nanos = new long[requests];
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            request.send(i);
            nanos[i] = System.nanoTime() - start;
        }
        Latencies latencies = new Latencies(nanos, 0);
        System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f |%n", what, latencies.millis(0.5), latencies.millis(0.95));
    }
}

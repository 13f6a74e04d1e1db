package org.chengxin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
    private static final double NANOS = 1e9;
    private static final String USER = "reviewer.env";

    private static final int WARM_UP_ROUNDS = 3;

    private final EngineTasks engine;
    private final BareDatabase database;
    private final FewAndMany figures;

    private EngineInbox(EngineTasks engine, BareDatabase database, int requests) throws SQLException {
        this.engine = engine;
        this.database = database;
        DatabaseWork work = database.work();
        this.figures =
                new FewAndMany(requests, () -> processor().plus(work.cpu()).toNanos());
    }

    /** This process, in which the engine runs. */
    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
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
            EngineInbox benchmark = new EngineInbox(engine, database, requests);
            benchmark.open(few);
            for (int round = 1; round <= WARM_UP_ROUNDS; round++) {
                benchmark.measure(args[0] + ", " + few + " (warm-up)", few, true);
                benchmark.open(few);
            }
            benchmark.measure(args[0] + ", " + few, few, true);
            benchmark.multiply(tasks);
            benchmark.measure(args[0] + ", " + tasks, tasks, false);
            benchmark.figures.compare(String.valueOf(few), String.valueOf(tasks));
        }
    }

    private void open(int tasks) throws SQLException {
        long start = System.nanoTime();
        int there = (int) engine.open();
        for (int done = there; done < tasks; done += AT_ONCE) {
            engine.start(done, Math.min(AT_ONCE, tasks - done));
        }
        database.execute("ANALYZE");
        database.execute("CHECKPOINT");
        System.out.printf(
                Locale.ROOT, "%n%d more tasks in %.0f s%n", tasks - there, (System.nanoTime() - start) / NANOS);
    }

    /** The engine itself opens what the copies leave over; history of what is done is copied too, as a year would leave it. */
    private void multiply(int tasks) throws SQLException {
        try (Connection superuser = database.superuser()) {
            new MoreInstances(superuser).copy(tasks / (int) engine.open() - 1);
        }
        open(tasks);
    }

    private void measure(String title, int tasks, boolean earlierWarmedUp)
            throws IOException, InterruptedException, SQLException {
        figures.begin(title, earlierWarmedUp);
        List<String> ids = new ArrayList<>(engine.page(0, tasks));
        Collections.shuffle(ids, new Random(3));
        figures.time("first page of 50", i -> engine.page(0, PAGE));
        figures.time("page of 50 in the middle", i -> engine.page(tasks / 2, PAGE));
        figures.time("counts of the tabs", i -> {
            engine.mine(USER);
            engine.open();
            engine.overdue();
        });
        figures.time("claim", i -> engine.claim(ids.get(i), USER));
        figures.time("decide", i -> engine.complete(ids.get(i)));
    }
}

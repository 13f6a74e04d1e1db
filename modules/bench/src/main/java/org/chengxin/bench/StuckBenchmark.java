package org.chengxin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * The check that nothing is stuck, as an administrator starts it at the console, with a hundred thousand tasks in motion:
 * where nothing is, and where worklist rows were lost, overdue tasks not reported, and a group is empty; beside a million
 * tasks that were decided before. Usage, at the top of a built checkout: {@code StuckBenchmark [tasks [checks [decided]]]};
 * the statements of a check that took the most time stand before the table.
 */
public final class StuckBenchmark {

    private static final int TASKS = 100_000;
    private static final int CHECKS = 10;
    private static final int DECIDED = 1_000_000;
    private static final int WARM_UP = 3;
    private static final int LOST = 1_000;
    private static final int DEAREST = 16;

    private final ConsoleClient console;
    private final Connection owner;
    private final DatabaseWork database;
    private final Timings timings = new Timings();

    private StuckBenchmark(Bed bed, Connection owner) throws SQLException {
        this.console = new ConsoleClient(bed.address());
        this.owner = owner;
        this.database = bed.databaseWork();
    }

    public static void main(String[] args) throws Exception {
        int tasks = args.length > 0 ? Integer.parseInt(args[0]) : TASKS;
        int checks = args.length > 1 ? Integer.parseInt(args[1]) : CHECKS;
        int decided = args.length > 2 ? Integer.parseInt(args[2]) : DECIDED;
        Path checkout = Path.of(System.getProperty("chengxin.checkout", "")).toAbsolutePath();
        Machine.say();
        try (Bed bed = Bed.fresh(checkout, checkout.resolve("modules/bench/target/stuck"));
                Connection owner = bed.owner()) {
            WaitingTasks waiting = new WaitingTasks(bed, owner);
            waiting.register();
            waiting.open(tasks);
            StuckBenchmark benchmark = new StuckBenchmark(bed, owner);
            benchmark.decidedBefore(decided);
            bed.checkpoint();
            benchmark.console.signIn("admin", Bed.PASSWORD);
            for (int i = 0; i < WARM_UP; i++) {
                benchmark.check("warm-up");
            }
            benchmark.timings.forget();
            benchmark.measure(checks);
            System.out.println();
            System.out.println(
                    benchmark.timings.table("check of " + tasks + " open tasks beside " + decided + " decided, ms"));
        }
    }

    /** What was decided a year ago rests in the worklist. */
    private void decidedBefore(int decided) throws SQLException {
        run("INSERT INTO registry.worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                + " organisation_id, owner_role, created_at, due_on, due_rule, state, outcome, decided_by, decided_name,"
                + " decided_at) SELECT 'rest-' || n, 'CreditRecord', 'rest-' || n, 'ClassifyRecord', 'classify-record',"
                + " 'REST' || n, '行政处罚 ' || n, o.id, 'REVIEWER', now() - interval '1 year', current_date - 360, 'r',"
                + " 'DONE', 'WARNING', 'reviewer.env', 'x', now() - interval '1 year' FROM generate_series(1, "
                + decided
                + ") n, registry.organisation o WHERE o.code = 'env'");
        run("VACUUM ANALYZE registry.worklist_task");
    }

    private void measure(int checks) throws IOException, InterruptedException, SQLException {
        database.reset();
        for (int i = 0; i < checks; i++) {
            check("nothing is stuck");
        }
        System.out.println("Statements of " + checks + " checks:");
        database.dearest(DEAREST).forEach(System.out::println);

        run("DELETE FROM registry.worklist_task WHERE id IN (" + some("id") + ")");
        long whole = System.nanoTime();
        do {
            check(LOST + " rows of the worklist lost: one round, which writes 200 again");
        } while (number("SELECT count(*) FROM engine.act_ru_task t WHERE NOT EXISTS"
                        + " (SELECT FROM registry.worklist_task w WHERE w.id = t.id_)")
                > 0);
        System.out.println(
                String.format(Locale.ROOT, "all %d came back in %.1f s", LOST, (System.nanoTime() - whole) / 1e9));

        // without its term nothing counts the deadline again before the check looks
        run("UPDATE registry.worklist_task SET due_on = current_date - 60, due_term = NULL WHERE id IN (" + some("id")
                + ")");
        check(LOST + " overdue and not reported: told to the supervisor");
        if (number("SELECT count(*) FROM registry.task_notice WHERE kind = 'ESCALATION'") != LOST) {
            throw new IOException("not all were told");
        }
        run("UPDATE registry.app_user SET enabled = false WHERE username = 'reviewer.env'");
        check("nobody is in the group that owns all of them");
    }

    private void check(String what) throws IOException, InterruptedException, SQLException {
        long before = number("SELECT coalesce(max(id), 0) FROM registry.stuck_check");
        ConsoleClient.Form form = console.form("operations.xhtml", "stuck");
        timings.time(what, () -> console.send(form, "check", "true"));
        if (number("SELECT coalesce(max(id), 0) FROM registry.stuck_check") != before + 1) {
            throw new IOException("the check was not made");
        }
    }

    /** Tasks from all over the worklist. */
    private static String some(String column) {
        return "SELECT " + column + " FROM registry.worklist_task WHERE state = 'OPEN' AND step = 'ClassifyRecord'"
                + " ORDER BY md5(id) LIMIT " + LOST;
    }

    private void run(String statement) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }

    private long number(String query) throws SQLException {
        try (Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}

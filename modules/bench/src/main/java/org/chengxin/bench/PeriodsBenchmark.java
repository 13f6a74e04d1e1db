package org.chengxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A million public records whose periods run, ten thousand of which end today: what they cost the engine at rest, what the
 * portal's role sees of them on either side of midnight, and when all of them are closed. The application's clock runs
 * ahead so that its midnight comes three minutes after the start. Usage, at the top of a built checkout:
 * {@code PeriodsBenchmark [records [ending]]}.
 */
public final class PeriodsBenchmark {

    private static final int RECORDS = 1_000_000;
    private static final int ENDING = 10_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration BEFORE_MIDNIGHT = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double NANOS = 1e9;
    /** The engine's tables that hold what is under way; the one timer that waits for midnight is no record's. */
    private static final String AT_REST = """
            SELECT (SELECT count(*) FROM engine.act_ru_execution) + (SELECT count(*) FROM engine.act_ru_task)
                 + (SELECT count(*) FROM engine.act_ru_variable) + (SELECT count(*) FROM engine.act_ru_event_subscr)
                 + (SELECT count(*) FROM engine.act_ru_job WHERE process_instance_id_ IS NOT NULL)
            """;

    /** The same told apart, with the timers of no instance beside it. */
    private static final String TOLD_APART = """
            SELECT concat_ws(', ', 'executions ' || (SELECT count(*) FROM engine.act_ru_execution),
                'tasks ' || (SELECT count(*) FROM engine.act_ru_task),
                'variables ' || (SELECT count(*) FROM engine.act_ru_variable),
                'subscriptions ' || (SELECT count(*) FROM engine.act_ru_event_subscr),
                'jobs of instances ' || (SELECT count(*) FROM engine.act_ru_job WHERE process_instance_id_ IS NOT NULL),
                'timers of the schedule ' || (SELECT count(*) FROM engine.act_ru_job WHERE process_instance_id_ IS NULL))
            """;

    private PeriodsBenchmark() {}

    public static void main(String[] args) throws Exception {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : RECORDS;
        int ending = args.length > 1 ? Integer.parseInt(args[1]) : ENDING;
        Path checkout = Path.of(System.getProperty("chengxin.checkout", "")).toAbsolutePath();
        Path data = checkout.resolve("modules/bench/target/periods");
        Machine.say();
        LocalDate day = LocalDate.now(ZONE).plusDays(1);
        long begun = System.nanoTime();
        Files.deleteIfExists(data.resolve("prepared"));
        Bed.prepare(data, records + " periods", new RunningPeriods(records, ending, day)::write);
        long started = System.nanoTime();
        Instant midnight = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        // whole seconds: the database is told no less
        Duration ahead =
                Duration.between(Instant.now(), midnight).minus(BEFORE_MIDNIGHT).truncatedTo(ChronoUnit.SECONDS);
        try (Bed bed = Bed.prepared(checkout, data, records + " periods", ahead.toString(), owner -> {});
                Connection owner = bed.owner();
                Connection portal = bed.portal()) {
            say("%d records, %d of them end on %s, PostgreSQL %s", records, ending, day, bed.database());
            say(
                    "%.0f s to fill the register, %.0f s to start",
                    (started - begun) / NANOS, (System.nanoTime() - started) / NANOS);
            watch(owner, portal, midnight.minus(ahead), ending, day);
        }
    }

    /**
     * @param midnight the application's, by the true clock
     */
    private static void watch(Connection owner, Connection portal, Instant midnight, int ending, LocalDate day)
            throws SQLException, IOException {
        String visible = "SELECT count(*) FROM publication.public_record WHERE ends_on = '" + day + "'";
        String closed = "SELECT count(*) FROM registry.credit_record WHERE state = 'ENDED'";
        while (number(owner, AT_REST) != 0) {
            pause(midnight, "the run of the start is not over");
        }
        say("the engine at rest: %s", text(owner, TOLD_APART));
        say("visible before midnight: %d", number(portal, visible));
        while (Instant.now().isBefore(midnight)) {
            LockSupport.parkNanos(Math.min(
                    TimeUnit.MILLISECONDS.toNanos(5),
                    Duration.between(Instant.now(), midnight).toNanos() + 1));
        }
        long start = System.nanoTime();
        long seen = number(portal, visible);
        say("visible %.0f ms after midnight: %d", seconds(start) * 1e3, seen);
        double first = -1;
        for (long ended = number(owner, closed); ended < ending; ended = number(owner, closed)) {
            if (first < 0 && ended > 0) {
                first = seconds(start);
            }
            pause(midnight.plus(PATIENCE), "not closed: " + (ending - ended));
        }
        say("first closed after %.1f s, all %d after %.1f s", first, ending, seconds(start));
        while (number(owner, "SELECT count(*) FROM registry.period_end_run WHERE due = " + ending) == 0) {
            pause(midnight.plus(PATIENCE), "no certificate");
        }
        say(
                "certificate after %.1f s: %d ended, %d left over, %d public past their day",
                seconds(start),
                number(owner, "SELECT ended FROM registry.period_end_run WHERE due = " + ending),
                number(owner, "SELECT left_over FROM registry.period_end_run WHERE due = " + ending),
                number(owner, "SELECT past_day FROM registry.period_end_run WHERE due = " + ending));
        while (number(owner, AT_REST) != 0) {
            pause(midnight.plus(PATIENCE), "the run of midnight is not over");
        }
        say("the engine afterwards: %s", text(owner, TOLD_APART));
        if (seen != 0) {
            throw new IOException(seen + " records were visible after their last day");
        }
    }

    private static void pause(Instant until, String otherwise) throws IOException {
        if (Instant.now().isAfter(until)) {
            throw new IOException(otherwise);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / NANOS;
    }

    private static long number(Connection connection, String query) throws SQLException {
        return Long.parseLong(text(connection, query));
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

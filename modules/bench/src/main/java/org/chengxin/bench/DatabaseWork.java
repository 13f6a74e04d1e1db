package org.chengxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the database says of its own work: statements of the application, its time in them, and processor time. */
final class DatabaseWork {

    /** Linux counts processor time in hundredths of a second, whatever the kernel's own clock. */
    private static final long MILLIS_A_TICK = 10;

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private final Connection superuser;

    /** @param superuser to a database that has the extension pg_stat_statements, or may get it */
    DatabaseWork(Connection superuser) throws SQLException {
        this.superuser = superuser;
        try (Statement statement = superuser.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        }
    }

    /** Forgets what was counted so far. */
    void reset() throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("SELECT pg_stat_statements_reset()");
        }
    }

    /** @return statements that the application has sent since the last reset. */
    long statements() throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(sum(calls), 0) FROM pg_stat_statements s"
                        + " JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname LIKE 'chengxin%' AND toplevel")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** @return bytes of write-ahead log so far. */
    long walBytes() throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_current_wal_insert_lsn() - '0/0'")) {
            row.next();
            return row.getBigDecimal(1).longValue();
        }
    }

    /**
     * @param most how many
     * @return the statements that took the most time, each as a line: milliseconds, calls, rows, pages read into the
     *     buffers, pages whose image went into the write-ahead log because it was their first change since a checkpoint,
     *     and the text
     */
    List<String> dearest(int most) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("SELECT total_exec_time, calls, rows,"
                        + " shared_blks_read, wal_fpi, left(regexp_replace(query, '\\s+', ' ', 'g'), 110) FROM pg_stat_statements s"
                        + " JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname LIKE 'chengxin%' AND toplevel"
                        + " ORDER BY 1 DESC LIMIT " + most)) {
            while (row.next()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%9.0f ms %7d calls %8d rows %8d read %7d images  %s",
                        row.getDouble(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getString(6)));
            }
        }
        return lines;
    }

    /**
     * @return processor time of the database's processes that run now, by their kind, such as {@code client backend} or
     *     {@code autovacuum worker}: those of connections that ended are not in it, so that only the difference over a time
     *     in which connections stay means something
     */
    Map<String, Duration> cpuByKind() throws SQLException {
        Map<String, Duration> kinds = new TreeMap<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("SELECT pid, backend_type FROM pg_stat_activity")) {
            while (row.next()) {
                kinds.merge(row.getString(2), Duration.ofMillis(ticks(row.getLong(1)) * MILLIS_A_TICK), Duration::plus);
            }
        }
        return kinds;
    }

    /** @return {@link #cpuByKind} of all kinds together. */
    Duration cpu() throws SQLException {
        return cpuByKind().values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static long ticks(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // the name of the program stands in brackets and may hold blanks
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
        } catch (IOException ended) {
            return 0;
        }
    }
}

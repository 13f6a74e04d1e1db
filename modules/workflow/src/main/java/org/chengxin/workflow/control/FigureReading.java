package org.chengxin.workflow.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.intake.boundary.ShownState;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.workflow.boundary.Figure;
import org.chengxin.workflow.boundary.StuckCheck;
import org.chengxin.workflow.boundary.StuckCheck.Count;
import org.chengxin.workflow.boundary.StuckKind;

/** Asks the database for figures, each from an index or a counter and never from a table that grows with the years. */
public class FigureReading {

    /** Above this, the differences of the counter are packed into one row a state. */
    private static final int PACK_ABOVE = 1_000;

    private final Connection connection;
    private final ApplicationClock clock;
    private final List<Figure> figures = new ArrayList<>();

    /**
     * @param connection with {@code registry} and {@code engine} on its search path
     */
    public FigureReading(Connection connection, ApplicationClock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** All of them. */
    public List<Figure> read() throws SQLException {
        ShownState.count(connection)
                .forEach((state, lots) -> figures.add(new Figure("chengxin_lots", "state", state.name(), lots)));
        if (records() > PACK_ABOVE) {
            pack();
        }
        tasks();
        jobs();
        periods();
        stuck();
        return List.copyOf(figures);
    }

    /** @return of how many rows the counter consists */
    private long records() throws SQLException {
        long rows = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT state, sum(change), count(*) FROM record_state_change"
                        + " GROUP BY state ORDER BY state")) {
            while (row.next()) {
                figures.add(new Figure("chengxin_records", "state", row.getString(1), row.getLong(2)));
                rows += row.getLong(3);
            }
        }
        return rows;
    }

    /** What two servers pack at once is packed by one of them: the other finds the rows gone. */
    private void pack() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("WITH packed AS (DELETE FROM record_state_change RETURNING state, change)"
                    + " INSERT INTO record_state_change (state, change)"
                    + " SELECT state, sum(change) FROM packed GROUP BY state HAVING sum(change) <> 0");
        }
    }

    private void tasks() throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FILTER (WHERE created_at > ?),"
                + " count(*) FILTER (WHERE created_at <= ? AND created_at > ?),"
                + " count(*) FILTER (WHERE created_at <= ? AND created_at > ?),"
                + " count(*) FILTER (WHERE created_at <= ?), count(*) FILTER (WHERE due_on < ?)"
                + " FROM worklist_task WHERE state = 'OPEN'")) {
            Object day = at(now, 1);
            Object week = at(now, 7);
            Object month = at(now, 30);
            Object[] values = {day, day, week, week, month, month, clock.today()};
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                String[] ages = {"under_1_day", "1_to_7_days", "7_to_30_days", "over_30_days"};
                for (int i = 0; i < ages.length; i++) {
                    figures.add(new Figure("chengxin_tasks_open", "age", ages[i], row.getLong(i + 1)));
                }
                figures.add(Figure.of("chengxin_tasks_overdue", row.getLong(ages.length + 1)));
            }
        }
    }

    private static Object at(Instant now, int daysBefore) {
        return now.minusSeconds(86_400L * daysBefore).atOffset(ZoneOffset.UTC);
    }

    private void jobs() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT count(*) FILTER (WHERE retries_ > 0 AND (duedate_ IS NULL OR duedate_ <= ?)),"
                        + " count(*) FILTER (WHERE retries_ = 0), (SELECT count(*) FROM act_ru_incident)"
                        + " FROM act_ru_job")) {
            // the engine writes the server's local time
            statement.setObject(
                    1, clock.instant().atZone(ZoneId.systemDefault()).toLocalDateTime());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                figures.add(Figure.of("chengxin_jobs_due", row.getLong(1)));
                figures.add(Figure.of("chengxin_jobs_failed", row.getLong(2)));
                figures.add(Figure.of("chengxin_incidents", row.getLong(3)));
            }
        }
    }

    private void periods() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT finished_at FROM period_end_run ORDER BY id DESC LIMIT 1")) {
            if (row.next()) {
                Instant finished =
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant();
                figures.add(Figure.of("chengxin_period_end_last_run_seconds", finished.getEpochSecond()));
            }
        }
    }

    /** What the last check left for people, a figure of each kind so that none is missing, and what it put right. */
    private void stuck() throws SQLException {
        StuckCheck check = new CheckLog(connection).latestCounts();
        for (StuckKind kind : StuckKind.values()) {
            Count count = check == null ? null : check.counts().get(kind);
            figures.add(new Figure(
                    "chengxin_stuck", "kind", kind.name(), count == null ? 0 : count.found() - count.repaired()));
        }
        for (StuckKind kind : StuckKind.values()) {
            Count count = check == null ? null : check.counts().get(kind);
            figures.add(
                    new Figure("chengxin_stuck_repaired", "kind", kind.name(), count == null ? 0 : count.repaired()));
        }
        if (check != null) {
            figures.add(
                    Figure.of("chengxin_stuck_check_seconds", check.finishedAt().toEpochSecond()));
        }
    }
}

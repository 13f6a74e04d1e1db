package org.chengxin.workflow.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chengxin.workflow.boundary.StuckCheck;
import org.chengxin.workflow.boundary.StuckCheck.Count;
import org.chengxin.workflow.boundary.StuckFinding;
import org.chengxin.workflow.boundary.StuckKind;
import org.chengxin.workflow.control.StuckWork.Found;
import org.chengxin.workflow.control.StuckWork.Standing;

/** What the checks found, kept for a month. */
public final class CheckLog {

    private static final int KEPT_DAYS = 30;

    private final Connection connection;

    /**
     * @param connection of the application's role, in a transaction that the caller ends
     */
    public CheckLog(Connection connection) {
        this.connection = connection;
    }

    /** Whether a check has finished after this moment. */
    public boolean finishedAfter(Instant moment) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM stuck_check WHERE finished_at > ?")) {
            statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }

    /**
     * Writes a check down; of what was found, what the check did not put right itself is named.
     *
     * @param counts of every kind that was found
     */
    public void write(
            String node, Instant began, Instant finished, Map<StuckKind, Count> counts, Map<StuckKind, Found> found)
            throws SQLException {
        JsonObjectBuilder json = Json.createObjectBuilder();
        counts.forEach((kind, count) -> json.add(
                kind.name(),
                Json.createObjectBuilder().add("found", count.found()).add("repaired", count.repaired())));
        long id;
        try (PreparedStatement statement = connection.prepareStatement("WITH old AS (DELETE FROM stuck_check"
                + " WHERE finished_at < ?) INSERT INTO stuck_check (node, started_at, finished_at, found)"
                + " VALUES (?, ?, ?, ?::jsonb) RETURNING id")) {
            statement.setObject(1, finished.atOffset(ZoneOffset.UTC).minusDays(KEPT_DAYS));
            statement.setString(2, node);
            statement.setObject(3, began.atOffset(ZoneOffset.UTC));
            statement.setObject(4, finished.atOffset(ZoneOffset.UTC));
            statement.setString(5, json.build().toString());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO stuck_finding (check_id, kind,"
                + " business_key, process, step, organisation_id, role, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING")) {
            for (Map.Entry<StuckKind, Found> of : found.entrySet()) {
                Count count = counts.get(of.getKey());
                if (count.repaired() < count.found()) {
                    for (Standing standing : of.getValue().named()) {
                        set(statement, id, of.getKey(), standing);
                        statement.addBatch();
                    }
                }
            }
            statement.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, long id, StuckKind kind, Standing standing)
            throws SQLException {
        statement.setLong(1, id);
        statement.setString(2, kind.name());
        statement.setString(3, standing.key() == null ? standing.id() : standing.key());
        statement.setString(4, standing.process());
        statement.setString(5, standing.step());
        statement.setObject(6, standing.organisationId(), java.sql.Types.BIGINT);
        statement.setString(7, standing.role());
        statement.setObject(8, standing.since(), java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** The last check; null where there was none. */
    public StuckCheck latest() throws SQLException {
        return latest(true);
    }

    /** The same without what it names. */
    StuckCheck latestCounts() throws SQLException {
        return latest(false);
    }

    private StuckCheck latest(boolean named) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT id, node, finished_at, found::text FROM stuck_check ORDER BY id DESC LIMIT 1");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            return new StuckCheck(
                    row.getString(2),
                    row.getObject(3, OffsetDateTime.class),
                    counts(row.getString(4)),
                    named ? findings(row.getLong(1)) : List.of());
        }
    }

    private static Map<StuckKind, Count> counts(String text) {
        Map<StuckKind, Count> counts = new EnumMap<>(StuckKind.class);
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            for (StuckKind kind : StuckKind.values()) {
                JsonObject count = json.getJsonObject(kind.name());
                if (count != null) {
                    counts.put(kind, new Count(count.getInt("found"), count.getInt("repaired")));
                }
            }
        }
        return counts;
    }

    private List<StuckFinding> findings(long check) throws SQLException {
        List<StuckFinding> findings = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT f.kind, f.business_key, f.process, f.step,"
                        + " o.name, f.role, f.since FROM stuck_finding f LEFT JOIN organisation o ON o.id = f.organisation_id"
                        + " WHERE f.check_id = ? ORDER BY f.kind, f.since NULLS LAST, f.business_key")) {
            statement.setLong(1, check);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    findings.add(new StuckFinding(
                            StuckKind.valueOf(row.getString(1)),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getObject(7, OffsetDateTime.class)));
                }
            }
        }
        return findings;
    }
}

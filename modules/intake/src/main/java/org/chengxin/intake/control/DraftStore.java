package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.intake.boundary.Draft;
import org.chengxin.kernel.text.FlatJson;

/** The drafts of one person, in the database. Nobody's statement ever names another owner. */
public final class DraftStore {

    private static final String COLUMNS =
            "SELECT kind, key, about, content, version, started_at, touched_at FROM draft";

    private final Connection connection;
    private final long owner;

    public DraftStore(Connection connection, long owner) {
        this.connection = connection;
        this.owner = owner;
    }

    /**
     * Keeps what was typed.
     *
     * @param version of the draft as its page knows it; 0 for a new one
     * @return the version that it has now; empty when it has another one meanwhile, or was sent or given up
     */
    public Optional<Integer> save(
            Draft.Kind kind, String key, String about, Map<String, String> values, int version, Instant now)
            throws SQLException {
        String sql = version == 0
                ? "INSERT INTO draft (content, touched_at, user_id, kind, key, about, started_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING version"
                : "UPDATE draft SET content = ?, touched_at = ?, version = version + 1"
                        + " WHERE user_id = ? AND kind = ? AND key = ? AND version = ? RETURNING version";
        try (PreparedStatement save = connection.prepareStatement(sql)) {
            save.setString(1, json(values));
            save.setObject(2, now.atOffset(ZoneOffset.UTC));
            save.setLong(3, owner);
            save.setString(4, kind.name());
            save.setString(5, key);
            if (version == 0) {
                save.setString(6, about);
                save.setObject(7, now.atOffset(ZoneOffset.UTC));
            } else {
                save.setInt(6, version);
            }
            try (ResultSet row = save.executeQuery()) {
                return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
            }
        }
    }

    /** A draft that is not older than its time. */
    public Optional<Draft> find(Draft.Kind kind, String key, Instant since) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                COLUMNS + " WHERE user_id = ? AND kind = ? AND key = ? AND touched_at >= ?")) {
            select.setLong(1, owner);
            select.setString(2, kind.name());
            select.setString(3, key);
            select.setObject(4, since.atOffset(ZoneOffset.UTC));
            return drafts(select).stream().findFirst();
        }
    }

    /** Drafts of a kind, the one touched last first. */
    public List<Draft> list(Draft.Kind kind, Instant since, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS
                + " WHERE user_id = ? AND kind = ? AND touched_at >= ? ORDER BY touched_at DESC, key LIMIT ?")) {
            select.setLong(1, owner);
            select.setString(2, kind.name());
            select.setObject(3, since.atOffset(ZoneOffset.UTC));
            select.setInt(4, most);
            return drafts(select);
        }
    }

    /** How many drafts of a kind there are that are not older than their time. */
    public int count(Draft.Kind kind, Instant since) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT count(*) FROM draft WHERE user_id = ? AND kind = ? AND touched_at >= ?")) {
            select.setLong(1, owner);
            select.setString(2, kind.name());
            select.setObject(3, since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Forgets a draft; one that is not there is forgotten already. */
    public void drop(Draft.Kind kind, String key) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM draft WHERE user_id = ? AND kind = ? AND key = ?")) {
            delete.setLong(1, owner);
            delete.setString(2, kind.name());
            delete.setString(3, key);
            delete.executeUpdate();
        }
    }

    /**
     * Forgets what nobody touched since, of everybody.
     *
     * @return how many
     */
    public static int forget(Connection connection, Instant since) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM draft WHERE touched_at < ?")) {
            delete.setObject(1, since.atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        }
    }

    private static List<Draft> drafts(PreparedStatement select) throws SQLException {
        List<Draft> drafts = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                drafts.add(new Draft(
                        Draft.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        values(row.getString(4)),
                        row.getInt(5),
                        row.getObject(6, OffsetDateTime.class),
                        row.getObject(7, OffsetDateTime.class)));
            }
        }
        return drafts;
    }

    private static String json(Map<String, String> values) {
        FlatJson json = FlatJson.object();
        values.forEach(json::add);
        return json.toString();
    }

    private static Map<String, String> values(String json) {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            object.keySet().forEach(field -> values.put(field, object.getString(field)));
        }
        return values;
    }
}

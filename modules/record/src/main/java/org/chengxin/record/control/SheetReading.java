package org.chengxin.record.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengxin.record.boundary.EventPage;
import org.chengxin.record.boundary.EventView;
import org.chengxin.record.boundary.RecordSheet;
import org.chengxin.record.entity.CreditRecord;

/**
 * What a record's page needs beside the record: one statement for each part, however many versions and events there are.
 *
 * <p>Events stand in the order of their keys. That is the order in which they happened to the record; their times are
 * those of the deeds, and a lot that was received first may be approved last.
 */
public final class SheetReading {

    /** Events of a page; a record that has more is one that people argued about. */
    public static final int EVENTS = 200;
    /** The newest content versions that can be chosen from a list; older ones by their number. */
    static final int VERSIONS = 50;
    /** No run has as many steps. */
    private static final int RUN = 200;

    private static final String EVENT = "SELECT e.id, e.occurred_at, e.type, e.from_state, e.to_state, e.actor, o.name,"
            + " e.process, e.activity, e.legal_basis, e.reason, e.details::text FROM credit_record_event e"
            + " LEFT JOIN organisation o ON o.id = e.actor_organisation WHERE e.record_id = ? ";

    private final Connection connection;
    private final Long recordId;

    /**
     * @param connection on which {@code registry} is the current schema
     */
    public SheetReading(Connection connection, Long recordId) {
        this.connection = connection;
        this.recordId = recordId;
    }

    /** The content versions, newest first. */
    public List<RecordSheet.Version> versions() throws SQLException {
        String query = "SELECT c.version, c.change_kind, v.version, s.no, c.row_no, c.actor, c.recorded_at"
                + " FROM record_content c JOIN submission s ON s.id = c.submission_id"
                + " JOIN catalogue_item_version v ON v.id = c.item_version_id"
                + " WHERE c.record_id = ? ORDER BY c.version DESC LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, recordId);
            statement.setInt(2, VERSIONS);
            List<RecordSheet.Version> versions = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    versions.add(new RecordSheet.Version(
                            row.getInt(1),
                            row.getString(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getInt(5),
                            row.getString(6),
                            row.getObject(7, OffsetDateTime.class)));
                }
            }
            return versions;
        }
    }

    /**
     * A content version as it is kept.
     *
     * @param json an object by field names
     */
    public record Kept(Long itemVersionId, String json) {}

    /** The contents of these versions, by version; those that do not exist are left out. */
    public Map<Integer, Kept> contents(Collection<Integer> versions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT version, item_version_id, content::text FROM record_content WHERE record_id = ?"
                        + " AND version = ANY (?)")) {
            statement.setLong(1, recordId);
            statement.setArray(2, connection.createArrayOf("int4", versions.toArray(Integer[]::new)));
            Map<Integer, Kept> contents = new TreeMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    contents.put(row.getInt(1), new Kept(row.getLong(2), row.getString(3)));
                }
            }
            return contents;
        }
    }

    /**
     * The events after a position.
     *
     * @param after 0 for the first
     * @param most how many at most
     */
    public EventPage events(long after, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EVENT + "AND e.id > ? ORDER BY e.id LIMIT ?")) {
            statement.setLong(1, recordId);
            statement.setLong(2, after);
            statement.setLong(3, most + 1L);
            TreeMap<Long, EventView> found = read(statement);
            if (found.size() <= most) {
                return new EventPage(List.copyOf(found.values()), null);
            }
            found.pollLastEntry();
            return new EventPage(List.copyOf(found.values()), found.lastKey());
        }
    }

    /** The events since its present content came: those by which the diagram of its process is drawn. */
    public List<EventView> run() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EVENT
                + "AND e.id >= (SELECT max(b.id) FROM credit_record_event b WHERE b.record_id = ?"
                + " AND b.type IN ('RECEIVE', 'REVISE')) ORDER BY e.id LIMIT ?")) {
            statement.setLong(1, recordId);
            statement.setLong(2, recordId);
            statement.setInt(3, RUN);
            return List.copyOf(read(statement).values());
        }
    }

    /** The lot that the current content came from. */
    public RecordSheet.Origin origin(CreditRecord record) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT no, file_name, channel, submitted_by, submitted_name, received_at, reviewed_name, reviewed_at,"
                        + " review_reason FROM submission WHERE id = ?")) {
            statement.setLong(1, record.origin().submissionId());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new RecordSheet.Origin(
                        row.getString(1),
                        record.origin().rowNo(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class),
                        record.origin().enteredBy(),
                        record.origin().reviewedBy(),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class),
                        row.getString(9));
            }
        }
    }

    private static TreeMap<Long, EventView> read(PreparedStatement statement) throws SQLException {
        TreeMap<Long, EventView> events = new TreeMap<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                events.put(
                        row.getLong(1),
                        new EventView(
                                row.getObject(2, OffsetDateTime.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getString(10),
                                row.getString(11),
                                details(row.getString(12))));
            }
        }
        return events;
    }

    private static Map<String, String> details(String json) {
        Map<String, String> details = new LinkedHashMap<>();
        if (json != null) {
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                JsonObject object = reader.readObject();
                object.keySet().forEach(key -> details.put(key, object.getString(key)));
            }
        }
        return details;
    }
}

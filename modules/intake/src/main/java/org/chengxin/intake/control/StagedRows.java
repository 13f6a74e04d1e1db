package org.chengxin.intake.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.kernel.text.FlatJson;

/** What each row of a lot became, and the findings: written in sets. */
public class StagedRows {

    /** A record that a row belongs to: one that exists, or a number and key reserved for a new one. */
    public record Place(Long recordId, String recordNo, String contentHash) {}

    private final Connection connection;
    private final Submission lot;
    private final BulkInsert rows = BulkInsert.into(
            "staged_row",
            "submission_id bigint",
            "received_at timestamptz",
            "row_no integer",
            "outcome text",
            "content jsonb",
            "content_hash text",
            "dedupe_key text",
            "record_no text",
            "record_id bigint",
            "makes_nothing boolean",
            "subject_id bigint",
            "subject_name text",
            "subject_code text",
            "title text",
            "legal_basis text",
            "decided_on date",
            "ends_on date",
            "severity text",
            "scope_column boolean",
            "stated_scope text",
            "round integer",
            "entered_by text",
            "neutral_key text");
    private final BulkInsert findings = BulkInsert.into(
            "finding",
            "submission_id bigint",
            "received_at timestamptz",
            "row_no integer",
            "seq integer",
            "field text",
            "value text",
            "rule text",
            "severity text",
            "args jsonb",
            "suggestion text");

    private final ItemDefinition item;
    private final String legalBasisField;

    public StagedRows(Connection connection, Submission lot, ItemDefinition item) {
        this.connection = connection;
        this.lot = lot;
        this.item = item;
        this.legalBasisField =
                item.field(FieldMeaning.LEGAL_BASIS).map(FieldDefinition::name).orElse(null);
    }

    private String legalBasis(CheckedRow row) {
        Object stated = legalBasisField == null ? null : row.content().get(legalBasisField);
        return stated == null ? item.legalBasis() : stated.toString();
    }

    /** Takes rows out with their findings, to write them anew. */
    public void remove(Collection<Integer> rowNos) throws SQLException {
        for (String table : List.of("staged_row", "finding")) {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM " + table + " WHERE submission_id = ? AND received_at = ? AND row_no = ANY (?)")) {
                delete.setLong(1, lot.id());
                delete.setObject(2, lot.receivedAt());
                delete.setArray(3, connection.createArrayOf("int4", rowNos.toArray(Integer[]::new)));
                delete.executeUpdate();
            }
        }
    }

    /** A row of the lot's first checking. */
    public void add(CheckedRow row, RowPlacement.Placed placed) {
        add(row, placed, 0, null, row.findings());
    }

    /**
     * @param round in which it goes on if it is accepted
     * @param enteredBy who settled it for the supplier; null: who sent the lot
     * @param found in the row itself; what placing it found is added
     */
    public void add(CheckedRow row, RowPlacement.Placed placed, int round, String enteredBy, List<Finding> found) {
        LocalDate endsOn = row.endsOn()
                .or(() -> row.decidedOn().flatMap(day -> row.periodMonths().map(day::plusMonths)))
                .orElse(null);
        rows.add(
                lot.id(),
                lot.receivedAt(),
                row.row(),
                placed.outcome(),
                json(row.content()),
                row.contentHash(),
                placed.dedupeKey(),
                placed.place() == null ? null : placed.place().recordNo(),
                placed.place() == null ? null : placed.place().recordId(),
                placed.makesNothing(),
                placed.subjectId(),
                row.subject() == null ? null : row.subject().name(),
                row.subject() == null || row.subject().codes().isEmpty()
                        ? null
                        : row.subject().codes().get(0).value(),
                row.title(),
                legalBasis(row),
                row.decidedOn().orElse(null),
                endsOn,
                row.severity().orElse(null),
                row.scopeColumnPresent(),
                row.statedScope().orElse(null),
                round,
                enteredBy,
                placed.outcome().equals("UNMATCHED") ? row.neutralKey() : null);
        List<Finding> all = new ArrayList<>(found);
        if (placed.finding() != null) {
            all.add(placed.finding());
        }
        int seq = 0;
        for (Finding finding : all) {
            findings.add(
                    lot.id(),
                    lot.receivedAt(),
                    finding.row(),
                    ++seq,
                    finding.field(),
                    finding.value(),
                    finding.rule(),
                    finding.severity(),
                    args(finding.args()),
                    finding.suggestion());
        }
    }

    public void write() throws SQLException {
        rows.execute(connection);
        findings.execute(connection);
    }

    /** The records of this item and supplier that have these keys. */
    public static Map<String, Place> recordsByKey(
            Connection connection, Long itemId, Long organisationId, Collection<String> keys) throws SQLException {
        return places(
                connection,
                "SELECT dedupe_key, id, record_no, content_hash FROM credit_record"
                        + " WHERE item_id = ? AND organisation_id = ? AND dedupe_key = ANY (?)",
                itemId,
                organisationId,
                keys);
    }

    /** The records of this item and supplier about these subjects; of several about one, the latest. */
    static Map<Long, Place> recordsBySubject(
            Connection connection, Long itemId, Long organisationId, Collection<Long> subjectIds) throws SQLException {
        Map<Long, Place> places = new HashMap<>();
        if (subjectIds.isEmpty()) {
            return places;
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT subject_id, id, record_no, content_hash FROM credit_record"
                        + " WHERE subject_id = ANY (?) AND item_id = ? AND organisation_id = ? ORDER BY id")) {
            select.setArray(1, connection.createArrayOf("int8", subjectIds.toArray()));
            select.setLong(2, itemId);
            select.setLong(3, organisationId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.put(row.getLong(1), new Place(row.getLong(2), row.getString(3), row.getString(4)));
                }
            }
        }
        return places;
    }

    /**
     * The rows of a lot that have these keys and were accepted, or wait for their subject and have no record yet.
     *
     * @param besides rows that are left out; empty for none
     */
    static Map<String, Place> rowsByKey(
            Connection connection, Submission lot, Collection<String> keys, Collection<Integer> besides)
            throws SQLException {
        // One look at the index for each key. The database must not see which lot it is (OFFSET 0): in a large register
        // its
        // statistics name all lots but the new one, which it takes for empty, and then reads all of it for each key.
        String sql = "SELECT k.key, t.record_id, t.record_no, t.content_hash"
                + " FROM (SELECT ?::bigint AS id, ?::timestamptz AS at, ?::text[] AS keys OFFSET 0) l"
                + " CROSS JOIN unnest(l.keys) AS k (key) CROSS JOIN LATERAL (SELECT r.record_id, r.record_no,"
                + " r.content_hash FROM staged_row r WHERE r.submission_id = l.id AND r.received_at = l.at"
                + " AND r.dedupe_key = k.key AND r.outcome IN ('ACCEPTED', 'UNMATCHED') %s OFFSET 0) t";
        return besides.isEmpty()
                ? places(connection, String.format(sql, ""), lot.id(), lot.receivedAt(), keys)
                : places(
                        connection,
                        String.format(sql, "AND r.row_no <> ALL (?)"),
                        lot.id(),
                        lot.receivedAt(),
                        keys,
                        connection.createArrayOf("int4", besides.toArray()));
    }

    private static Map<String, Place> places(
            Connection connection, String sql, Object first, Object second, Collection<String> keys, Object... further)
            throws SQLException {
        Map<String, Place> places = new HashMap<>();
        if (keys.isEmpty()) {
            return places;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, first);
            select.setObject(2, second);
            select.setArray(3, connection.createArrayOf("text", keys.toArray(String[]::new)));
            for (int i = 0; i < further.length; i++) {
                select.setObject(4 + i, further[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.put(
                            row.getString(1),
                            new Place(row.getObject(2, Long.class), row.getString(3), row.getString(4)));
                }
            }
        }
        return places;
    }

    static String args(List<String> args) {
        if (args.isEmpty()) {
            return null;
        }
        FlatJson array = FlatJson.array();
        args.forEach(array::add);
        return array.toString();
    }

    /** A record's content as JSON: text and ISO dates as strings, amounts as numbers. */
    static String json(Map<String, Object> content) {
        FlatJson json = FlatJson.object();
        content.forEach((field, value) -> {
            if (value instanceof BigDecimal number) {
                json.add(field, number);
            } else if (value instanceof Integer number) {
                json.add(field, number);
            } else if (value instanceof Long number) {
                json.add(field, number);
            } else {
                json.add(field, String.valueOf(value));
            }
        });
        return json.toString();
    }
}

package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.sql.BulkInsert;

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
            "stated_scope text");
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

    public StagedRows(Connection connection, Submission lot) {
        this.connection = connection;
        this.lot = lot;
    }

    /**
     * @param outcome ACCEPTED, REJECTED, SUSPECT or UNMATCHED
     * @param place null unless accepted
     * @param makesNothing the same content is on record, or earlier in this lot
     * @param legalBasis as the row states it; null if it does not
     */
    public void add(
            CheckedRow row,
            String outcome,
            Place place,
            boolean makesNothing,
            Long subjectId,
            String legalBasis,
            List<Finding> all) {
        LocalDate endsOn = row.endsOn()
                .or(() -> row.decidedOn().flatMap(day -> row.periodMonths().map(day::plusMonths)))
                .orElse(null);
        rows.add(
                lot.id(),
                lot.receivedAt(),
                row.row(),
                outcome,
                json(row.content()),
                row.contentHash(),
                row.dedupeKey(),
                place == null ? null : place.recordNo(),
                place == null ? null : place.recordId(),
                makesNothing,
                subjectId,
                row.subject() == null ? null : row.subject().name(),
                row.subject() == null || row.subject().codes().isEmpty()
                        ? null
                        : row.subject().codes().get(0).value(),
                row.title(),
                legalBasis,
                row.decidedOn().orElse(null),
                endsOn,
                row.severity().orElse(null),
                row.scopeColumnPresent(),
                row.statedScope().orElse(null));
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

    /** The accepted rows of this lot that have these keys. */
    public Map<String, Place> rowsByKey(Collection<String> keys) throws SQLException {
        return places(
                connection,
                "SELECT dedupe_key, record_id, record_no, content_hash FROM staged_row"
                        + " WHERE submission_id = ? AND received_at = ? AND dedupe_key = ANY (?)"
                        + " AND outcome = 'ACCEPTED' AND NOT makes_nothing",
                lot.id(),
                lot.receivedAt(),
                keys);
    }

    private static Map<String, Place> places(
            Connection connection, String sql, Object first, Object second, Collection<String> keys)
            throws SQLException {
        Map<String, Place> places = new HashMap<>();
        if (keys.isEmpty()) {
            return places;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, first);
            select.setObject(2, second);
            select.setArray(3, connection.createArrayOf("text", keys.toArray(String[]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.put(row.getString(1), new Place(row.getLong(2), row.getString(3), row.getString(4)));
                }
            }
        }
        return places;
    }

    private static String args(List<String> args) {
        if (args.isEmpty()) {
            return null;
        }
        JsonArrayBuilder array = Json.createArrayBuilder();
        args.forEach(array::add);
        return array.build().toString();
    }

    /** A record's content as JSON: text and ISO dates as strings, amounts as numbers. */
    static String json(Map<String, Object> content) {
        JsonObjectBuilder json = Json.createObjectBuilder();
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
        return json.build().toString();
    }
}

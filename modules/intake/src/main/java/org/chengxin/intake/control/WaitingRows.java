package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengxin.intake.entity.Submission;

/** Reads rows that somebody has to settle, with their cells as they came and what was found in them. */
public class WaitingRows {

    /**
     * A row that waits.
     *
     * @param cells as read from the file; empty for rows read without them
     * @param findings JSON array of field, rule, severity, value, suggestion and args
     */
    public record Row(
            int rowNo,
            String outcome,
            String content,
            String contentHash,
            String dedupeKey,
            String neutralKey,
            String enteredBy,
            List<String> cells,
            String findings) {

        /** Field → suggested value, where something was suggested. */
        public Map<String, String> suggestions() {
            Map<String, String> suggestions = new HashMap<>();
            try (JsonReader reader = Json.createReader(new StringReader(findings))) {
                for (JsonObject finding : reader.readArray().getValuesAs(JsonObject.class)) {
                    if (!finding.isNull("suggestion") && !finding.isNull("field")) {
                        suggestions.put(finding.getString("field"), finding.getString("suggestion"));
                    }
                }
            }
            return suggestions;
        }

        /** What was found in it. */
        List<Finding> found() {
            try (JsonReader reader = Json.createReader(new StringReader(findings))) {
                return reader.readArray().getValuesAs(JsonObject.class).stream()
                        .map(this::finding)
                        .toList();
            }
        }

        private Finding finding(JsonObject json) {
            return new Finding(
                    rowNo,
                    json.getString("field", null),
                    json.getString("value", null),
                    FindingRule.valueOf(json.getString("rule")),
                    FindingSeverity.valueOf(json.getString("severity")),
                    json.isNull("args")
                            ? List.of()
                            : json.getJsonArray("args").getValuesAs(JsonString.class).stream()
                                    .map(JsonString::getString)
                                    .toList(),
                    json.getString("suggestion", null));
        }

        SettlementLog.Before before(Map<String, String> changes) {
            return new SettlementLog.Before(rowNo, outcome, content, findings, changes);
        }
    }

    private final Connection connection;
    private final Submission lot;

    public WaitingRows(Connection connection, Submission lot) {
        this.connection = connection;
        this.lot = lot;
    }

    /** Those of these rows that have one of these outcomes, in the order of the file. */
    public List<Row> rows(Collection<Integer> rowNos, List<String> outcomes) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT t.row_no, t.outcome, t.content::text,"
                + " t.content_hash, t.dedupe_key, t.neutral_key, t.entered_by, w.cells, coalesce((SELECT json_agg("
                + "json_build_object('field', f.field, 'rule', f.rule, 'severity', f.severity, 'value', f.value,"
                + " 'suggestion', f.suggestion, 'args', f.args) ORDER BY f.seq) FROM finding f WHERE f.submission_id = t.submission_id"
                + " AND f.received_at = t.received_at AND f.row_no = t.row_no), '[]')::text"
                + " FROM staged_row t JOIN raw_row w ON w.submission_id = t.submission_id"
                + " AND w.received_at = t.received_at AND w.row_no = t.row_no"
                + " WHERE t.submission_id = ? AND t.received_at = ? AND t.row_no = ANY (?) AND t.outcome = ANY (?)"
                + " ORDER BY t.row_no")) {
            select.setLong(1, lot.id());
            select.setObject(2, lot.receivedAt());
            select.setArray(3, connection.createArrayOf("int4", rowNos.toArray(Integer[]::new)));
            select.setArray(4, connection.createArrayOf("text", outcomes.toArray(String[]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            cells(row.getString(8)),
                            row.getString(9)));
                }
            }
        }
        return rows;
    }

    /** What was changed in these rows before, the latest value of each field: the cells alone no longer say it. */
    public Map<Integer, Map<String, String>> changes(Collection<Integer> rowNos) throws SQLException {
        Map<Integer, Map<String, String>> changes = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT row_no, changes::text FROM row_settlement"
                + " WHERE submission_id = ? AND row_no = ANY (?) AND changes IS NOT NULL ORDER BY id")) {
            select.setLong(1, lot.id());
            select.setArray(2, connection.createArrayOf("int4", rowNos.toArray(Integer[]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    try (JsonReader reader = Json.createReader(new StringReader(row.getString(2)))) {
                        changes.computeIfAbsent(row.getInt(1), k -> new HashMap<>())
                                .putAll(reader.readObject().entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey, e -> ((JsonString) e.getValue()).getString())));
                    }
                }
            }
        }
        return changes;
    }

    private static List<String> cells(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
        }
    }
}

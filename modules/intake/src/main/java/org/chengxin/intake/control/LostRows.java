package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.entity.Submission;
import org.chengxin.intake.entity.SubmissionState;

/**
 * Reads the rows that a lot lost and nobody sent again yet: the rejected ones, and all of a lot that went back as a
 * whole. With their cells as they came, and what was changed in them since, so that they can be mended. Blank rows, and
 * those that their supplier gave up, stay counted as rejected and are nothing that anybody would mend.
 */
public final class LostRows {

    private static final String LOST = " FROM staged_row t WHERE t.submission_id = ? AND t.received_at = ?"
            + " AND (t.outcome = 'REJECTED' OR ?) AND NOT EXISTS (SELECT 1 FROM resent_row s"
            + " WHERE s.origin_id = t.submission_id AND s.origin_row = t.row_no)"
            + " AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.submission_id = t.submission_id"
            + " AND f.received_at = t.received_at AND f.row_no = t.row_no AND f.rule IN ('"
            + FindingRule.EMPTY_ROW.name() + "', '" + FindingRule.DROPPED.name() + "'))";

    private final Connection connection;
    private final Submission lot;

    /** A row, with its cells. */
    public record Row(int rowNo, List<String> cells) {

        /** With a field's latest value in the columns that are read as that field; a field without column is left. */
        Row with(Map<String, String> changes, HeaderMapping mapping) {
            List<String> changed = new ArrayList<>(cells);
            for (int i = 0; i < mapping.header().size(); i++) {
                String value =
                        changes.get(mapping.columns().get(mapping.header().get(i)));
                if (value != null) {
                    while (changed.size() <= i) {
                        changed.add("");
                    }
                    changed.set(i, value);
                }
            }
            return new Row(rowNo, changed);
        }
    }

    public LostRows(Connection connection, Submission lot) {
        this.connection = connection;
        this.lot = lot;
    }

    /** How many there are. */
    public int count() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT count(*)" + LOST)) {
            bind(select);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /**
     * The next of them after a row, in the order of the file.
     *
     * @param mapping by which the columns of the file are fields
     */
    public List<Row> after(int rowNo, int most, HeaderMapping mapping) throws SQLException {
        List<Row> rows = asTheyCame(rowNo, most);
        Map<Integer, Map<String, String>> changes = new WaitingRows(connection, lot)
                .changes(rows.stream().map(Row::rowNo).toList());
        return rows.stream()
                .map(row -> row.with(changes.getOrDefault(row.rowNo(), Map.of()), mapping))
                .toList();
    }

    private List<Row> asTheyCame(int rowNo, int most) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT r.row_no, r.cells FROM raw_row r"
                + " WHERE r.submission_id = ? AND r.received_at = ? AND r.row_no IN (SELECT t.row_no" + LOST
                + " AND t.row_no > ? ORDER BY t.row_no LIMIT ?) ORDER BY r.row_no")) {
            select.setLong(1, lot.id());
            select.setObject(2, lot.receivedAt());
            bind(select, 2);
            select.setInt(6, rowNo);
            select.setInt(7, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getInt(1), cells(row.getString(2))));
                }
            }
        }
        return rows;
    }

    private void bind(PreparedStatement select) throws SQLException {
        bind(select, 0);
    }

    private void bind(PreparedStatement select, int before) throws SQLException {
        select.setLong(before + 1, lot.id());
        select.setObject(before + 2, lot.receivedAt());
        select.setBoolean(before + 3, lot.state() == SubmissionState.RETURNED);
    }

    private static List<String> cells(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
        }
    }
}

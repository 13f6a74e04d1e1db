package org.chengxin.intake.control;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chengxin.intake.entity.Submission;

/** Writes where rows go that found their subject after the check: three statements, however many there are. */
final class PlacedRows {

    private static final String NOBODY =
            "('SUBJECT_UNKNOWN', 'SUBJECT_AMBIGUOUS', 'SUBJECT_CODE_UNKNOWN', 'SUBJECT_CODE_OF_ANOTHER')";

    private final Connection connection;
    private final Submission lot;

    PlacedRows(Connection connection, Submission lot) {
        this.connection = connection;
        this.lot = lot;
    }

    void write(List<WaitingRows.Row> rows, List<RowPlacement.Placed> placed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE staged_row t SET outcome = x.outcome,"
                + " record_no = x.record_no, record_id = x.record_id, makes_nothing = x.makes_nothing,"
                + " subject_id = x.subject_id, dedupe_key = x.dedupe_key, round = ?, neutral_key = NULL"
                + " FROM unnest(?::int[], ?::text[], ?::text[], ?::bigint[], ?::bool[], ?::bigint[], ?::text[])"
                + " AS x(row_no, outcome, record_no, record_id, makes_nothing, subject_id, dedupe_key)"
                + " WHERE t.submission_id = ? AND t.received_at = ? AND t.row_no = x.row_no")) {
            update.setInt(1, lot.rounds().settling());
            update.setArray(2, array("int4", rows, WaitingRows.Row::rowNo));
            update.setArray(3, array("text", placed, RowPlacement.Placed::outcome));
            update.setArray(
                    4,
                    array(
                            "text",
                            placed,
                            p -> p.place() == null ? null : p.place().recordNo()));
            update.setArray(
                    5,
                    array(
                            "int8",
                            placed,
                            p -> p.place() == null ? null : p.place().recordId()));
            update.setArray(6, array("bool", placed, RowPlacement.Placed::makesNothing));
            update.setArray(7, array("int8", placed, RowPlacement.Placed::subjectId));
            update.setArray(8, array("text", placed, RowPlacement.Placed::dedupeKey));
            update.setLong(9, lot.id());
            update.setObject(10, lot.receivedAt());
            update.executeUpdate();
        }
        // that nobody was found holds no longer; what placing found instead takes its place
        List<WaitingRows.Row> clear = new ArrayList<>();
        List<WaitingRows.Row> remarked = new ArrayList<>();
        List<Finding> remarks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (placed.get(i).finding() == null) {
                clear.add(rows.get(i));
            } else {
                remarked.add(rows.get(i));
                remarks.add(placed.get(i).finding());
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM finding WHERE submission_id = ?"
                + " AND received_at = ? AND row_no = ANY (?) AND rule IN " + NOBODY)) {
            delete.setLong(1, lot.id());
            delete.setObject(2, lot.receivedAt());
            delete.setArray(3, array("int4", clear, WaitingRows.Row::rowNo));
            delete.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE finding f SET rule = x.rule,"
                + " severity = x.severity, args = x.args::jsonb"
                + " FROM unnest(?::int[], ?::text[], ?::text[], ?::text[]) AS x(row_no, rule, severity, args)"
                + " WHERE f.submission_id = ? AND f.received_at = ? AND f.row_no = x.row_no AND f.rule IN " + NOBODY)) {
            update.setArray(1, array("int4", remarked, WaitingRows.Row::rowNo));
            update.setArray(2, array("text", remarks, f -> f.rule().name()));
            update.setArray(3, array("text", remarks, f -> f.severity().name()));
            update.setArray(4, array("text", remarks, f -> StagedRows.args(f.args())));
            update.setLong(5, lot.id());
            update.setObject(6, lot.receivedAt());
            update.executeUpdate();
        }
    }

    private <T> Array array(String type, List<T> rows, Function<T, Object> value) throws SQLException {
        Object[] values =
                switch (type) {
                    case "int4" -> new Integer[rows.size()];
                    case "int8" -> new Long[rows.size()];
                    case "bool" -> new Boolean[rows.size()];
                    default -> new String[rows.size()];
                };
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        return connection.createArrayOf(type, values);
    }
}

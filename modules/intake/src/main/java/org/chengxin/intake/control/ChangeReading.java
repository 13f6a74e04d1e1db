package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.intake.entity.Submission;

/** Reads which rows of a review belong to records that are there, and what these say now. */
public final class ChangeReading {

    /**
     * A row and the record that it would change, both as they are kept.
     *
     * @param before content of the record's present version, by the item version of {@code beforeItem}
     * @param after content of the row
     */
    public record Row(
            int rowNo, Long subjectId, String recordNo, int version, Long beforeItem, String before, String after) {}

    private final Connection connection;
    private final Submission lot;

    public ChangeReading(Connection connection, Submission lot) {
        this.connection = connection;
        this.lot = lot;
    }

    /** Of these rows those that would change a record; one statement, however many rows. */
    public List<Row> of(List<Integer> rows) throws SQLException {
        List<Row> changes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT t.row_no, t.subject_id, r.record_no,"
                + " r.content_version, c.item_version_id, c.content::text, t.content::text FROM staged_row t"
                + " JOIN credit_record r ON r.id = t.record_id"
                + " JOIN record_content c ON c.record_id = r.id AND c.version = r.content_version"
                + " WHERE t.submission_id = ? AND t.received_at = ? AND t.row_no = ANY (?) AND t.outcome = 'ACCEPTED'"
                // a chunk that is admitted already has become the present version
                + " AND NOT t.makes_nothing AND c.submission_id <> t.submission_id ORDER BY t.row_no")) {
            select.setLong(1, lot.id());
            select.setObject(2, lot.receivedAt());
            select.setArray(3, connection.createArrayOf("int4", rows.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changes.add(new Row(
                            row.getInt(1),
                            row.getObject(2, Long.class),
                            row.getString(3),
                            row.getInt(4),
                            row.getLong(5),
                            row.getString(6),
                            row.getString(7)));
                }
            }
        }
        return changes;
    }
}

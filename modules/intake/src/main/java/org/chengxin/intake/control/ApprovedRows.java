package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.intake.entity.LotPart;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Severity;

/** The accepted rows of a lot's present round that have to become records, in the order of the file. */
final class ApprovedRows {

    /**
     * An accepted row.
     *
     * @param content JSON object by field name
     * @param recordId of the record it belongs to, or reserved for it when it was checked
     * @param enteredBy who settled it for the supplier; null: who sent the lot
     */
    record Row(
            int rowNo,
            String content,
            String contentHash,
            String dedupeKey,
            Long recordId,
            String recordNo,
            boolean makesNothing,
            Long subjectId,
            String title,
            String legalBasis,
            LocalDate decidedOn,
            LocalDate endsOn,
            Severity severity,
            boolean scopeColumn,
            DisclosureScope statedScope,
            String enteredBy) {}

    // A duplicate makes nothing as long as the record is there. When the row that was to make it was set aside or
    // turned out to be another record, the duplicate is looked at by itself. (A scalar query, so that it is one look
    // at an index and never a table in memory.)
    private static final String NEXT = " FROM staged_row t WHERE t.submission_id = ? AND t.received_at = ?"
            + " AND t.row_no > ? AND t.round = ? AND t.outcome = 'ACCEPTED' AND (NOT t.makes_nothing"
            + " OR (SELECT r.id FROM credit_record r WHERE r.id = t.record_id) IS NULL) ORDER BY t.row_no LIMIT ?";

    private final Connection connection;
    private final Submission lot;
    private final LotPart part;
    private final int after;

    /**
     * @param part whose rows are read; those of the other parts are passed over
     * @param after the last row that the part has taken
     */
    ApprovedRows(Connection connection, Submission lot, LotPart part, int after) {
        this.connection = connection;
        this.lot = lot;
        this.part = part;
        this.after = after;
    }

    /**
     * A stretch of the lot.
     *
     * @param rows of the part
     * @param until the last row that was looked at, whosever it is; where the part has come to when it has taken them
     * @param more whether rows are left behind it
     */
    record Stretch(List<Row> rows, int until, boolean more) {}

    /** The numbers of the rows that come next. */
    List<Integer> nextNumbers(int most) throws SQLException {
        return next(most).rows().stream().map(Row::rowNo).toList();
    }

    /**
     * The rows that come next, from a stretch that holds about as many of each part. (Which part a row is of is said
     * here and not asked in the query: nobody could tell the database how many of the rows that are, and it would sort
     * the whole lot for each chunk.)
     */
    Stretch next(int most) throws SQLException {
        int wide = most * part.of();
        List<Row> rows = new ArrayList<>(most);
        int seen = 0;
        int until = after;
        try (PreparedStatement select = connection.prepareStatement("SELECT t.row_no,"
                + " CASE WHEN " + LotPart.numberOf("t.subject_id", "?") + " = ? THEN t.content::text END,"
                + " t.content_hash, t.dedupe_key, t.record_id, t.record_no, t.makes_nothing, t.subject_id, t.title,"
                + " t.legal_basis, t.decided_on, t.ends_on, t.severity, t.scope_column, t.stated_scope, t.entered_by"
                + NEXT)) {
            bind(select, wide);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (part.holds(row.getObject(8, Long.class))) {
                        if (rows.size() == most) {
                            return new Stretch(rows, until, true);
                        }
                        rows.add(row(row));
                    }
                    until = row.getInt(1);
                    seen++;
                }
            }
        }
        return new Stretch(rows, until, seen == wide);
    }

    private void bind(PreparedStatement select, int most) throws SQLException {
        select.setInt(1, part.of());
        select.setInt(2, part.number());
        select.setLong(3, lot.id());
        select.setObject(4, lot.receivedAt());
        select.setInt(5, after);
        select.setInt(6, lot.round());
        select.setInt(7, most);
    }

    private static Row row(ResultSet row) throws SQLException {
        String severity = row.getString(13);
        String scope = row.getString(15);
        return new Row(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getBoolean(7),
                row.getObject(8, Long.class),
                row.getString(9),
                row.getString(10),
                row.getObject(11, LocalDate.class),
                row.getObject(12, LocalDate.class),
                severity == null ? null : Severity.valueOf(severity),
                row.getBoolean(14),
                scope == null ? null : DisclosureScope.valueOf(scope),
                row.getString(16));
    }
}

package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.sql.BulkInsert;

/**
 * Ties a lot to the one that it corrects, and its rows to those that they bring again. A row of an earlier lot is brought
 * again once: who sends it a second time sends a new row. What is no row of the supplier's own lot of the same item ties
 * nothing.
 */
public final class ResentRows implements LotStore.Keeping {

    private static final int CHUNK = 5_000;

    private final Connection connection;
    private final Submission lot;
    private final CorrectionFile file;
    private final BulkInsert rows = BulkInsert.into(
            "resent_row", "origin_id bigint", "origin_row integer", "submission_id bigint", "row_no integer");
    private String correctedNo;
    private Long correctedId;

    /** @param source a file of rows sent again, or any other, of which nothing is tied by row */
    public ResentRows(Connection connection, Submission lot, RowSource source) {
        this.connection = connection;
        this.lot = lot;
        this.file = source instanceof CorrectionFile correction ? correction : null;
    }

    /**
     * Ties the lot to one that its sender named.
     *
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN; INVALID CORRECTS_OTHER_ITEM
     */
    public void corrects(String no) throws SQLException {
        if (!tie(no)) {
            throw BusinessRefusal.notFound("SUBMISSION_UNKNOWN", no);
        }
    }

    /** The lot that the first row of a correction names is the one that is corrected, unless somebody named another. */
    @Override
    public void kept(int rowNo) throws SQLException {
        CorrectionFile.Origin origin = file == null ? null : file.origin().orElse(null);
        if (origin == null) {
            return;
        }
        if (correctedNo == null) {
            tie(origin.lotNo());
        }
        if (correctedId != null && origin.lotNo().equals(correctedNo)) {
            rows.add(correctedId, origin.row(), lot.id(), rowNo);
            if (rows.size() == CHUNK) {
                write();
            }
        }
    }

    /** Writes what is left; to be called after the last row. */
    public void write() throws SQLException {
        rows.execute(connection, "ON CONFLICT (origin_id, origin_row) DO NOTHING");
    }

    private boolean tie(String no) throws SQLException {
        correctedNo = no;
        try (PreparedStatement select = connection.prepareStatement("SELECT s.id, s.item_id, coalesce(c.first_id, s.id)"
                + " FROM submission s LEFT JOIN lot_correction c ON c.submission_id = s.id"
                + " WHERE s.no = ? AND s.organisation_id = ? AND s.id <> ?")) {
            select.setString(1, no);
            select.setLong(2, lot.organisationId());
            select.setLong(3, lot.id());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                if (row.getLong(2) != lot.itemId()) {
                    throw BusinessRefusal.invalid("CORRECTS_OTHER_ITEM", no);
                }
                correctedId = row.getLong(1);
                insert(row.getLong(3));
                return true;
            }
        }
    }

    private void insert(long firstId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO lot_correction (submission_id, corrects_id, first_id) VALUES (?, ?, ?)")) {
            insert.setLong(1, lot.id());
            insert.setLong(2, correctedId);
            insert.setLong(3, firstId);
            insert.executeUpdate();
        }
    }
}

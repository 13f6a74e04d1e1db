package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.chengxin.intake.entity.LotPart;
import org.chengxin.intake.entity.Submission;

/**
 * How far the parts of a lot have come. A lot that goes as a whole keeps that itself; parts have a row each, which
 * commits with their chunk, and nobody holds the lot meanwhile.
 */
public final class PartPositions {

    private final Connection connection;

    public PartPositions(Connection connection) {
        this.connection = connection;
    }

    /** The last row that was taken in this round; 0 before the first. */
    public int lastRow(Submission lot, LotPart part) throws SQLException {
        if (part.isWhole()) {
            return lot.rounds().lastRowAdmitted();
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT last_row_admitted FROM lot_part WHERE submission_id = ? AND part = ?")) {
            select.setLong(1, lot.id());
            select.setInt(2, part.number());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    /** A chunk of the part has become records. */
    public void admitted(Submission lot, LotPart part, int lastRow, int rows) throws SQLException {
        if (part.isWhole()) {
            lot.admitted(lastRow, rows);
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO lot_part AS p"
                + " (submission_id, part, parts, last_row_admitted, rows_admitted) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (submission_id, part) DO UPDATE SET last_row_admitted = excluded.last_row_admitted,"
                + " rows_admitted = p.rows_admitted + excluded.rows_admitted")) {
            upsert.setLong(1, lot.id());
            upsert.setInt(2, part.number());
            upsert.setInt(3, part.of());
            upsert.setInt(4, lastRow);
            upsert.setInt(5, rows);
            upsert.executeUpdate();
        }
    }

    /** All parts are through: what they took is the lot's, and the next round begins without them. */
    public void gather(Submission lot) throws SQLException {
        try (PreparedStatement taken =
                connection.prepareStatement("DELETE FROM lot_part WHERE submission_id = ? RETURNING rows_admitted")) {
            taken.setLong(1, lot.id());
            int rows = 0;
            try (ResultSet row = taken.executeQuery()) {
                while (row.next()) {
                    rows += row.getInt(1);
                }
            }
            if (rows > 0) {
                lot.requireProcessing();
                lot.rounds().gathered(rows);
            }
        }
    }
}

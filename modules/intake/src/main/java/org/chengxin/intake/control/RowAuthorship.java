package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whose hand is in the row that a record's present content comes from. */
public final class RowAuthorship {

    private final Connection connection;

    public RowAuthorship(Connection connection) {
        this.connection = connection;
    }

    /**
     * Whether somebody sent the lot or has settled the row for the supplier, however often it was settled since and
     * whether or not what they said still stands.
     */
    public boolean of(String recordNo, String username) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM credit_record r"
                + " JOIN submission s ON s.id = r.submission_id WHERE r.record_no = ? AND (s.submitted_by = ?"
                + " OR EXISTS (SELECT 1 FROM row_settlement w WHERE w.submission_id = r.submission_id"
                + " AND w.row_no = r.row_no AND w.actor = ? AND w.action IN ('KEEP','SUGGESTIONS','CHANGE'))))")) {
            select.setString(1, recordNo);
            select.setString(2, username);
            select.setString(3, username);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}

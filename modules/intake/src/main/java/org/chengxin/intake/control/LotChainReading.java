package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.intake.boundary.LotChain;
import org.chengxin.intake.boundary.ShownState;

/** Reads the chain of lots to which a lot belongs, with one statement however many lots and rows it has. */
public final class LotChainReading {

    /** Which rows of a lot {@code s} were sent again, and have not gone on by themselves since. */
    private static final String AGAIN = "SELECT count(*) AS received,"
            + " count(*) FILTER (WHERE t.outcome = 'ACCEPTED') AS accepted,"
            + " count(*) FILTER (WHERE t.outcome = 'REJECTED') AS rejected,"
            + " count(*) FILTER (WHERE t.outcome = 'SUSPECT') AS suspect,"
            + " count(*) FILTER (WHERE t.outcome = 'UNMATCHED') AS unmatched"
            + " FROM resent_row r JOIN staged_row t ON t.submission_id = r.origin_id AND t.row_no = r.origin_row"
            + " AND t.received_at = s.received_at WHERE r.origin_id = s.id"
            + " AND (t.outcome = 'REJECTED' OR s.state = 'RETURNED')";

    private static final String CHAIN = "SELECT s.no, b.no, " + ShownState.ofLot() + ", s.received_at,"
            + " s.received, s.accepted, s.rejected, s.suspect, s.unmatched,"
            + " a.received, a.accepted, a.rejected, a.suspect, a.unmatched,"
            + " (SELECT count(*) FROM resent_row r WHERE r.submission_id = s.id)"
            + " FROM submission s LEFT JOIN lot_correction c ON c.submission_id = s.id"
            + " LEFT JOIN submission b ON b.id = c.corrects_id CROSS JOIN LATERAL (" + AGAIN + ") a"
            + " WHERE s.id = f.id OR c.first_id = f.id";

    private final Connection connection;

    public LotChainReading(Connection connection) {
        this.connection = connection;
    }

    /** The lots of the chain, in the order in which they came; only the lot itself where nothing was corrected. */
    public List<LotChain.Link> of(long submissionId) throws SQLException {
        List<LotChain.Link> links = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT l.* FROM (SELECT coalesce((SELECT first_id"
                + " FROM lot_correction WHERE submission_id = ?), ?) AS id) f CROSS JOIN LATERAL (" + CHAIN
                + ") l ORDER BY 4, 1")) {
            select.setLong(1, submissionId);
            select.setLong(2, submissionId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    links.add(new LotChain.Link(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, OffsetDateTime.class),
                            row.getInt(15),
                            counts(row, 5),
                            counts(row, 10)));
                }
            }
        }
        return links;
    }

    private static LotChain.Counts counts(ResultSet row, int first) throws SQLException {
        return new LotChain.Counts(
                row.getInt(first),
                row.getInt(first + 1),
                row.getInt(first + 2),
                row.getInt(first + 3),
                row.getInt(first + 4));
    }
}

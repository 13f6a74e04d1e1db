package org.chengxin.intake.boundary;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.chengxin.intake.entity.SubmissionState;

/**
 * The state in which a lot is shown. All its rows may be through while records of its own wait for a person to say their
 * section: each of them has an open task, and the lot is done with the last one. Everybody who says how lots stand says
 * it by this.
 */
public final class ShownState {

    /** A record {@code r} that waits. */
    private static final String WAITS = "r.state = 'IN_REVIEW'";

    private ShownState() {}

    /**
     * The condition under which a record keeps its lot from being done.
     *
     * @param lot column with the key of the lot; the record is {@code r}
     */
    public static String waits(String lot) {
        return "(r.submission_id = " + lot + " AND " + WAITS + ")";
    }

    /** The state shown, as an expression over a lot {@code s}. */
    public static String ofLot() {
        return "CASE WHEN s.state = 'DONE' AND EXISTS (SELECT 1 FROM credit_record r WHERE " + waits("s.id")
                + ") THEN 'PROCESSING' ELSE s.state END";
    }

    /**
     * How many lots are in which state. Lots are counted by the index of their states, and those that wait by the index of
     * what waits: records are not read.
     *
     * @param connection with the schema {@code registry} on its search path
     * @return states that no lot is in are absent
     */
    public static Map<SubmissionState, Long> count(Connection connection) throws SQLException {
        Map<SubmissionState, Long> lots = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT state, count(*) FROM submission GROUP BY state"
                        + " UNION ALL SELECT 'WAITING', count(*) FROM submission s WHERE s.state = 'DONE' AND s.id IN"
                        + " (SELECT r.submission_id FROM credit_record r WHERE " + WAITS + ")")) {
            long waiting = 0;
            while (row.next()) {
                if (row.getString(1).equals("WAITING")) {
                    waiting = row.getLong(2);
                } else {
                    lots.put(SubmissionState.valueOf(row.getString(1)), row.getLong(2));
                }
            }
            if (waiting > 0) {
                lots.merge(SubmissionState.DONE, -waiting, Long::sum);
                lots.merge(SubmissionState.PROCESSING, waiting, Long::sum);
                lots.values().removeIf(count -> count == 0);
            }
        }
        return lots;
    }
}

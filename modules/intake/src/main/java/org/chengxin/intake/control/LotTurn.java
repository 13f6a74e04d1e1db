package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.chengxin.intake.entity.LotPart;
import org.chengxin.intake.entity.Submission;

/** Lots of one supplier and item that bring the same record: one chunk after the other, so that it begins once. */
public final class LotTurn {

    // taken in one order by everybody, so that nobody waits for somebody who waits for him
    private static final String TAKE = "SELECT count(pg_advisory_xact_lock(27, x.key)::text) FROM (SELECT DISTINCT"
            + " hashtext(? || g) AS key FROM unnest(?::int[]) g ORDER BY 1) x";

    private LotTurn() {}

    /** Waits for chunks that have subjects in common with this part; it has its turn until the transaction ends. */
    public static void take(Connection connection, Submission lot, LotPart part) throws SQLException {
        try (PreparedStatement locks = connection.prepareStatement(TAKE)) {
            locks.setString(1, lot.organisationId() + "/" + lot.itemId() + "/");
            locks.setArray(2, connection.createArrayOf("int4", part.groups().toArray()));
            locks.executeQuery().close();
        }
    }
}

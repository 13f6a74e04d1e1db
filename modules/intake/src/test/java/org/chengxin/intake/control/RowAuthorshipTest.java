package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RowAuthorshipTest {

    @RegisterExtension
    static final IntakeDatabase DATABASE = new IntakeDatabase();

    @Test
    void whoever_sent_the_lot_or_ever_settled_the_row_has_a_hand_in_its_record() throws SQLException {
        try (Connection connection = DATABASE.application()) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("subjectName", PenaltyRow.penalty().get("subjectName"));
            row.put("unifiedCode", PenaltyRow.CODE);
            LotInDatabase lot = new LotInDatabase(connection, "REG-BASIC", List.of(row));
            lot.admit();
            String record = lot.rows().get(0).split("\\|")[2];
            settled(connection, lot, 2, "CHANGE", "first.clerk");
            settled(connection, lot, 2, "KEEP", "second.clerk");
            settled(connection, lot, 2, "MATCH", "centre");
            settled(connection, lot, 3, "CHANGE", "clerk.of.another.row");

            RowAuthorship authorship = new RowAuthorship(connection);
            for (String author : List.of("clerk.a", "first.clerk", "second.clerk")) {
                assertThat(authorship.of(record, author)).as(author).isTrue();
            }
            for (String other : List.of("reviewer.a", "centre", "clerk.of.another.row")) {
                assertThat(authorship.of(record, other)).as(other).isFalse();
            }
            connection.rollback();
        }
    }

    private static void settled(Connection connection, LotInDatabase lot, int row, String action, String actor)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO row_settlement (submission_id, row_no, round, action,"
                        + " actor, actor_name, settled_at, outcome_before) VALUES (?, ?, 1, ?, ?, ?, now(), 'SUSPECT')")) {
            insert.setLong(1, lot.lot().id());
            insert.setInt(2, row);
            insert.setString(3, action);
            insert.setString(4, actor);
            insert.setString(5, actor);
            insert.executeUpdate();
        }
    }
}

package org.chengxin.system.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.chengxin.system.TestBed;
import org.chengxin.system.worklist.Review.Stage;

/** What the database holds of reviews: worklist, engine and effects must say the same of each. */
final class HeldReviews {

    private static final String HELD =
            "SELECT w.business_key, w.state, w.assignee, w.decided_by, w.outcome, w.reminded_at IS NOT NULL,"
                    + " w.escalated_at IS NOT NULL, t.id_ IS NOT NULL, t.assignee_, coalesce((SELECT"
                    + " string_agg(e.outcome || ' ' || e.decided_by, ', ') FROM registry.effect e"
                    + " WHERE e.lot = w.business_key), '') FROM registry.worklist_task w"
                    + " LEFT JOIN engine.act_ru_task t ON t.id_ = w.id WHERE w.business_key LIKE '%s%%'";

    private final TestBed bed;

    HeldReviews(TestBed bed) {
        this.bed = bed;
    }

    /**
     * Reviews by their lots' numbers.
     *
     * @param run with what the numbers begin
     */
    Map<String, Review> of(String run) throws SQLException {
        Map<String, Review> found = new TreeMap<>();
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery(HELD.formatted(run))) {
            while (row.next()) {
                Review before = found.put(row.getString(1), review(row));
                assertThat(before).as("another task of %s", row.getString(1)).isNull();
            }
        }
        return found;
    }

    private static Review review(ResultSet row) throws SQLException {
        String lot = row.getString(1);
        boolean open = row.getString(2).equals("OPEN");
        assertThat(row.getBoolean(8)).as("the engine waits for %s", lot).isEqualTo(open);
        if (open) {
            assertThat(row.getString(9)).as("who has %s", lot).isEqualTo(row.getString(3));
        }
        assertThat(row.getString(10))
                .as("effects of the decision on %s", lot)
                .isEqualTo(open ? "" : row.getString(5) + " " + row.getString(4));
        return new Review(
                open ? Stage.OPEN : Stage.DECIDED,
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getBoolean(7));
    }

    /** The id of the task of a lot that has one. */
    String task(String lot) throws SQLException {
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement();
                ResultSet row =
                        sql.executeQuery("SELECT id FROM registry.worklist_task WHERE business_key = '" + lot + "'")) {
            row.next();
            return row.getString(1);
        }
    }
}

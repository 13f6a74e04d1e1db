package org.chengxin.system.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.chengxin.system.TestBed;
import org.chengxin.system.worklist.Review.Stage;
import org.chengxin.system.worklist.Review.Verdict;

/** What the database holds of reviews: worklist, engine and effects must say the same of each. */
final class HeldReviews {

    private static final String HELD = """
            SELECT w.business_key, w.state, w.assignee, w.decided_by, w.outcome, w.takes_effect_at,
                   w.reminded_at IS NOT NULL AS reminded, w.escalated_at IS NOT NULL AS escalated,
                   t.id_ IS NOT NULL AS waits, t.assignee_,
                   (SELECT count(*) FROM engine.act_ru_job j JOIN engine.act_ru_execution e
                      ON e.id_ = j.process_instance_id_ WHERE e.business_key_ = w.business_key
                      AND j.type_ = 'timer') AS timers,
                   coalesce((SELECT string_agg(e.outcome || ' ' || e.decided_by, ', ') FROM registry.effect e
                      WHERE e.lot = w.business_key), '') AS effects,
                   (SELECT CASE d.cause WHEN 'UNDONE' THEN d.decided_by END FROM registry.withdrawn_decision d
                      WHERE d.task_id = w.id ORDER BY d.id DESC LIMIT 1) AS taken_back_by
              FROM registry.worklist_task w LEFT JOIN engine.act_ru_task t ON t.id_ = w.id
             WHERE w.business_key LIKE '%s%%'
            """;

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
        String lot = row.getString("business_key");
        OffsetDateTime until = row.getObject("takes_effect_at", OffsetDateTime.class);
        Stage stage =
                row.getString("state").equals("OPEN") ? Stage.OPEN : until == null ? Stage.DECIDED : Stage.STANDING;
        boolean over = stage == Stage.DECIDED;
        assertThat(row.getBoolean("waits")).as("the engine waits for %s", lot).isNotEqualTo(over);
        if (!over) {
            assertThat(row.getString("assignee_")).as("who has %s", lot).isEqualTo(row.getString("assignee"));
        }
        assertThat(row.getString("effects"))
                .as("effects of the decision on %s", lot)
                .isEqualTo(over ? row.getString("outcome") + " " + row.getString("decided_by") : "");
        return new Review(
                stage,
                row.getString("assignee"),
                stage == Stage.OPEN
                        ? null
                        : new Verdict(
                                row.getString("outcome"),
                                row.getString("decided_by"),
                                until == null ? null : until.toInstant()),
                row.getString("taken_back_by"),
                row.getInt("timers"),
                row.getBoolean("reminded"),
                row.getBoolean("escalated"));
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

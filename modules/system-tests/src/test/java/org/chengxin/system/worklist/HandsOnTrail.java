package org.chengxin.system.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.chengxin.system.TestBed;

/**
 * Through whose hands tasks went, by the trail alone: each got them from who had them, each was allowed to, and the last
 * is who has them. What came to nothing leaves a task to the group, which {@code withdrawn_decision} says.
 */
final class HandsOnTrail {

    private static final String TRAIL = """
            SELECT w.business_key, w.assignee, h.act, h.actor, h.from_user, h.to_user,
                   EXISTS (SELECT FROM registry.stand_in s WHERE s.absent = h.from_user AND s.stand_in = h.actor
                      AND (h.at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN s.from_day AND s.until_day
                      AND (s.ended_at IS NULL OR s.ended_at > h.at)) AS stands_in
              FROM registry.worklist_task w JOIN (
                   SELECT task_id, occurred_at AS at, 1 AS step, id, act, actor, from_user, to_user
                     FROM registry.task_event
                    UNION ALL
                   SELECT task_id, withdrawn_at, 0, id, 'LAPSE', NULL, NULL, NULL
                     FROM registry.withdrawn_decision WHERE cause <> 'UNDONE') h ON h.task_id = w.id
             WHERE w.business_key LIKE '%s%%' ORDER BY w.business_key, h.at, h.step, h.id
            """;

    private final TestBed bed;

    HandsOnTrail(TestBed bed) {
        this.bed = bed;
    }

    /**
     * Looks at every passing on.
     *
     * @param run with what the lots' numbers begin
     */
    void check(String run) throws SQLException {
        Map<String, String> now = new HashMap<>();
        Map<String, String> has = new HashMap<>();
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery(TRAIL.formatted(run))) {
            while (row.next()) {
                String lot = row.getString("business_key");
                String act = row.getString("act");
                if (!act.equals("LAPSE")) {
                    assertThat(row.getString("from_user"))
                            .as("from whom %s went by %s", lot, act)
                            .isEqualTo(now.get(lot));
                    assertThat(allowed(row, act)).as("%s of %s", act, lot).isTrue();
                }
                now.put(lot, row.getString("to_user"));
                has.put(lot, row.getString("assignee"));
            }
        }
        assertThat(now).as("who had it last has it").isEqualTo(has);
    }

    private static boolean allowed(ResultSet row, String act) throws SQLException {
        String actor = row.getString("actor");
        String from = row.getString("from_user");
        String to = row.getString("to_user");
        boolean toReviewer = to != null && Staff.REVIEWERS.contains(to);
        boolean ofOther = toReviewer && !row.getString("business_key").endsWith("-" + to);
        return switch (act) {
            case "CLAIM" -> from == null && toReviewer && to.equals(actor);
            case "RELEASE" -> to == null && Objects.equals(from, actor);
            case "TAKE_OVER" -> ofOther && to.equals(actor) && row.getBoolean("stands_in");
            case "REASSIGN" -> ofOther && actor.equals(Staff.SUPERVISOR);
            case "RETURN_TO_POOL" -> from != null && to == null && actor.equals(Staff.SUPERVISOR);
            default -> false;
        };
    }
}

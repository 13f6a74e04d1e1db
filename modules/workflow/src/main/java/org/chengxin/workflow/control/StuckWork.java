package org.chengxin.workflow.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chengxin.workflow.boundary.StuckKind;

/**
 * Looks for what stands still, one statement for each kind however much is in motion. The engine and the register commit
 * together, so that one statement never sees one without the other.
 */
public final class StuckWork {

    /** So many of a kind are named; all are counted. */
    public static final int NAMED = 200;

    /**
     * What was found of one kind.
     *
     * @param total how many there are
     * @param named the longest standing of them
     */
    public record Found(long total, List<Standing> named) {}

    /**
     * One of them.
     *
     * @param id what a repair needs: of the engine's task or instance; null where there is no repair
     */
    public record Standing(
            String id,
            String key,
            String process,
            String step,
            Long organisationId,
            String role,
            OffsetDateTime since) {}

    private static final String PROCESS = "split_part(e.proc_def_id_, ':', 1)";
    // open rows have an index of their own: what was decided in years is not read; OFFSET keeps the planner to this
    // order
    private static final String WITHOUT_OPEN_ROW = "SELECT t.id_, t.proc_inst_id_, t.task_def_key_, t.create_time_"
            + " FROM act_ru_task t WHERE NOT EXISTS (SELECT FROM worklist_task o WHERE o.id = t.id_ AND o.state = 'OPEN')"
            + " OFFSET 0";
    private static final String OF_TASKS =
            "SELECT count(*) OVER (), t.id_, e.business_key_, " + PROCESS + ", t.task_def_key_, NULL::bigint,"
                    + " NULL::text, t.create_time_ AT TIME ZONE '%1$s' AS since FROM (" + WITHOUT_OPEN_ROW + ") t"
                    + " JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_ LEFT JOIN worklist_task w ON w.id = t.id_ WHERE ";
    private static final String ROWS = "SELECT count(*) OVER (), w.id, w.business_key, w.process, w.step,"
            + " w.organisation_id, w.owner_role, w.created_at AS since FROM ";
    private static final String OF_ROWS = ROWS + "worklist_task w WHERE w.state = 'OPEN' AND ";
    // what was decided and stands waits for its task too; each of the two has its own index
    private static final String WITHOUT_TASK = ROWS + "(SELECT * FROM worklist_task WHERE state = 'OPEN'"
            + " UNION ALL SELECT * FROM worklist_task WHERE takes_effect_at IS NOT NULL) w"
            + " WHERE NOT EXISTS (SELECT FROM act_ru_task t WHERE t.id_ = w.id)";
    private static final String OF_GROUPS = "SELECT count(*) OVER (), NULL, o.code || '/' || g.role, NULL, NULL,"
            + " g.organisation_id, g.role, g.since FROM (SELECT organisation_id, %s AS role, min(created_at) AS since"
            + " FROM worklist_task WHERE state = 'OPEN' %s GROUP BY 1, 2) g JOIN organisation o ON o.id = g.organisation_id"
            + " WHERE NOT EXISTS (SELECT FROM app_user u JOIN user_role r ON r.user_id = u.id WHERE u.enabled"
            + " AND u.organisation_id = g.organisation_id AND r.role = g.role)";
    private static final String OF_LOTS = "SELECT count(*) OVER (), NULL, s.no, 'Submission', s.state,"
            + " s.organisation_id, NULL::text, coalesce(s.reviewed_at, s.received_at) AS since FROM submission s WHERE ";

    private final Connection connection;

    /**
     * @param connection of the application's role, with {@code registry} and {@code engine} on its search path
     */
    public StuckWork(Connection connection) {
        this.connection = connection;
    }

    /**
     * Everything that stands still; kinds of which there is nothing are left out.
     *
     * @param lateSince the last deadline that should have been reported by now
     * @param oldBefore lots that began to be carried before this moment should be through
     * @param effectBefore decisions that were to take effect before this moment should have
     */
    public Map<StuckKind, Found> find(LocalDate lateSince, Instant oldBefore, Instant effectBefore)
            throws SQLException {
        Map<StuckKind, Found> found = new EnumMap<>(StuckKind.class);
        ask(found, StuckKind.TASK_WITHOUT_ROW, OF_TASKS + "w.id IS NULL OR w.state = 'CANCELLED'");
        // what can still be undone waits rightly (docs/adr/0019)
        ask(
                found,
                StuckKind.DECIDED_AND_OPEN,
                OF_TASKS + "w.state = 'DONE' AND (w.takes_effect_at IS NULL OR w.takes_effect_at < ?)",
                effectBefore.atOffset(ZoneOffset.UTC));
        ask(found, StuckKind.ROW_WITHOUT_TASK, WITHOUT_TASK);
        ask(found, StuckKind.NOT_REPORTED, OF_ROWS + "w.escalated_at IS NULL AND w.due_on <= ?", lateSince);
        ask(
                found,
                StuckKind.HOLDER_GONE,
                OF_ROWS
                        + "w.assignee IS NOT NULL AND NOT EXISTS (SELECT FROM app_user u JOIN user_role r ON r.user_id = u.id"
                        + " WHERE u.username = w.assignee AND u.enabled AND u.organisation_id = w.organisation_id"
                        + " AND r.role = w.owner_role)");
        ask(found, StuckKind.GROUP_EMPTY, OF_GROUPS.formatted("owner_role", ""));
        ask(found, StuckKind.NO_SUPERVISOR, OF_GROUPS.formatted("'SUPERVISOR'::text", "AND escalated_at IS NOT NULL"));
        ask(
                found,
                StuckKind.NOTHING_AWAITED,
                "SELECT count(*) OVER (), e.id_, e.business_key_, " + PROCESS + ", (SELECT min(l.act_id_)"
                        + " FROM act_ru_execution l WHERE l.proc_inst_id_ = e.id_), NULL::bigint, NULL::text,"
                        + " NULL::timestamptz AS since FROM act_ru_execution e WHERE e.parent_id_ IS NULL"
                        + " AND NOT EXISTS (SELECT FROM act_ru_task t WHERE t.proc_inst_id_ = e.id_)"
                        // timers that only remind of a task carry nothing on where there is none
                        + " AND NOT EXISTS (SELECT FROM act_ru_job j WHERE j.process_instance_id_ = e.id_"
                        + " AND NOT (j.handler_type_ = 'timer-transition' AND j.handler_cfg_ ~ '(DueSoon|Overdue)$'))");
        ask(
                found,
                StuckKind.LOT_WITHOUT_PROCESS,
                OF_LOTS + "s.state IN ('RECEIVED','CHECKING','IN_REVIEW','PROCESSING')"
                        + " AND NOT EXISTS (SELECT FROM act_ru_execution e WHERE e.business_key_ = s.no)");
        ask(
                found,
                StuckKind.LOT_TOO_OLD,
                OF_LOTS + "s.state IN ('RECEIVED','CHECKING','PROCESSING')"
                        + " AND coalesce(s.reviewed_at, s.received_at) < ? AND NOT EXISTS (SELECT FROM act_ru_job j"
                        // a lot that is carried makes a job for each of its chunks
                        + " JOIN act_ru_execution e ON e.id_ = j.process_instance_id_ WHERE e.business_key_ = s.no"
                        + " AND j.type_ = 'message' AND j.create_time_ AT TIME ZONE '%1$s' >= ?)",
                oldBefore.atOffset(ZoneOffset.UTC),
                oldBefore.atOffset(ZoneOffset.UTC));
        ask(
                found,
                StuckKind.RECORD_WITHOUT_PROCESS,
                "SELECT count(*) OVER (), NULL, c.record_no, 'CreditRecord', c.state, c.organisation_id, NULL::text,"
                        + " NULL::timestamptz AS since FROM credit_record c"
                        + " WHERE c.state IN ('RECEIVED','IN_REVIEW','UNDETERMINED')"
                        + " AND NOT EXISTS (SELECT FROM act_ru_execution e WHERE e.business_key_ = c.record_no)");
        ask(
                found,
                StuckKind.STEP_FAILED,
                "SELECT count(*) OVER (), j.id_, coalesce(e.business_key_, j.id_), j.process_def_key_, d.act_id_,"
                        + " NULL::bigint, NULL::text, j.create_time_ AT TIME ZONE '%1$s' AS since FROM act_ru_job j"
                        + " LEFT JOIN act_ru_execution e ON e.id_ = j.process_instance_id_"
                        + " LEFT JOIN act_ru_jobdef d ON d.id_ = j.job_def_id_ WHERE j.retries_ = 0");
        ask(
                found,
                StuckKind.TIMER_LOST,
                "SELECT 1, 'PeriodEnd', 'PeriodEnd', 'PeriodEnd', 'DayBegan', NULL::bigint, NULL::text,"
                        + " NULL::timestamptz AS since WHERE NOT EXISTS (SELECT FROM act_ru_job"
                        + " WHERE handler_type_ = 'timer-start-event' AND process_def_key_ = 'PeriodEnd')");
        return found;
    }

    private void ask(Map<StuckKind, Found> found, StuckKind kind, String query, Object... values) throws SQLException {
        // the engine writes the server's local time
        String text = query.replace("%1$s", ZoneId.systemDefault().getId());
        try (PreparedStatement statement =
                connection.prepareStatement(text + " ORDER BY since NULLS LAST, 3 LIMIT " + NAMED)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            long total = 0;
            List<Standing> named = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    total = row.getLong(1);
                    named.add(new Standing(
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getObject(6, Long.class),
                            row.getString(7),
                            row.getObject(8, OffsetDateTime.class)));
                }
            }
            if (total > 0) {
                found.put(kind, new Found(total, named));
            }
        }
    }
}

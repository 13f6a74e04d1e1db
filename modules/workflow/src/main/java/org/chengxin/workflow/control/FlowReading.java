package org.chengxin.workflow.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.workflow.boundary.FlowQuery;
import org.chengxin.workflow.boundary.StepFigures;

/**
 * Asks the database how the steps of a process are doing. What people do comes from the worklist, what the system does
 * with a lot from the lot; the steps of a record between two decisions are one transaction and take no time. Two
 * statements, whatever stands there.
 */
public class FlowReading {

    private static final double MILLIS = 1_000;

    /** %s: of which lots or records the tasks are, where an item is asked for. */
    private static final String TASKS = """
            SELECT t.step, count(*) FILTER (WHERE t.state = 'OPEN'),
                   count(*) FILTER (WHERE t.state = 'OPEN' AND t.due_on < ?), 0,
                   min(t.created_at) FILTER (WHERE t.state = 'OPEN'), count(*) FILTER (WHERE t.state = 'DONE'),
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM t.decided_at - t.created_at))
                       FILTER (WHERE t.state = 'DONE'),
                   percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM t.decided_at - t.created_at))
                       FILTER (WHERE t.state = 'DONE')
              FROM worklist_task t
             WHERE (t.state = 'OPEN' OR t.state = 'DONE' AND t.decided_at >= ?) AND t.process = ?
               AND (?::bigint IS NULL OR t.organisation_id = ?) %s
             GROUP BY t.step""";

    private static final String OF_LOTS =
            " AND EXISTS (SELECT 1 FROM submission s WHERE s.no = t.business_key AND s.item_code = ?)";
    private static final String OF_RECORDS =
            " AND EXISTS (SELECT 1 FROM credit_record r WHERE r.record_no = t.business_key AND r.item_code = ?)";

    /**
     * A lot is checked from its receipt to its first review, and becomes records from its approval to its close. Rows that
     * are settled weeks later go on under the same approval: only the first round says how long the step takes.
     */
    private static final String LOTS = """
            WITH span AS (SELECT ?::timestamptz AS begins), lot AS (
                SELECT s.no, s.state, s.received_at, CASE WHEN s.round = 0 THEN s.reviewed_at END AS reviewed_at,
                       CASE WHEN s.round = 0 THEN s.closed_at END AS closed_at,
                       (SELECT min(t.created_at) FROM worklist_task t
                         WHERE t.business_key = s.no AND t.step = 'ReviewLot') AS opened_at
                  FROM submission s, span
                 WHERE (s.closed_at IS NULL OR s.closed_at >= span.begins)
                   AND (?::bigint IS NULL OR s.organisation_id = ?) AND (?::text IS NULL OR s.item_code = ?)),
            step AS (
                SELECT 'CheckRows' AS element, no, state IN ('RECEIVED', 'CHECKING') AS here, received_at AS since,
                       opened_at AS until FROM lot
                UNION ALL
                SELECT 'AdmitRecords', no, state = 'PROCESSING', reviewed_at, closed_at FROM lot
                 WHERE state = 'PROCESSING' OR reviewed_at IS NOT NULL AND state NOT IN ('RETURNED', 'REFUSED')),
            failed AS (
                SELECT d.act_id_ AS element, e.business_key_ AS no
                  FROM act_ru_job j JOIN act_ru_jobdef d ON d.id_ = j.job_def_id_
                  JOIN act_ru_execution e ON e.id_ = j.process_instance_id_
                 WHERE j.retries_ = 0 AND d.proc_def_key_ = 'Submission')
            SELECT s.element, count(*) FILTER (WHERE s.here), 0,
                   count(*) FILTER (WHERE s.here AND EXISTS (
                       SELECT 1 FROM failed f WHERE f.no = s.no AND f.element = s.element)),
                   min(s.since) FILTER (WHERE s.here), count(s.until) FILTER (WHERE s.through),
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM s.until - s.since))
                       FILTER (WHERE s.through),
                   percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM s.until - s.since))
                       FILTER (WHERE s.through)
              FROM (SELECT step.*, NOT here AND until >= span.begins AS through FROM step, span) s GROUP BY s.element""";

    private final Connection connection;
    private final ApplicationClock clock;

    /**
     * @param connection with {@code registry} and {@code engine} on its search path
     */
    public FlowReading(Connection connection, ApplicationClock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * @param organisation key of the supplying organisation, instead of the query's code; null for all
     * @return the elements where something stands or that something went through
     */
    public List<StepFigures> read(FlowQuery query, Long organisation) throws SQLException {
        OffsetDateTime since =
                clock.instant().minus(Duration.ofDays(query.days())).atOffset(ZoneOffset.UTC);
        boolean lots = Worklist.SUBMISSION.equals(query.process());
        String item = query.item() == null ? "" : lots ? OF_LOTS : OF_RECORDS;
        List<StepFigures> figures = new ArrayList<>();
        List<Object> values =
                new ArrayList<>(Arrays.asList(clock.today(), since, query.process(), organisation, organisation));
        if (query.item() != null) {
            values.add(query.item());
        }
        ask(String.format(TASKS, item), values, figures);
        if (lots) {
            ask(LOTS, Arrays.asList(since, organisation, organisation, query.item(), query.item()), figures);
        }
        return figures;
    }

    private void ask(String query, List<Object> values, List<StepFigures> figures) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    StepFigures step = new StepFigures(
                            row.getString(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getObject(5, OffsetDateTime.class),
                            row.getLong(6),
                            duration(row.getObject(7, Double.class)),
                            duration(row.getObject(8, Double.class)));
                    if (step.waiting() > 0 || step.through() > 0) {
                        figures.add(step);
                    }
                }
            }
        }
    }

    private static Duration duration(Double seconds) {
        return seconds == null ? null : Duration.ofMillis(Math.round(seconds * MILLIS));
    }
}

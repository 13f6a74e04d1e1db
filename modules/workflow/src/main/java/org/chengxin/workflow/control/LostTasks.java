package org.chengxin.workflow.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chengxin.workflow.boundary.WithdrawnDecision;

/**
 * Closes rows of tasks that the engine does not have. What somebody decided on one of them and still stands can never take
 * effect: it is kept as a decision that came to nothing, and who decided hears of it.
 */
public final class LostTasks {

    /** Why such a decision came to nothing. */
    public static final String CAUSE = "TASK_GONE";

    private static final String CLOSE = """
            WITH gone AS MATERIALIZED (
              SELECT w.id, w.outcome, w.reason, w.fields, w.decided_by, w.decided_name, w.decided_at, w.takes_effect_at
                FROM worklist_task w
               WHERE (w.state = 'OPEN' OR w.takes_effect_at IS NOT NULL)
                 AND NOT EXISTS (SELECT FROM act_ru_task t WHERE t.id_ = w.id)
                 FOR UPDATE OF w
            ), kept AS (
              INSERT INTO withdrawn_decision (task_id, outcome, reason, fields, decided_by, decided_name, decided_at,
                     withdrawn_at, cause)
              SELECT id, outcome, reason, fields, decided_by, decided_name, decided_at, ?, ? FROM gone
               WHERE takes_effect_at IS NOT NULL
            )
            UPDATE worklist_task w SET state = 'CANCELLED', takes_effect_at = NULL, version = w.version + 1
              FROM gone WHERE w.id = gone.id
            RETURNING w.id, gone.takes_effect_at IS NOT NULL, gone.outcome, gone.fields::text, gone.decided_by,
                      gone.decided_name, gone.decided_at
            """;

    private final Connection connection;
    private final OffsetDateTime now;

    /**
     * @param connection of the application's role, with {@code registry} and {@code engine} on its search path, in a
     *     transaction that the caller ends
     */
    public LostTasks(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now.atOffset(ZoneOffset.UTC);
    }

    /** Closes them, with three statements however many there are; how many. */
    public int close() throws SQLException {
        int closed = 0;
        Map<String, WithdrawnDecision> stood = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            statement.setObject(1, now);
            statement.setString(2, CAUSE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    closed++;
                    if (row.getBoolean(2)) {
                        stood.put(row.getString(1), decision(row));
                    }
                }
            }
        }
        if (!stood.isEmpty()) {
            new NoticeWriting(connection, now.toInstant()).lapsed(stood);
        }
        return closed;
    }

    private WithdrawnDecision decision(ResultSet row) throws SQLException {
        return new WithdrawnDecision(
                row.getString(3),
                Decision.fields(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class),
                now,
                CAUSE);
    }
}

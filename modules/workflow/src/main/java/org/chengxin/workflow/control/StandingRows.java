package org.chengxin.workflow.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengxin.kernel.Actor;
import org.chengxin.workflow.boundary.WithdrawnDecision;

/**
 * Decisions that stand and have not taken effect yet (docs/adr/0019). One row says all of it: that a task is decided, and
 * when that takes effect. Whoever ends the period, by undoing the decision or by letting it take effect, locks that row
 * first and looks again; so one wins, and the other finds nothing.
 */
public final class StandingRows {

    private static final String DUE =
            "SELECT id FROM worklist_task WHERE takes_effect_at <= ? ORDER BY takes_effect_at, id";
    private static final String BEGIN =
            "UPDATE worklist_task SET takes_effect_at = NULL, version = version + 1 WHERE id ="
                    // what another server is at is passed over, so that it holds up nothing else
                    + " (SELECT id FROM worklist_task WHERE id = ? AND takes_effect_at <= ? FOR UPDATE SKIP LOCKED)";
    private static final String LOCK_OWN = "SELECT 1 FROM worklist_task WHERE id = ? AND takes_effect_at IS NOT NULL"
            + " AND decided_by = ? FOR UPDATE";
    private static final String LOCK_DUE =
            "SELECT 1 FROM worklist_task WHERE id = ? AND takes_effect_at <= ? FOR UPDATE";
    private static final String KEEP = "INSERT INTO withdrawn_decision (task_id, outcome, reason, fields, decided_by,"
            + " decided_name, decided_at, withdrawn_at, cause) SELECT id, outcome, reason, fields, decided_by,"
            + " decided_name, decided_at, ?, ? FROM worklist_task WHERE id = ?";
    /** Who has it stays who has it: the task is as it was before the decision. */
    private static final String REOPEN = "UPDATE worklist_task SET state = 'OPEN', outcome = NULL, reason = NULL,"
            + " fields = NULL, decided_by = NULL, decided_name = NULL, decided_at = NULL, takes_effect_at = NULL,"
            + " version = version + 1 WHERE id = ?";

    private static final String LATEST = "SELECT outcome, fields::text, decided_by, decided_name, decided_at,"
            + " withdrawn_at, cause FROM withdrawn_decision WHERE task_id = ? ORDER BY id DESC LIMIT 1";

    private final Connection connection;

    /**
     * @param connection of the application's role, in a transaction that the caller ends
     */
    public StandingRows(Connection connection) {
        this.connection = connection;
    }

    /** The tasks whose decision should have taken effect by now, longest standing first. */
    public List<String> due(Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setObject(1, utc(now));
            List<String> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids;
        }
    }

    /**
     * The decision on a task takes effect in this transaction.
     *
     * @return false where it was undone, has taken effect, or still has time
     */
    public boolean begin(String taskId, Instant now) throws SQLException {
        return change(BEGIN, taskId, utc(now)) == 1;
    }

    /**
     * Who decided takes it back: the task is open again, in the hands of who had it before. What was decided is kept.
     *
     * @return false where this actor's decision on it does not stand, or stands no longer
     */
    public boolean undo(String taskId, Actor decider, Instant now) throws SQLException {
        if (!locked(LOCK_OWN, taskId, decider.username())) {
            return false;
        }
        withdraw(taskId, WithdrawnDecision.UNDONE, now);
        return true;
    }

    /**
     * The decision on a task comes to nothing, because it may not take effect any more: the task is open again, as it was
     * before. What was decided is kept, with the cause.
     *
     * @param cause code of the refusal
     * @return false where it does not stand any more
     */
    public boolean lapse(String taskId, String cause, Instant now) throws SQLException {
        if (!locked(LOCK_DUE, taskId, utc(now))) {
            return false;
        }
        withdraw(taskId, cause, now);
        return true;
    }

    /** The last decision on a task that came to nothing. */
    public Optional<WithdrawnDecision> latestWithdrawn(String taskId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setString(1, taskId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new WithdrawnDecision(
                                row.getString(1),
                                Decision.fields(row.getString(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class),
                                row.getObject(6, OffsetDateTime.class),
                                row.getString(7)))
                        : Optional.empty();
            }
        }
    }

    private void withdraw(String taskId, String cause, Instant now) throws SQLException {
        keep(taskId, cause, now);
        change(REOPEN, taskId);
    }

    /** Keeps what is decided on a task and comes to nothing; the task itself is the caller's. */
    void keep(String taskId, String cause, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setObject(1, utc(now));
            statement.setString(2, cause);
            statement.setString(3, taskId);
            statement.executeUpdate();
        }
    }

    private boolean locked(String query, String taskId, Object value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, taskId);
            statement.setObject(2, value);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private int change(String update, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}

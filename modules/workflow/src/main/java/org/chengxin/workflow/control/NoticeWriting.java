package org.chengxin.workflow.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.chengxin.kernel.Role;

/**
 * Marks tasks as reminded or escalated and leaves a notice for whom it concerns, in one statement however many tasks;
 * each task once for each kind.
 */
public final class NoticeWriting {

    private static final String TELL = "WITH told AS (UPDATE worklist_task SET %s = ?, version = version + 1"
            + " WHERE state = 'OPEN' AND %s IS NULL AND due_on IS NOT NULL AND %s"
            + " RETURNING id, organisation_id, owner_role, due_on, due_rule)"
            + " INSERT INTO task_notice (task_id, kind, organisation_id, role, due_on, due_rule, occurred_at)"
            + " SELECT id, ?, organisation_id, coalesce(?, owner_role), due_on, due_rule, ? FROM told"
            + " ON CONFLICT (task_id, kind) DO NOTHING";
    private static final String OF_INSTANCE = "process_instance_id = ?";

    private final Connection connection;
    private final Instant now;

    /**
     * @param connection of the application's role, in a transaction that the caller ends
     */
    public NoticeWriting(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** The owners of the open task of an instance hear that its deadline is near. */
    public int remind(String processInstance) throws SQLException {
        return tell("reminded_at", OF_INSTANCE, processInstance, "REMINDER", null);
    }

    /** The supervisor of the owners hears that the open task of an instance is past its deadline. */
    public int escalate(String processInstance) throws SQLException {
        return tell("escalated_at", OF_INSTANCE, processInstance, "ESCALATION", Role.SUPERVISOR);
    }

    /**
     * The same for every task that should have been reported by now: what instances of models without timers, and timers
     * that did not fire, leave undone.
     *
     * @param day the last deadline for which it is time
     */
    public int escalateAllDue(LocalDate day) throws SQLException {
        return tell("escalated_at", "due_on <= ?", day, "ESCALATION", Role.SUPERVISOR);
    }

    private int tell(String mark, String condition, Object value, String kind, Role to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TELL.formatted(mark, mark, condition))) {
            Object moment = now.atOffset(ZoneOffset.UTC);
            statement.setObject(1, moment);
            statement.setObject(2, value);
            statement.setString(3, kind);
            statement.setString(4, to == null ? null : to.name());
            statement.setObject(5, moment);
            return statement.executeUpdate();
        }
    }
}

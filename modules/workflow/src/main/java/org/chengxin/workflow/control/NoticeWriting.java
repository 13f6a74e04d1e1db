package org.chengxin.workflow.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.notification.boundary.NoticeEvent;
import org.chengxin.notification.boundary.NoticeEvents;
import org.chengxin.workflow.boundary.WithdrawnDecision;

/**
 * Marks tasks as reminded or escalated and leaves a notice for whom it concerns, in two statements however many
 * tasks; each task once for each kind.
 */
public final class NoticeWriting {

    private static final String TELL = """
            WITH told AS (
              UPDATE worklist_task SET %s = ?, version = version + 1
               WHERE state = 'OPEN' AND %s IS NULL AND due_on IS NOT NULL AND %s
              RETURNING id, process, step, business_key, organisation_id, owner_role, assignee, due_on, due_rule
            ), noted AS (
              INSERT INTO task_notice (task_id, kind, organisation_id, role, due_on, due_rule, occurred_at)
              SELECT id, ?, organisation_id, coalesce(?, owner_role), due_on, due_rule, ? FROM told
              ON CONFLICT (task_id, kind) DO NOTHING
            )
            """;
    /**
     * Tasks with the item of what they are about and who stands in today for who has them, as {@link ToldTask#read} wants
     * them. Places: the day, twice.
     */
    private static final String NAMED = """
            SELECT t.id, t.step, t.business_key, t.organisation_id, t.owner_role, t.assignee, t.due_on, i.name, i.name_en,
                   instead.stand_in, instead.absent_name
              FROM %s t
              LEFT JOIN LATERAL (
                SELECT a.stand_in, a.absent_name FROM stand_in a
                 WHERE a.absent = t.assignee AND a.organisation_id = t.organisation_id
                   AND a.from_day <= ? AND a.until_day >= ? AND a.ended_at IS NULL
                   AND EXISTS (SELECT FROM app_user u JOIN user_role r ON r.user_id = u.id
                                WHERE u.username = a.stand_in AND u.enabled AND r.role = t.owner_role)
                 LIMIT 1
              ) instead ON true
              LEFT JOIN submission s ON t.process = 'Submission' AND s.no = t.business_key
              LEFT JOIN credit_record r ON t.process = 'CreditRecord' AND r.record_no = t.business_key
              LEFT JOIN catalogue_item i ON i.id = coalesce(s.item_id, r.item_id)
            """;

    private static final String OF_INSTANCE = "process_instance_id = ?";

    private final Connection connection;
    private final Instant now;
    private final LocalDate today;

    /**
     * @param connection of the application's role, in a transaction that the caller ends
     */
    public NoticeWriting(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
        this.today = CivilTime.dateOf(now);
    }

    /** The owners of the open task of an instance hear that its deadline is near, and who stands in for who has it. */
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

    /**
     * Somebody gets a task from another.
     *
     * @return false where there is no such open task
     */
    public boolean given(String taskId, String username, String by, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                NAMED.formatted("worklist_task") + " WHERE t.id = ? AND t.state = 'OPEN'")) {
            statement.setObject(1, today);
            statement.setObject(2, today);
            statement.setString(3, taskId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                NoticeEvents.write(
                        connection, now, List.of(ToldTask.read(row).given(username, now.toString(), by, reason)));
                return true;
            }
        }
    }

    /** What was decided on these tasks, by their ids, came to nothing; two statements however many. */
    public void lapsed(Map<String, WithdrawnDecision> decisions) throws SQLException {
        List<NoticeEvent> events = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(NAMED.formatted("worklist_task") + " WHERE t.id = ANY (?) ORDER BY t.id")) {
            statement.setObject(1, today);
            statement.setObject(2, today);
            statement.setArray(
                    3, connection.createArrayOf("text", decisions.keySet().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ToldTask task = ToldTask.read(row);
                    events.add(task.lapsed(decisions.get(task.id())));
                }
            }
        }
        NoticeEvents.write(connection, now, events);
    }

    private int tell(String mark, String condition, Object value, String kind, Role to) throws SQLException {
        List<ToldTask> told = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                TELL.formatted(mark, mark, condition) + NAMED.formatted("told") + " ORDER BY t.due_on, t.id")) {
            Object moment = now.atOffset(ZoneOffset.UTC);
            statement.setObject(1, moment);
            statement.setObject(2, value);
            statement.setString(3, kind);
            statement.setString(4, to == null ? null : to.name());
            statement.setObject(5, moment);
            statement.setObject(6, today);
            statement.setObject(7, today);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    told.add(ToldTask.read(row));
                }
            }
        }
        List<NoticeEvent> events = new ArrayList<>();
        for (ToldTask task : told) {
            if (to == null) {
                events.addAll(task.dueSoon());
            } else {
                events.addAll(task.overdue());
                events.add(task.escalated());
            }
        }
        NoticeEvents.write(connection, now, events);
        return told.size();
    }
}

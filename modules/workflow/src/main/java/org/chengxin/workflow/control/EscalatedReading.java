package org.chengxin.workflow.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Cursor;
import org.chengxin.workflow.boundary.EscalatedTask;
import org.chengxin.workflow.boundary.EscalatedTaskPage;

/** Reads what was reported to the supervisor of one organisation; a page is one range of one index. */
public final class EscalatedReading {

    private static final String PAGE = "SELECT id, process, step, business_key, title, owner_role, assignee_name,"
            + " claimed_at, created_at, due_on, due_rule, provisional, escalated_at FROM worklist_task"
            + " WHERE organisation_id = ? AND state = 'OPEN' AND escalated_at IS NOT NULL AND (due_on, id) > (?, ?)"
            // a calendar that came late may have moved the deadline on
            + " AND due_on < ?"
            + " ORDER BY due_on, id LIMIT ?";
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private final Connection connection;
    private final Actor actor;
    private final LocalDate today;

    /**
     * @param connection of the application's role; the caller closes it
     * @param today the application's day
     */
    public EscalatedReading(Connection connection, Actor actor, LocalDate today) {
        this.connection = connection;
        this.actor = actor;
        this.today = today;
    }

    /** A page, the longest late first. */
    public EscalatedTaskPage list(String after, int limit) throws SQLException {
        if (actor.organisationId() == null) {
            return new EscalatedTaskPage(List.of(), null);
        }
        String selection = "escalated\n" + actor.username();
        Cursor cursor = Cursor.read(after, selection, 2);
        List<EscalatedTask> tasks = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setLong(1, actor.organisationId());
            statement.setObject(2, cursor == null ? BEGINNING : cursor.date(0));
            statement.setString(3, cursor == null ? "" : cursor.text(1));
            statement.setObject(4, today);
            statement.setInt(5, limit + 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tasks.add(task(row));
                }
            }
        }
        if (tasks.size() <= limit) {
            return new EscalatedTaskPage(tasks, null);
        }
        EscalatedTask last = tasks.get(limit - 1);
        return new EscalatedTaskPage(
                List.copyOf(tasks.subList(0, limit)), Cursor.write(selection, last.dueOn(), last.id()));
    }

    private static EscalatedTask task(ResultSet row) throws SQLException {
        return new EscalatedTask(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class),
                row.getObject(9, OffsetDateTime.class),
                row.getObject(10, LocalDate.class),
                row.getString(11),
                row.getBoolean(12),
                row.getObject(13, OffsetDateTime.class));
    }
}

package org.chengxin.workflow.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Cursor;
import org.chengxin.workflow.boundary.HeldTask;
import org.chengxin.workflow.boundary.HeldTaskPage;

/** Reads what people of one organisation have; a page is one range of one index. */
public final class HeldReading {

    private static final String PAGE = "SELECT id, process, step, business_key, title, owner_role, assignee,"
            + " assignee_name, claimed_at, due_on, due_rule, provisional FROM worklist_task"
            + " WHERE organisation_id = ? AND state = 'OPEN' AND assignee IS NOT NULL AND (? = '' OR assignee = ?)"
            + " AND (claimed_at, id) > (?, ?) ORDER BY claimed_at, id LIMIT ?";
    private static final OffsetDateTime BEGINNING = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Connection connection;
    private final Actor actor;

    /**
     * @param connection of the application's role; the caller closes it
     */
    public HeldReading(Connection connection, Actor actor) {
        this.connection = connection;
        this.actor = actor;
    }

    /**
     * A page, who has it longest first.
     *
     * @param holder account of one of them; null for all
     */
    public HeldTaskPage list(String holder, String after, int limit) throws SQLException {
        if (actor.organisationId() == null) {
            return new HeldTaskPage(List.of(), null);
        }
        String one = holder == null ? "" : holder;
        String selection = "held\n" + actor.username() + "\n" + one;
        Cursor cursor = Cursor.read(after, selection, 2);
        List<HeldTask> tasks = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setLong(1, actor.organisationId());
            statement.setString(2, one);
            statement.setString(3, one);
            statement.setObject(4, cursor == null ? BEGINNING : cursor.moment(0));
            statement.setString(5, cursor == null ? "" : cursor.text(1));
            statement.setInt(6, limit + 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tasks.add(task(row));
                }
            }
        }
        if (tasks.size() <= limit) {
            return new HeldTaskPage(tasks, null);
        }
        HeldTask last = tasks.get(limit - 1);
        return new HeldTaskPage(
                List.copyOf(tasks.subList(0, limit)), Cursor.write(selection, last.claimedAt(), last.id()));
    }

    private static HeldTask task(ResultSet row) throws SQLException {
        return new HeldTask(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class),
                row.getObject(10, LocalDate.class),
                row.getString(11),
                row.getBoolean(12));
    }
}

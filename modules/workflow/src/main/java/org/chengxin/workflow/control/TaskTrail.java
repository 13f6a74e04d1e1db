package org.chengxin.workflow.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.workflow.boundary.TaskEvent;
import org.chengxin.workflow.boundary.TaskEvent.Act;

/** Who had a task when, and through whom; the application's role can only add to it. */
@ApplicationScoped
public class TaskTrail {

    /** No task goes through as many hands. */
    private static final int MOST = 200;

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    /** Somebody's account and name. */
    public record Person(String username, String displayName) {

        /** Nobody: the pool. */
        public static final Person NOBODY = new Person(null, null);

        static Person of(Actor actor) {
            return new Person(actor.username(), actor.displayName());
        }
    }

    /** Notes an act in the caller's transaction. */
    public void add(String taskId, Act act, Actor by, Person from, Person to, String reason) {
        try (Connection connection = registry.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO task_event (task_id, occurred_at,"
                        + " act, actor, actor_name, from_user, from_name, to_user, to_name, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, taskId);
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(3, act.name());
            insert.setString(4, by.username());
            insert.setString(5, by.displayName());
            insert.setString(6, from.username());
            insert.setString(7, from.displayName());
            insert.setString(8, to.username());
            insert.setString(9, to.displayName());
            insert.setString(10, reason);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("who has a task could not be noted", e);
        }
    }

    /** What happened to who has a task, oldest first. */
    public List<TaskEvent> of(String taskId) {
        try (Connection connection = registry.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT occurred_at, act, actor_name,"
                        + " from_name, to_name, reason FROM task_event WHERE task_id = ? ORDER BY id LIMIT ?")) {
            select.setString(1, taskId);
            select.setInt(2, MOST);
            List<TaskEvent> events = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(new TaskEvent(
                            row.getObject(1, OffsetDateTime.class),
                            Act.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException("who had a task could not be read", e);
        }
    }
}

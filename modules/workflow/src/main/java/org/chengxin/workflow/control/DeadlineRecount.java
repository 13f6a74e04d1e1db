package org.chengxin.workflow.control;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.kernel.time.Deadline;
import org.chengxin.kernel.time.LegalClock;
import org.chengxin.kernel.time.LegalTerms;

/**
 * Counts the deadlines of all open tasks again and moves their timers, in three statements however many there are: tasks
 * differ by the term and the day it began, and of those there are few.
 */
public final class DeadlineRecount {

    private static final String TERMS =
            "SELECT DISTINCT due_term, due_from FROM worklist_task" + " WHERE state = 'OPEN' AND due_term IS NOT NULL";
    private static final String MOVE = "UPDATE worklist_task t SET due_on = c.due_on, due_rule = c.rule,"
            + " provisional = c.provisional, version = t.version + 1"
            + " FROM unnest(?::text[], ?::text[]::date[], ?::text[]::date[], ?::text[], ?::text[]::boolean[])"
            + " c(term, began, due_on, rule, provisional)"
            + " WHERE t.state = 'OPEN' AND t.due_term = c.term AND t.due_from = c.began"
            + " AND (t.due_on, t.due_rule, t.provisional) IS DISTINCT FROM (c.due_on, c.rule, c.provisional)";

    // the two timers at a user task are named after it; one that runs at this moment is left alone
    private static final String MOVE_TIMERS = "UPDATE act_ru_job j SET duedate_ = CASE j.handler_cfg_"
            + " WHEN t.step || 'DueSoon' THEN c.remind ELSE c.escalate END, rev_ = j.rev_ + 1"
            + " FROM worklist_task t JOIN unnest(?::text[], ?::text[]::date[], ?::text[]::timestamp[],"
            + " ?::text[]::timestamp[]) c(term, began, remind, escalate)"
            + " ON t.due_term = c.term AND t.due_from = c.began"
            + " WHERE t.state = 'OPEN' AND j.process_instance_id_ = t.process_instance_id"
            + " AND j.handler_type_ = 'timer-transition' AND j.lock_owner_ IS NULL"
            + " AND (j.handler_cfg_ = t.step || 'DueSoon' AND j.duedate_ <> c.remind"
            + " OR j.handler_cfg_ = t.step || 'Overdue' AND j.duedate_ <> c.escalate)";

    private final Connection connection;
    private final LegalClock clock;

    /**
     * @param connection of the application's role, in a transaction that the caller ends
     * @param clock with the calendars that count now
     */
    public DeadlineRecount(Connection connection, LegalClock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** @return how many tasks have another deadline, or one that is no longer or newly provisional. */
    public int run() throws SQLException {
        List<Deadline> deadlines = deadlines();
        if (deadlines.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setArray(1, texts(deadlines.stream().map(d -> d.rule().id())));
            statement.setArray(2, texts(deadlines.stream().map(d -> d.startedOn())));
            statement.setArray(3, texts(deadlines.stream().map(d -> d.dueOn())));
            statement.setArray(4, texts(deadlines.stream().map(d -> d.rule().citation())));
            statement.setArray(5, texts(deadlines.stream().map(d -> d.provisional())));
            int moved = statement.executeUpdate();
            moveTimers(deadlines);
            return moved;
        }
    }

    private void moveTimers(List<Deadline> deadlines) throws SQLException {
        List<Deadline> reminded = deadlines.stream()
                .filter(d -> clock.ruleOn(LegalTerms.reminderOf(d.rule().id()), d.startedOn())
                        .isPresent())
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(MOVE_TIMERS)) {
            statement.setArray(1, texts(reminded.stream().map(d -> d.rule().id())));
            statement.setArray(2, texts(reminded.stream().map(d -> d.startedOn())));
            statement.setArray(3, texts(reminded.stream().map(d -> engineTime(clock.reminderOf(d)))));
            statement.setArray(4, texts(reminded.stream().map(d -> engineTime(clock.escalationOf(d)))));
            statement.executeUpdate();
        }
    }

    /** The engine writes the server's local time. */
    private static LocalDateTime engineTime(LocalDate day) {
        return LocalDateTime.ofInstant(CivilTime.startOf(day), ZoneId.systemDefault());
    }

    private List<Deadline> deadlines() throws SQLException {
        List<Deadline> deadlines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TERMS)) {
            while (row.next()) {
                LocalDate began = row.getObject(2, LocalDate.class);
                // a term that this version does not know any more keeps the date it had
                clock.ruleOn(row.getString(1), began).ifPresent(rule -> deadlines.add(clock.deadline(rule, began)));
            }
        }
        return deadlines;
    }

    private Array texts(Stream<?> values) throws SQLException {
        return connection.createArrayOf("text", values.map(Object::toString).toArray());
    }
}

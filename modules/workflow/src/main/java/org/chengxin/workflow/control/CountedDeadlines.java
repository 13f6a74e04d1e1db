package org.chengxin.workflow.control;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.chengxin.kernel.time.LegalClock;
import org.chengxin.kernel.time.WorkingCalendar;
import org.chengxin.organisation.boundary.OfficialClock;

/** Keeps the deadlines of open tasks true to the calendars: a date that was provisional becomes final, or moves. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CountedDeadlines {

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    /**
     * Counts all open tasks again, by the calendars as they stand now: the application's clock keeps them for a while.
     *
     * @return how many of them have another deadline now
     */
    public int recount() {
        try (Connection connection = registry.getConnection()) {
            return new DeadlineRecount(
                            connection, LegalClock.shipped(new WorkingCalendar(OfficialClock.read(connection))))
                    .run();
        } catch (SQLException e) {
            throw new IllegalStateException("the deadlines could not be counted again", e);
        }
    }
}

package org.chengxin.organisation.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.LegalClock;
import org.chengxin.kernel.time.WorkingCalendar;
import org.chengxin.kernel.time.YearCalendar;
import org.chengxin.organisation.control.NoticeJson;

/**
 * The legal clock with the calendars that administrators keep. What one server is told the others know within ten
 * seconds; what they counted in between is put right by the check that follows every change and every hour.
 */
@ApplicationScoped
public class OfficialClock {

    private static final Duration FRESH_FOR = Duration.ofSeconds(10);

    private record Reading(LegalClock clock, Instant at) {}

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    private volatile Reading last;

    /**
     * The legal clock of today.
     *
     * @throws IllegalStateException if the database does not answer
     */
    public LegalClock legal() {
        Reading reading = last;
        Instant now = clock.instant();
        if (reading == null || reading.at().plus(FRESH_FOR).isBefore(now)) {
            try (Connection connection = registry.getConnection()) {
                reading = new Reading(LegalClock.shipped(new WorkingCalendar(read(connection))), now);
            } catch (SQLException e) {
                throw new IllegalStateException("the calendars could not be read", e);
            }
            last = reading;
        }
        return reading.clock();
    }

    /** Its calendar. */
    public WorkingCalendar calendar() {
        return legal().calendar();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) CalendarChanged change) {
        last = null;
    }

    /** The calendars that the database has. */
    public static List<YearCalendar> read(Connection connection) throws SQLException {
        List<YearCalendar> years = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT year, source, holidays::text, make_up_days::text FROM calendar_year")) {
            while (row.next()) {
                years.add(NoticeJson.notice(row.getInt(1), row.getString(2), row.getString(3), row.getString(4))
                        .calendar());
            }
        }
        return years;
    }
}

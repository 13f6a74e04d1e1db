package org.chengxin.publication.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.publication.control.CertificateWriting;

/** Figures about what is public, for monitoring. */
@ApplicationScoped
public class PublicFigures {

    /** What ended longer ago was certified more than once. */
    private static final int DAYS = 2;

    @Inject
    ApplicationClock clock;

    /**
     * How many records whose last visible day was one of the last two days the portal's query still shows; must be 0.
     *
     * @param connection of the application's role; it stays open
     */
    public long shownPastTheirDay(Connection connection) throws SQLException {
        LocalDate today = clock.today();
        return new CertificateWriting(connection).shownPastTheirDay(today.minusDays(DAYS), today.minusDays(1), today);
    }
}

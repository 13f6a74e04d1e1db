package org.chengxin.workflow.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.notification.boundary.MailFigures;
import org.chengxin.notification.boundary.MailStatus;
import org.chengxin.publication.boundary.PublicFigures;
import org.chengxin.workflow.control.FigureReading;

/**
 * How the system is doing, in figures: lots, records, tasks, jobs, and whether anything is public past its day. However
 * often it is asked, the database is asked at most every fifteen seconds.
 */
@ApplicationScoped
public class SystemFigures {

    private static final Duration FRESH_FOR = Duration.ofSeconds(15);

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    PublicFigures published;

    @Inject
    ApplicationClock clock;

    private List<Figure> last = List.of();
    private Instant lastAt = Instant.MIN;

    /**
     * The figures, at most fifteen seconds old.
     *
     * @throws IllegalStateException if the database does not answer
     */
    public synchronized List<Figure> read() {
        Instant now = clock.instant();
        if (lastAt.plus(FRESH_FOR).isBefore(now) || lastAt.equals(Instant.MIN)) {
            last = ask();
            lastAt = now;
        }
        return last;
    }

    private List<Figure> ask() {
        List<Figure> figures = new ArrayList<>();
        try (Connection connection = registry.getConnection()) {
            figures.addAll(new FigureReading(connection, clock).read());
            MailStatus mails = MailFigures.read(connection);
            figures.add(Figure.of("chengxin_mails_waiting", mails.waiting()));
            figures.add(Figure.of("chengxin_mails_failed", mails.failed()));
            figures.add(Figure.of("chengxin_records_public_past_day", published.shownPastTheirDay(connection)));
        } catch (SQLException e) {
            throw new IllegalStateException("the figures could not be read", e);
        }
        return figures;
    }
}

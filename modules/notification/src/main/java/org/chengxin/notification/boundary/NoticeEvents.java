package org.chengxin.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.notification.control.EventWriting;

/** Where other modules say what happened, in the transaction in which it does: what is rolled back tells nobody. */
@ApplicationScoped
public class NoticeEvents {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    /** Something happened. */
    public void happened(NoticeEvent event) {
        happened(List.of(event));
    }

    /** Things happened; one statement however many, and those that were told before are passed over. */
    public void happened(List<NoticeEvent> events) {
        try {
            write(em.unwrap(Connection.class), clock.instant(), events);
        } catch (SQLException e) {
            throw new IllegalStateException("an event could not be noted", e);
        }
    }

    /**
     * The same for who works on a connection of the application's role, inside a transaction.
     *
     * @return how many of them were not told before
     */
    public static long write(Connection connection, Instant now, List<NoticeEvent> events) throws SQLException {
        return new EventWriting(connection, now).write(events);
    }
}

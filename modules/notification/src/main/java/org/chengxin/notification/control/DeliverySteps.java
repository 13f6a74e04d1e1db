package org.chengxin.notification.control;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.chengxin.kernel.time.ApplicationClock;

/** The steps of delivery that change something, each a transaction of its own; mail is sent between them. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliverySteps {

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    /** Makes notices of the next events; how many events. */
    public int spread(boolean mailOn) {
        return done((connection, now) -> new NoticeSpreading(connection, now).next(mailOn));
    }

    /**
     * Makes mails of what waits for one, and leaves to people what a server that ended was sending.
     *
     * @param digestOn the working day whose digests are due; null before their hour and on days off
     */
    public int collect(LocalDate digestOn) {
        return done((connection, now) -> {
            MailCollecting collecting = new MailCollecting(connection, now);
            int notices = collecting.atOnce();
            if (digestOn != null) {
                notices += collecting.digest(digestOn);
            }
            new MailOutbox(connection, now).giveUpLost();
            return notices;
        });
    }

    /** Takes the next mail. */
    public Optional<Mail> take() {
        return done((connection, now) -> new MailOutbox(connection, now).take());
    }

    /** A mail was handed over. */
    public void sent(Mail mail) {
        done((connection, now) -> {
            new MailOutbox(connection, now).sent(mail);
            return null;
        });
    }

    /** A mail has nothing in it any more. */
    public void dropped(Mail mail) {
        done((connection, now) -> {
            new MailOutbox(connection, now).dropped(mail);
            return null;
        });
    }

    /** A mail was not handed over, and is tried again. */
    public void refused(Mail mail, String cause) {
        done((connection, now) -> {
            new MailOutbox(connection, now).refused(mail, cause);
            return null;
        });
    }

    /** A mail is left to people. */
    public void failed(Mail mail, String cause) {
        done((connection, now) -> {
            new MailOutbox(connection, now).failed(mail, cause);
            return null;
        });
    }

    /** Removes some of what is older; whether there may be more. */
    public boolean removeBefore(Instant moment) {
        return done((connection, now) -> new NoticeRetention(connection).removeBefore(moment));
    }

    private interface Work<T> {
        T on(Connection connection, Instant now) throws SQLException;
    }

    private <T> T done(Work<T> work) {
        try (Connection connection = registry.getConnection()) {
            return work.on(connection, clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("notices could not be delivered", e);
        }
    }
}

package org.chengxin.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.notification.control.FailedMails;
import org.chengxin.notification.control.MailSettings;

/** Whether mail leaves the house, for the administrator. */
@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class MailDesk {

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    ApplicationClock clock;

    @Inject
    MailSettings settings;

    /** How it stands, with the latest mails that were not sent. */
    public MailStatus status() {
        try (Connection connection = registry.getConnection()) {
            return new FailedMails(connection).status(settings.isOn() ? settings.host() : null);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * A mail that was not sent is tried again. It may arrive twice if nobody knew what became of it.
     *
     * @throws BusinessRefusal NOT_FOUND MAIL_UNKNOWN where it is none that failed
     */
    public void retry(long id) {
        try (Connection connection = registry.getConnection()) {
            if (new FailedMails(connection).retry(id, clock.instant()) == 0) {
                throw BusinessRefusal.notFound("MAIL_UNKNOWN", id);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** All of them are tried again; how many. */
    public int retryAll() {
        try (Connection connection = registry.getConnection()) {
            return new FailedMails(connection).retry(null, clock.instant());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the mails could not be read", e);
    }
}

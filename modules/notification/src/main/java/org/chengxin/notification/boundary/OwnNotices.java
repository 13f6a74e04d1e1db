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
import org.chengxin.notification.control.MailSettings;
import org.chengxin.notification.control.OwnNoticeTable;
import org.chengxin.organisation.boundary.CurrentActor;

/** Everybody's own notices, and nobody else's. */
@Stateless
@RolesAllowed({
    Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.SUPERVISOR, Role.Names.SECRECY_OFFICER,
    Role.Names.SECRECY_AUTHORITY, Role.Names.COMPETENT_AUTHORITY, Role.Names.CENTRE, Role.Names.WINDOW,
    Role.Names.AUDITOR, Role.Names.ADMIN, Role.Names.CATALOGUE_EDITOR, Role.Names.DEPARTMENT_USER
})
public class OwnNotices {

    /** Where counting of new ones ends; nobody reads a larger number. */
    public static final int MOST_COUNTED = 100;

    @Resource(lookup = "jdbc/chengxin")
    DataSource registry;

    @Inject
    CurrentActor currentActor;

    @Inject
    ApplicationClock clock;

    @Inject
    MailSettings mail;

    /** How many are new, up to {@value #MOST_COUNTED}. */
    public int unread() {
        return asked(table -> table.unread(MOST_COUNTED));
    }

    /**
     * A page, latest first.
     *
     * @param after where it begins; null for the beginning
     * @throws BusinessRefusal INVALID CURSOR_INVALID
     */
    public NoticePage list(String after, int limit) {
        return asked(table -> table.page(after, limit));
    }

    /**
     * One has been read.
     *
     * @return the page that it leads to; null where its reader may no longer see that
     * @throws BusinessRefusal NOT_FOUND NOTICE_UNKNOWN, also for those of others
     */
    public String read(long id) {
        return asked(table -> table.read(id, clock.instant()))
                .orElseThrow(() -> BusinessRefusal.notFound("NOTICE_UNKNOWN", id))
                .link();
    }

    /** All that are there have been read; how many were new. */
    public int readAll() {
        return asked(table -> table.readAll(clock.instant()));
    }

    /** What the caller wants by e-mail. */
    public MailPreference preference() {
        return asked(table -> table.preference(mail.isOn()));
    }

    /**
     * Says what the caller wants by e-mail from now on.
     *
     * @param language {@code zh} or {@code en}
     * @throws BusinessRefusal INVALID PARAMETER_INVALID with the member
     */
    public void prefer(MailChoice choice, String language) {
        if (choice == null) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", "mail", "");
        }
        if (!"zh".equals(language) && !"en".equals(language)) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", "language", String.valueOf(language));
        }
        asked(table -> table.prefer(choice, language));
    }

    private interface Question<T> {
        T ask(OwnNoticeTable table) throws SQLException;
    }

    private <T> T asked(Question<T> question) {
        try (Connection connection = registry.getConnection()) {
            return question.ask(new OwnNoticeTable(connection, currentActor.get()));
        } catch (SQLException e) {
            throw new IllegalStateException("the notices could not be read", e);
        }
    }
}

package org.chengxin.notification.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Notices say who was told what, and are personal data: they go after a time. The trail of events stays. */
public final class NoticeRetention {

    private static final int CHUNK = 2_000;

    private static final String OLD_EVENTS = "DELETE FROM notice_event WHERE id IN (SELECT id FROM notice_event"
            + " WHERE occurred_at < ? ORDER BY occurred_at LIMIT ? FOR UPDATE SKIP LOCKED)";
    /** A mail goes after the last of its notices: without it they would be taken for unsent. */
    private static final String OLD_MAILS = "DELETE FROM notice_mail m WHERE m.id IN (SELECT o.id FROM notice_mail o"
            + " WHERE o.created_at < ? AND o.state NOT IN ('WAITING', 'SENDING')"
            + " AND NOT EXISTS (SELECT FROM notice n WHERE n.mail_id = o.id) LIMIT ?)";

    private final Connection connection;

    /**
     * @param connection of the application's role, in a transaction that the caller ends
     */
    public NoticeRetention(Connection connection) {
        this.connection = connection;
    }

    /**
     * Removes some of what happened before a moment, with its notices and mails.
     *
     * @return whether there may be more
     */
    public boolean removeBefore(Instant moment) throws SQLException {
        int events = remove(OLD_EVENTS, moment);
        int mails = remove(OLD_MAILS, moment);
        return events == CHUNK || mails == CHUNK;
    }

    private int remove(String sql, Instant moment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
            statement.setInt(2, CHUNK);
            return statement.executeUpdate();
        }
    }
}

package org.chengxin.notification.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.notification.boundary.MailStatus;

/** Mails that were not sent, and their second chance. */
public final class FailedMails {

    private static final int SHOWN = 25;

    private static final String COUNTS = "SELECT (SELECT count(*) FROM registry.notice_mail WHERE state = 'WAITING'),"
            + " (SELECT count(*) FROM registry.notice_mail WHERE state = 'FAILED')";

    private final Connection connection;

    /**
     * @param connection of the application's role
     */
    public FailedMails(Connection connection) {
        this.connection = connection;
    }

    /** How many there are, without naming any. */
    public MailStatus figures() throws SQLException {
        return counted(null, List.of());
    }

    /**
     * How mail stands.
     *
     * @param host null where mail is off
     */
    public MailStatus status(String host) throws SQLException {
        List<MailStatus.Failed> latest = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT m.id, u.username, m.ended_at,"
                + " m.attempts, m.cause FROM registry.notice_mail m JOIN registry.app_user u ON u.id = m.user_id"
                + " WHERE m.state = 'FAILED' ORDER BY m.id DESC LIMIT ?")) {
            statement.setInt(1, SHOWN);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    latest.add(new MailStatus.Failed(
                            row.getLong(1),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class),
                            row.getInt(4),
                            row.getString(5)));
                }
            }
        }
        return counted(host, latest);
    }

    private MailStatus counted(String host, List<MailStatus.Failed> latest) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNTS)) {
            row.next();
            return new MailStatus(host, row.getLong(1), row.getLong(2), latest);
        }
    }

    /**
     * Failed mails are tried again from the beginning.
     *
     * @param id null for all of them
     * @return how many
     */
    public int retry(Long id, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE registry.notice_mail SET"
                + " state = 'WAITING', attempts = 0, next_at = ?, ended_at = NULL WHERE state = 'FAILED'"
                + (id == null ? "" : " AND id = ?"))) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            if (id != null) {
                statement.setLong(2, id);
            }
            return statement.executeUpdate();
        }
    }
}

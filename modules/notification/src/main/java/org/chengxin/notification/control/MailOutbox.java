package org.chengxin.notification.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengxin.notification.boundary.NoticeKind;

/**
 * Mails on their way. A mail is taken by one sender and noted as being sent before a server for mail hears of it, so that
 * none is sent twice: what was in the hands of a server that ended is left to people.
 */
public final class MailOutbox {

    /** Waits between attempts; after the last one people have to look. */
    static final List<Duration> BACK_OFF = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));

    /** Longer than any conversation with a server for mail lasts. */
    static final Duration LOST_AFTER = Duration.ofMinutes(10);

    private static final String TAKE = "UPDATE notice_mail SET state = 'SENDING', attempts = attempts + 1, taken_at = ?"
            + " WHERE id = (SELECT id FROM notice_mail WHERE state = 'WAITING' AND next_at <= ?"
            + " ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)"
            + " RETURNING id, user_id, digest_on IS NOT NULL, attempts, created_at";

    /** Only what its recipient may still know of, and only while mail is wanted. */
    private static final String LINES =
            "SELECT u.email, coalesce(c.language, 'zh'), e.kind, e.details::text, e.page, e.page_key,"
                    + " count(*) OVER () FROM notice n JOIN notice_event e ON e.id = n.event_id"
                    + " JOIN app_user u ON u.id = n.user_id LEFT JOIN notice_choice c ON c.user_id = u.id"
                    + " WHERE n.mail_id = ? AND u.enabled AND u.email IS NOT NULL"
                    + " AND coalesce(c.mail, 'AT_ONCE') <> 'NONE' AND u.organisation_id = e.organisation_id"
                    + " AND (cardinality(e.roles) = 0 OR EXISTS (SELECT FROM user_role r WHERE r.user_id = u.id"
                    + " AND r.role = ANY (e.roles))) ORDER BY n.id LIMIT ?";

    private static final String END =
            "UPDATE notice_mail SET state = ?, next_at = ?, ended_at = ?, cause = ? WHERE id = ? AND state = 'SENDING'";

    private final Connection connection;
    private final Instant now;

    /**
     * @param connection of the application's role, in a transaction that the caller ends
     */
    public MailOutbox(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Takes the next mail that is due; empty where there is none. The transaction ends before the mail is sent. */
    public Optional<Mail> take() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            Object moment = now.atOffset(ZoneOffset.UTC);
            statement.setObject(1, moment);
            statement.setObject(2, moment);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(lines(
                        row.getLong(1),
                        row.getBoolean(3),
                        row.getInt(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()));
            }
        }
    }

    private Mail lines(long id, boolean digest, int attempts, Instant createdAt) throws SQLException {
        String address = null;
        String language = "zh";
        int total = 0;
        List<Mail.Line> lines = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LINES)) {
            statement.setLong(1, id);
            statement.setInt(2, Mail.MOST_LINES);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    address = row.getString(1);
                    language = row.getString(2);
                    lines.add(new Mail.Line(
                            NoticeKind.valueOf(row.getString(3)),
                            NoticeDetails.read(row.getString(4)),
                            NoticeDetails.link(row.getString(5), row.getString(6))));
                    total = row.getInt(7);
                }
            }
        }
        return new Mail(id, address, Locale.forLanguageTag(language), digest, attempts, createdAt, lines, total);
    }

    /** It was handed over. */
    public void sent(Mail mail) throws SQLException {
        end(mail.id(), "SENT", now, null);
    }

    /** There is nothing left in it for its recipient. */
    public void dropped(Mail mail) throws SQLException {
        end(mail.id(), "DROPPED", now, null);
    }

    /** It was certainly not handed over: it is tried again later, until there were attempts enough. */
    public void refused(Mail mail, String cause) throws SQLException {
        if (mail.attempts() > BACK_OFF.size()) {
            failed(mail, cause);
        } else {
            end(mail.id(), "WAITING", now.plus(BACK_OFF.get(mail.attempts() - 1)), cause);
        }
    }

    /** It will not be taken, or nobody knows whether it was: people decide. */
    public void failed(Mail mail, String cause) throws SQLException {
        end(mail.id(), "FAILED", now, cause);
    }

    private void end(long id, String state, Instant next, String cause) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END)) {
            statement.setString(1, state);
            statement.setObject(2, next.atOffset(ZoneOffset.UTC));
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setString(4, cause);
            statement.setLong(5, id);
            statement.executeUpdate();
        }
    }

    /** Mails whose server ended while it sent them are left to people; how many. */
    public int giveUpLost() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE notice_mail SET state = 'FAILED',"
                + " ended_at = ?, cause = ? WHERE state = 'SENDING' AND taken_at < ?")) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setString(2, MailCause.INTERRUPTED);
            statement.setObject(3, now.minus(LOST_AFTER).atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        }
    }
}

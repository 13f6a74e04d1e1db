package org.chengxin.notification.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Puts notices that are to go by mail into mails, one for each recipient with many lines; each notice into one. */
public final class MailCollecting {

    /** Who gets a mail at once gets the next not sooner than this, with all that has come in between. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    /** People a transaction; what waits for one of them goes together, so that no digest is cut. */
    static final int CHUNK = 500;

    private static final String COLLECT = """
            WITH due AS MATERIALIZED (
              SELECT n.user_id FROM notice n
               WHERE n.mail_id IS NULL AND n.mail_choice = ? AND %s
               GROUP BY n.user_id ORDER BY min(n.id) LIMIT ?
            ), free AS MATERIALIZED (
              SELECT n.id, n.user_id FROM notice n JOIN due ON due.user_id = n.user_id
               WHERE n.mail_id IS NULL AND n.mail_choice = ?
               ORDER BY n.id FOR UPDATE OF n SKIP LOCKED
            ), mails AS (
              INSERT INTO notice_mail (user_id, digest_on, state, next_at, created_at)
              SELECT DISTINCT user_id, ?::date, 'WAITING', ?::timestamptz, ?::timestamptz FROM free ORDER BY user_id
              ON CONFLICT (user_id, digest_on) DO NOTHING
              RETURNING id, user_id
            )
            UPDATE notice n SET mail_id = m.id FROM free f JOIN mails m ON m.user_id = f.user_id WHERE n.id = f.id
            """;
    private static final String RESTED =
            "NOT EXISTS (SELECT FROM notice_mail m WHERE m.user_id = n.user_id AND m.digest_on IS NULL AND m.created_at > ?)";
    private static final String NOT_TODAY =
            "NOT EXISTS (SELECT FROM notice_mail m WHERE m.user_id = n.user_id AND m.digest_on = ?)";

    private final Connection connection;
    private final Instant now;

    /**
     * @param connection of the application's role, in a transaction that the caller ends
     */
    public MailCollecting(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Mails for those who want them at once; how many notices are in them. */
    public int atOnce() throws SQLException {
        return collect("AT_ONCE", RESTED, now.minus(PAUSE).atOffset(ZoneOffset.UTC), null);
    }

    /**
     * The digests of a working day, one for each person; how many notices are in them.
     *
     * @param day today
     */
    public int digest(LocalDate day) throws SQLException {
        return collect("DIGEST", NOT_TODAY, day, day);
    }

    private int collect(String choice, String condition, Object against, LocalDate digestOn) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLLECT.formatted(condition))) {
            Object moment = now.atOffset(ZoneOffset.UTC);
            statement.setString(1, choice);
            statement.setObject(2, against);
            statement.setInt(3, CHUNK);
            statement.setString(4, choice);
            statement.setObject(5, digestOn, java.sql.Types.DATE);
            statement.setObject(6, moment);
            statement.setObject(7, moment);
            return statement.executeUpdate();
        }
    }
}

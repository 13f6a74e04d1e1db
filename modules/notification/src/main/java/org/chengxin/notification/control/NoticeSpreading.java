package org.chengxin.notification.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Makes notices of what happened: one for each event and recipient, in one statement for many events. Several servers do
 * it at once; each event is in the hands of one, and the unique key stands behind it.
 */
public final class NoticeSpreading {

    /** Events a transaction. */
    public static final int CHUNK = 500;

    private static final String SPREAD = """
            WITH fresh AS MATERIALIZED (
              SELECT id, organisation_id, roles, person FROM notice_event
               WHERE spread_at IS NULL ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED
            ), addressed AS (
              SELECT f.id, u.id AS user_id FROM fresh f
                JOIN app_user u ON u.username = f.person AND u.organisation_id = f.organisation_id AND u.enabled
               WHERE cardinality(f.roles) = 0
                  OR EXISTS (SELECT FROM user_role r WHERE r.user_id = u.id AND r.role = ANY (f.roles))
            ), reached AS (
              SELECT id, user_id FROM addressed
              UNION
              SELECT f.id, u.id FROM fresh f
                JOIN app_user u ON u.organisation_id = f.organisation_id AND u.enabled
                JOIN user_role r ON r.user_id = u.id AND r.role = ANY (f.roles)
               WHERE NOT EXISTS (SELECT FROM addressed a WHERE a.id = f.id)
            ), told AS (
              INSERT INTO notice (event_id, user_id, mail_choice)
              SELECT reached.id, u.id,
                     CASE WHEN NOT ? OR u.email IS NULL THEN 'NONE' ELSE coalesce(c.mail, 'AT_ONCE') END
                FROM reached JOIN app_user u ON u.id = reached.user_id
                LEFT JOIN notice_choice c ON c.user_id = u.id
               ORDER BY reached.id, u.id
              ON CONFLICT (event_id, user_id) DO NOTHING
            ), done AS (
              UPDATE notice_event e SET spread_at = ? FROM fresh WHERE e.id = fresh.id
            )
            SELECT count(*) FROM fresh
            """;

    private final Connection connection;
    private final Instant now;

    /**
     * @param connection of the application's role, in a transaction that the caller ends
     */
    public NoticeSpreading(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /**
     * Spreads the next events.
     *
     * @param mailOn whether mail is sent; what is spread without is never sent later
     * @return how many events
     */
    public int next(boolean mailOn) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SPREAD)) {
            statement.setInt(1, CHUNK);
            statement.setBoolean(2, mailOn);
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}

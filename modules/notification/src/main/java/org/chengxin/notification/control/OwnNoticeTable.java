package org.chengxin.notification.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Cursor;
import org.chengxin.notification.boundary.MailChoice;
import org.chengxin.notification.boundary.MailPreference;
import org.chengxin.notification.boundary.NoticeKind;
import org.chengxin.notification.boundary.NoticePage;
import org.chengxin.notification.boundary.NoticeView;

/** The notices of one person: no statement here reaches those of another. */
public final class OwnNoticeTable {

    private static final String LIST = "notices";

    private static final String SELECT = "SELECT n.id, e.kind, e.details::text, e.page, e.page_key, e.organisation_id,"
            + " e.roles, e.occurred_at, n.read_at FROM notice n JOIN notice_event e ON e.id = n.event_id"
            + " WHERE n.user_id = ? AND ";

    private final Connection connection;
    private final Actor reader;

    /**
     * @param connection of the application's role
     * @param reader a person
     */
    public OwnNoticeTable(Connection connection, Actor reader) {
        this.connection = connection;
        this.reader = reader;
    }

    /** How many are new, at most so many. */
    public int unread(int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM"
                + " (SELECT FROM notice WHERE user_id = ? AND read_at IS NULL LIMIT ?) unread")) {
            statement.setLong(1, reader.userId());
            statement.setInt(2, most);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /**
     * A page, latest first, in one statement.
     *
     * @param after where it begins; null for the beginning
     * @throws org.chengxin.kernel.BusinessRefusal INVALID CURSOR_INVALID
     */
    public NoticePage page(String after, int limit) throws SQLException {
        Cursor cursor = Cursor.read(after, LIST, 1);
        try (PreparedStatement statement =
                connection.prepareStatement(SELECT + "n.id < ? ORDER BY n.id DESC LIMIT ?")) {
            statement.setLong(1, reader.userId());
            statement.setLong(2, cursor == null ? Long.MAX_VALUE : cursor.position(0));
            statement.setInt(3, limit + 1);
            List<NoticeView> notices = views(statement);
            if (notices.size() <= limit) {
                return new NoticePage(notices, null);
            }
            List<NoticeView> shown = notices.subList(0, limit);
            return new NoticePage(shown, Cursor.write(LIST, shown.get(limit - 1).id()));
        }
    }

    /** Marks one as read, if it was not; empty where there is none of this person. */
    public Optional<NoticeView> read(long id, Instant now) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(
                "UPDATE notice SET read_at = ? WHERE user_id = ? AND id = ? AND read_at IS NULL")) {
            mark.setObject(1, now.atOffset(ZoneOffset.UTC));
            mark.setLong(2, reader.userId());
            mark.setLong(3, id);
            mark.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(SELECT + "n.id = ?")) {
            statement.setLong(1, reader.userId());
            statement.setLong(2, id);
            return views(statement).stream().findFirst();
        }
    }

    /** Marks all as read; how many were new. */
    public int readAll(Instant now) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE notice SET read_at = ? WHERE user_id = ? AND read_at IS NULL")) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setLong(2, reader.userId());
            return statement.executeUpdate();
        }
    }

    /** What this person wants by e-mail. */
    public MailPreference preference(boolean mailOn) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT c.mail, c.language, u.email"
                + " FROM app_user u LEFT JOIN notice_choice c ON c.user_id = u.id WHERE u.id = ?")) {
            statement.setLong(1, reader.userId());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                String choice = row.getString(1);
                String language = row.getString(2);
                return new MailPreference(
                        choice == null ? MailChoice.USUAL : MailChoice.valueOf(choice),
                        language == null ? "zh" : language,
                        row.getString(3),
                        mailOn);
            }
        }
    }

    /** Keeps what this person wants by e-mail. */
    public int prefer(MailChoice choice, String language) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO notice_choice (user_id, mail, language) VALUES (?, ?, ?)"
                        + " ON CONFLICT (user_id) DO UPDATE SET mail = excluded.mail, language = excluded.language")) {
            statement.setLong(1, reader.userId());
            statement.setString(2, choice.name());
            statement.setString(3, language);
            return statement.executeUpdate();
        }
    }

    private List<NoticeView> views(PreparedStatement statement) throws SQLException {
        List<NoticeView> views = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                boolean seen = maySee(row.getLong(6), (String[]) row.getArray(7).getArray());
                views.add(new NoticeView(
                        row.getLong(1),
                        NoticeKind.valueOf(row.getString(2)),
                        NoticeDetails.read(row.getString(3)),
                        seen ? NoticeDetails.link(row.getString(4), row.getString(5)) : null,
                        row.getObject(8, OffsetDateTime.class),
                        row.getObject(9, OffsetDateTime.class)));
            }
        }
        return views;
    }

    /** Who has left the organisation or the role has the notice, and no way to what it is about. */
    private boolean maySee(long organisation, String[] roles) {
        return reader.actsFor(organisation)
                && (roles.length == 0
                        || reader.roles().stream()
                                .anyMatch(role -> List.of(roles).contains(role.name())));
    }
}

package org.chengxin.notification.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.chengxin.launcher.boundary.DatabaseSetup;
import org.chengxin.launcher.boundary.EmbeddedPostgres;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;
import org.chengxin.notification.boundary.NoticeEvent;
import org.postgresql.ds.PGSimpleDataSource;

/** A real database with the real migrations and roles: two organisations and their people, told of nothing yet. */
final class NotificationDatabase implements AutoCloseable {

    static final long ENV = 7;
    static final long TAX = 8;

    private static final String NAME = "notification_test";

    private final Path home;
    private final EmbeddedPostgres postgres;
    private final DatabaseSetup setup;

    NotificationDatabase() throws IOException, SQLException {
        home = Files.createTempDirectory("chengxin-notification-test");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        postgres = EmbeddedPostgres.start(home, OptionalInt.empty());
        postgres.createDatabaseIfMissing(NAME);
        setup = new DatabaseSetup(
                postgres.jdbcUrl(NAME), EmbeddedPostgres.OWNER, postgres.ownerPassword(), postgres.secrets());
        setup.run();
    }

    /** As at the beginning, for the next test. */
    void fresh() throws SQLException {
        try (Connection superuser = postgres.superuserConnection(NAME);
                Statement sql = superuser.createStatement()) {
            sql.execute("SET search_path = registry");
            sql.execute("TRUNCATE notice, notice_mail, notice_event, notice_choice, user_role, app_user, organisation"
                    + " CASCADE");
            sql.execute("INSERT INTO organisation (id, code, name, short_name, kind, level, division_code) VALUES"
                    + " (7, 'env', '环保局', '环保', 'DEPARTMENT', 'MUNICIPAL', '320500'),"
                    + " (8, 'tax', '税务局', '税务', 'DEPARTMENT', 'MUNICIPAL', '320500')");
            sql.execute("INSERT INTO app_user (id, username, display_name, organisation_id, password_hash, email,"
                    + " enabled) VALUES (1, 'clerk', '甲', 7, '', 'clerk@env.example', true),"
                    + " (2, 'second', '乙', 7, '', 'second@env.example', true),"
                    + " (3, 'boss', '丙', 7, '', NULL, true), (4, 'gone', '丁', 7, '', 'gone@env.example', false),"
                    + " (5, 'other', '戊', 8, '', 'other@tax.example', true)");
            sql.execute("INSERT INTO user_role (user_id, role) VALUES (1, 'CLERK'), (2, 'CLERK'), (2, 'REVIEWER'),"
                    + " (3, 'SUPERVISOR'), (4, 'CLERK'), (5, 'CLERK')");
        }
    }

    /** As jdbc/chengxin. */
    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl(NAME) + "?currentSchema=registry,engine&stringtype=unspecified");
        source.setUser(DatabaseSetup.APPLICATION);
        source.setPassword(setup.applicationPassword());
        return source;
    }

    Connection connection() throws SQLException {
        return dataSource().getConnection();
    }

    void happened(Instant at, NoticeEvent... events) throws SQLException {
        try (Connection connection = connection()) {
            new EventWriting(connection, at).write(List.of(events));
        }
    }

    /** Makes notices of all that happened. */
    void spread(Instant at) throws SQLException {
        try (Connection connection = connection()) {
            new NoticeSpreading(connection, at).next(true);
        }
    }

    void run(String statement) throws SQLException {
        try (Connection connection = connection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** The rows of a query, their columns joined by a bar. */
    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        PostgresBinaries.removeTree(home);
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(home));
    }
}

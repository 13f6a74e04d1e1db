package org.chengxin.intake.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chengxin.launcher.boundary.DatabaseSetup;
import org.chengxin.launcher.boundary.EmbeddedPostgres;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real database with the real migrations and roles, one supplier and the items that its lots are for; one for each class
 * of tests. What a test does and does not commit is forgotten after it.
 */
final class IntakeDatabase implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    static final long SUPPLIER = 7;
    static final long REGISTRATION = 5;
    static final long PENALTY = 6;

    private static final String NAME = "intake_test";

    private final List<Connection> opened = new CopyOnWriteArrayList<>();

    private Path home;
    private EmbeddedPostgres postgres;
    private DatabaseSetup setup;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, SQLException {
        home = Files.createTempDirectory("chengxin-intake-test");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        postgres = EmbeddedPostgres.start(home, OptionalInt.empty());
        postgres.createDatabaseIfMissing(NAME);
        setup = new DatabaseSetup(
                postgres.jdbcUrl(NAME), EmbeddedPostgres.OWNER, postgres.ownerPassword(), postgres.secrets());
        setup.run();
        try (Connection superuser = postgres.superuserConnection(NAME);
                Statement sql = superuser.createStatement()) {
            sql.execute("SET search_path = registry");
            sql.execute("INSERT INTO organisation (id, code, name, short_name, kind, level, division_code)"
                    + " VALUES (7, 'a', '甲局', '甲局', 'DEPARTMENT', 'MUNICIPAL', '320500')");
            sql.execute("INSERT INTO catalogue_item (id, code, name, name_en) VALUES"
                    + " (5, 'REG-BASIC', '登记', 'Registration'), (6, 'PEN-ENV', '处罚', 'Penalty')");
            sql.execute("INSERT INTO catalogue_item_version (id, item_id, version, definition, effective_from)"
                    + " VALUES (5, 5, 1, '{}', '2020-01-01'), (6, 6, 1, '{}', '2020-01-01')");
        }
    }

    /** As jdbc/chengxin has it, in a transaction; it need not be closed. */
    Connection application() throws SQLException {
        Connection connection = DriverManager.getConnection(
                postgres.jdbcUrl(NAME) + "?currentSchema=registry,engine&stringtype=unspecified",
                DatabaseSetup.APPLICATION,
                setup.applicationPassword());
        connection.setAutoCommit(false);
        opened.add(connection);
        return connection;
    }

    /** The rows of a query, their columns joined by a bar. */
    static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
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
    public void afterEach(ExtensionContext context) throws SQLException {
        for (Connection connection : opened) {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        }
        opened.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        postgres.close();
        PostgresBinaries.removeTree(home);
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(home));
    }
}

package org.chengxin.subject;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.chengxin.launcher.boundary.DatabaseSetup;
import org.chengxin.launcher.boundary.EmbeddedPostgres;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;

/** A real database with the real migrations and roles, emptied of subjects between tests. */
public final class SubjectDatabase implements AutoCloseable {

    private static final String NAME = "subject_test";

    private final Path home;
    private final EmbeddedPostgres postgres;
    private final DatabaseSetup setup;

    public SubjectDatabase() throws IOException {
        home = Files.createTempDirectory("chengxin-subject-test");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        postgres = EmbeddedPostgres.start(home, OptionalInt.empty());
        postgres.createDatabaseIfMissing(NAME);
        setup = new DatabaseSetup(
                postgres.jdbcUrl(NAME), EmbeddedPostgres.OWNER, postgres.ownerPassword(), postgres.secrets());
        setup.run();
    }

    /** As jdbc/chengxin has it, in a transaction. */
    public Connection application() throws SQLException {
        Connection connection = DriverManager.getConnection(
                postgres.jdbcUrl(NAME) + "?currentSchema=registry,engine&stringtype=unspecified",
                DatabaseSetup.APPLICATION,
                setup.applicationPassword());
        connection.setAutoCommit(false);
        return connection;
    }

    public void empty() throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        postgres.jdbcUrl(NAME) + "?currentSchema=registry",
                        EmbeddedPostgres.OWNER,
                        postgres.ownerPassword());
                PreparedStatement statement = owner.prepareStatement("TRUNCATE subject CASCADE")) {
            statement.execute();
        }
    }

    /** The same connection, noting what is sent. */
    public static Connection watched(Connection connection, List<String> statements) {
        return (Connection) Proxy.newProxyInstance(
                SubjectDatabase.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The rows of a query, their columns joined by a bar. */
    public static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(String.join("|", columns.stream().map(String::valueOf).toList()));
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

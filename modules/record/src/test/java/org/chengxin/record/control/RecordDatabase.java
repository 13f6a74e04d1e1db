package org.chengxin.record.control;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengxin.launcher.boundary.DatabaseSetup;
import org.chengxin.launcher.boundary.EmbeddedPostgres;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;

/** A PostgreSQL with the real migrations and roles, filled by statements that need no lot behind them. */
final class RecordDatabase implements AutoCloseable {

    private static final String NAME = "sheet_test";

    private final Path home;
    private final EmbeddedPostgres postgres;
    private final DatabaseSetup setup;

    RecordDatabase() throws IOException {
        home = Files.createTempDirectory("chengxin-sheet-test");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        postgres = EmbeddedPostgres.start(home, OptionalInt.empty());
        postgres.createDatabaseIfMissing(NAME);
        setup = new DatabaseSetup(
                postgres.jdbcUrl(NAME), EmbeddedPostgres.OWNER, postgres.ownerPassword(), postgres.secrets());
        setup.run();
    }

    /** Runs statements without keys and checks between tables. */
    void fill(String... statements) throws SQLException {
        try (Connection superuser = postgres.superuserConnection(NAME);
                Statement sql = superuser.createStatement()) {
            sql.execute("SET search_path = registry");
            sql.execute("SET session_replication_role = replica");
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    /** A record of an organisation, about subject 1, from lot 1. */
    static String record(long id, long organisation, String state, String scope, String section, String item) {
        return "INSERT INTO credit_record (id, record_no, item_id, item_version_id, item_code, organisation_id,"
                + " submission_id, row_no, subject_id, state, section, scope, published_at, title, content_version,"
                + " content_hash, dedupe_key, entered_by, reviewed_by, created_at, scope_column, personal_subject)"
                + " VALUES (" + id + ", 'R" + id + "', 5, 6, '" + item + "', " + organisation + ", 1, 2, 1, '" + state
                + "', '" + section + "', '" + scope + "', now(), '题" + id + "', 1, 'h', 'k" + id
                + "', 'clerk', 'reviewer', now(), false, false)";
    }

    static String organisation(long id, String code, String name) {
        return "INSERT INTO organisation (id, code, name, short_name, kind, level, division_code) VALUES (" + id + ", '"
                + code + "', '" + name + "', '" + name + "', 'DEPARTMENT', 'MUNICIPAL', '320500')";
    }

    /** A connection as the application's role. */
    Connection application() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(NAME) + "?currentSchema=registry,engine&stringtype=unspecified",
                DatabaseSetup.APPLICATION,
                setup.applicationPassword());
    }

    /** The same connection, counting the statements that it is asked for. */
    static Connection counting(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                RecordDatabase.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        PostgresBinaries.removeTree(home);
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(home));
    }
}

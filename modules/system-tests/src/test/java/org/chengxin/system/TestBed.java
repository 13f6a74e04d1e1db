package org.chengxin.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.chengxin.demonstration.ReferenceData;
import org.chengxin.launcher.boundary.DatabaseSetup;
import org.chengxin.launcher.boundary.EmbeddedBackup;
import org.chengxin.launcher.boundary.EmbeddedPostgres;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.entity.Secrets;
import org.chengxin.launcher.entity.ServerSettings;

/**
 * A fresh database with the demonstration's departments, accounts and catalogue, and settings for servers on it: what
 * {@code ./run} brings up, in a folder of the build and on free ports.
 */
public final class TestBed implements AutoCloseable {

    /** The one password of all accounts. */
    public static final String PASSWORD = "only-for-tests-1";

    private static final String DATABASE = "chengxin";

    private final Path checkout;
    private final Path data;
    private EmbeddedPostgres postgres;
    private final Secrets secrets;

    private TestBed(Path checkout, Path data, EmbeddedPostgres postgres, Secrets secrets) {
        this.checkout = checkout;
        this.data = data;
        this.postgres = postgres;
        this.secrets = secrets;
    }

    /** Makes a fresh one; what an earlier run left in this folder goes. */
    public static TestBed fresh(String name) {
        Path checkout = Path.of(System.getProperty("chengxin.checkout"));
        Path data = Path.of(System.getProperty("chengxin.testbed")).resolve(name);
        delete(data);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, OptionalInt.empty());
        try {
            postgres.createDatabaseIfMissing(DATABASE);
            Secrets secrets = Secrets.in(data);
            DatabaseSetup setup = new DatabaseSetup(
                    postgres.jdbcUrl(DATABASE), EmbeddedPostgres.OWNER, postgres.ownerPassword(), secrets);
            setup.run();
            try (Connection owner = setup.ownerConnection()) {
                new ReferenceData(owner, PASSWORD).write();
            }
            return new TestBed(checkout, data, postgres, secrets);
        } catch (SQLException e) {
            postgres.close();
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** Copies this one as it is at the moment, as {@code ./run --backup} does, for {@link #restored}. */
    public void backUp(String name) {
        Path copy = data.resolveSibling(name);
        delete(copy);
        EmbeddedBackup.take(data, copy);
    }

    /** The one that was copied under this name, its database started. */
    public static TestBed restored(String name) {
        Path checkout = Path.of(System.getProperty("chengxin.checkout"));
        Path data = Path.of(System.getProperty("chengxin.testbed")).resolve(name);
        return new TestBed(checkout, data, EmbeddedPostgres.start(data, OptionalInt.empty()), Secrets.in(data));
    }

    /** Settings for a server on this database, on free ports. */
    public ServerSettings settings(String node) {
        return ServerSettings.demonstration(checkout, data, node, freePort(), freePort(), postgres.jdbcUrl(DATABASE));
    }

    /** Kills the database's server as a power cut would, and starts it again on the same port and the same files. */
    public void killAndRestartDatabase() {
        int port = postgres.port();
        postgres.kill();
        postgres = EmbeddedPostgres.start(data, OptionalInt.of(port));
    }

    /** Stops the database in order, lets something be done without it, and starts it again on the same port. */
    public void withoutDatabase(Callable<Void> meanwhile) throws Exception {
        int port = postgres.port();
        postgres.close();
        try {
            meanwhile.call();
        } finally {
            postgres = EmbeddedPostgres.start(data, OptionalInt.of(port));
        }
    }

    /** What the database's server itself wrote down. */
    public Path databaseLog() {
        return postgres.log();
    }

    public Secrets secrets() {
        return secrets;
    }

    public Path checkout() {
        return checkout;
    }

    /** A connection as one of the three roles; the caller closes it. */
    public Connection connect(String role) throws SQLException {
        String password =
                switch (role) {
                    case "chengxin_app" -> secrets.get(Secrets.APPLICATION);
                    case "chengxin_portal" -> secrets.get(Secrets.PORTAL);
                    default -> postgres.ownerPassword();
                };
        return DriverManager.getConnection(postgres.jdbcUrl(DATABASE), role, password);
    }

    /** A connection as the server's datasource gives it; the caller closes it. */
    public Connection application() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(DATABASE) + "?currentSchema=registry,engine&stringtype=unspecified",
                "chengxin_app",
                secrets.get(Secrets.APPLICATION));
    }

    /** The number that a query of the owner gives first. */
    public long number(String query) throws SQLException {
        try (Connection owner = connect("chengxin_owner");
                Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Statements of the owner, one after the other. */
    public void run(String... statements) throws SQLException {
        try (Connection owner = connect("chengxin_owner");
                Statement sql = owner.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    @Override
    public void close() {
        postgres.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            PostgresBinaries.removeTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

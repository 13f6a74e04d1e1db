package org.chengxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.chengxin.demonstration.ReferenceData;
import org.chengxin.launcher.boundary.DatabaseSetup;
import org.chengxin.launcher.boundary.EmbeddedPostgres;
import org.chengxin.launcher.boundary.LibertyServer;
import org.chengxin.launcher.entity.Secrets;
import org.chengxin.launcher.entity.ServerSettings;

/**
 * A fresh PostgreSQL and the built application on it, set up as {@code ./run} does it, on free ports and with nothing
 * in it but departments, accounts and the catalogue.
 */
final class Bed implements AutoCloseable {

    /** The one password of all accounts. */
    static final String PASSWORD = "only-for-measuring-1";

    private static final String DATABASE = "chengxin";
    private static final Duration START_WITHIN = Duration.ofMinutes(5);

    private final EmbeddedPostgres postgres;
    private final LibertyServer server;

    private Bed(EmbeddedPostgres postgres, LibertyServer server) {
        this.postgres = postgres;
        this.server = server;
    }

    /**
     * Starts both and waits until the server is ready.
     *
     * @param checkout top of the checkout, built
     * @param data folder for all data; what an earlier run left there goes
     */
    static Bed fresh(Path checkout, Path data) throws SQLException {
        return fresh(checkout, data, ServerSettings.DEFAULT_HEAP);
    }

    /**
     * The same with another heap.
     *
     * @param heap the server's largest heap, as {@code -Xmx} takes it
     */
    static Bed fresh(Path checkout, Path data, String heap) throws SQLException {
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
            ServerSettings settings = new ServerSettings(
                    checkout,
                    data,
                    "bench",
                    freePort(),
                    freePort(),
                    postgres.jdbcUrl(DATABASE),
                    "PT0S",
                    true,
                    heap,
                    Map.of());
            LibertyServer server = LibertyServer.start(settings, secrets);
            Bed bed = new Bed(postgres, server);
            try {
                server.awaitReady(START_WITHIN, seconds -> {});
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
            return bed;
        } catch (SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** @return the server's address, ending in a slash. */
    URI address() {
        return server.address();
    }

    /** @return a connection as owner that turns batches into inserts of many rows; the caller closes it. */
    Connection owner() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(DATABASE) + "?reWriteBatchedInserts=true",
                EmbeddedPostgres.OWNER,
                postgres.ownerPassword());
    }

    /** @return what the database counts; keeps its connection until the database stops. */
    DatabaseWork databaseWork() throws SQLException {
        return new DatabaseWork(postgres.superuserConnection(DATABASE));
    }

    /** Writes out what earlier work left in memory, so that nobody pays for what another did. */
    void checkpoint() throws SQLException {
        try (Connection superuser = postgres.superuserConnection(DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /** @return what the database says of itself: version and fsync, such as {@code 18.6, fsync on}. */
    String database() throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT split_part(current_setting('server_version'), ' ', 1)"
                        + " || ', fsync ' || current_setting('fsync')"
                        + " || ', synchronous_commit ' || current_setting('synchronous_commit')")) {
            row.next();
            return row.getString(1);
        }
    }

    /** @return the application server's Java. */
    ProcessHandle serverProcess() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    /** @return processor time that the application server has used so far; the database's is not in it. */
    Duration serverCpu() {
        // the launcher starts the server as a child; the database detaches itself and is none of them
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            postgres.close();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

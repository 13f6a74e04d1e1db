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
import java.util.Map;
import java.util.OptionalInt;
import org.chengxin.demonstration.ReferenceData;
import org.chengxin.launcher.boundary.DatabaseSetup;
import org.chengxin.launcher.boundary.EmbeddedPostgres;
import org.chengxin.launcher.boundary.LibertyServer;
import org.chengxin.launcher.control.PostgresBinaries;
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
        return start(checkout, data, "PT0S", heap);
    }

    /**
     * Starts on data that an earlier run has left, when it left them complete and of this kind; otherwise makes them
     * first, as {@link #prepare}.
     *
     * @param clockOffset by how much the application's clock runs ahead, ISO 8601
     */
    static Bed prepared(Path checkout, Path data, String kind, String clockOffset, Preparation preparation)
            throws SQLException {
        prepare(data, kind, preparation);
        return start(checkout, data, clockOffset, ServerSettings.DEFAULT_HEAP);
    }

    /**
     * Makes data for later runs, unless they are there.
     *
     * @param data folder for all data of this kind
     * @param kind what makes these data differ from others, such as how many there are
     * @param preparation writes the data
     */
    static void prepare(Path data, String kind, Preparation preparation) throws SQLException {
        Path marker = data.resolve("prepared");
        try {
            if (Files.exists(marker) && Files.readString(marker).equals(kind)) {
                return;
            }
            delete(data);
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, OptionalInt.empty())) {
                DatabaseSetup setup = setUp(postgres, data);
                try (Connection owner = setup.ownerConnection()) {
                    preparation.write(owner);
                }
            }
            Files.writeString(marker, kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what has to be there before anything is measured. */
    @FunctionalInterface
    interface Preparation {
        void write(Connection owner) throws SQLException, IOException;
    }

    private static DatabaseSetup setUp(EmbeddedPostgres postgres, Path data) throws SQLException {
        postgres.createDatabaseIfMissing(DATABASE);
        DatabaseSetup setup = new DatabaseSetup(
                postgres.jdbcUrl(DATABASE), EmbeddedPostgres.OWNER, postgres.ownerPassword(), Secrets.in(data));
        setup.run();
        try (Connection owner = setup.ownerConnection()) {
            new ReferenceData(owner, PASSWORD).write();
        }
        return setup;
    }

    private static Bed start(Path checkout, Path data, String clockOffset, String heap) throws SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, OptionalInt.empty());
        try {
            setUp(postgres, data);
            ServerSettings settings = new ServerSettings(
                    checkout,
                    data,
                    "bench",
                    freePort(),
                    freePort(),
                    postgres.jdbcUrl(DATABASE),
                    clockOffset,
                    true,
                    heap,
                    Map.of());
            LibertyServer server = LibertyServer.start(settings, Secrets.in(data));
            Bed bed = new Bed(postgres, server);
            try {
                server.awaitReady(START_WITHIN, seconds -> {});
                bed.checkpoint();
            } catch (SQLException | RuntimeException e) {
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

    /** @return a connection as the portal's role; the caller closes it. */
    Connection portal() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(DATABASE),
                "chengxin_portal",
                postgres.secrets().get(Secrets.PORTAL));
    }

    /** @return a connection of the database's superuser, for what no role of the application may; the caller closes it. */
    Connection superuser() throws SQLException {
        return postgres.superuserConnection(DATABASE);
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

    static void delete(Path folder) {
        try {
            PostgresBinaries.removeTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.chengxin.launcher.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import org.chengxin.launcher.control.PostgresCluster;
import org.chengxin.launcher.control.PostgresPlace;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.Secrets;
import org.chengxin.launcher.entity.Texts;

/**
 * A real PostgreSQL on the loopback address, started from the binaries on the class path, with its data kept in the
 * data directory. One instance at a time per data directory; a server that a killed launcher left behind is stopped
 * and started anew. Closing stops it in order; a process that dies without closing loses nothing, since every commit
 * is on disk.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The role that owns the project's databases and runs the migrations. */
    public static final String OWNER = "chengxin_owner";

    static final String SUPERUSER = "postgres";
    private static final int ATTEMPTS = 3;

    private final PostgresPlace place;
    private final PostgresCluster cluster;
    private final Secrets secrets;
    private final FileChannel lockFile;
    private final int port;
    private boolean closed;

    private EmbeddedPostgres(
            PostgresPlace place, PostgresCluster cluster, Secrets secrets, FileChannel lockFile, int port) {
        this.place = place;
        this.cluster = cluster;
        this.secrets = secrets;
        this.lockFile = lockFile;
        this.port = port;
    }

    /**
     * Starts the database of a data directory, making it when it does not exist, and the role {@link #OWNER} in it.
     *
     * @param dataHome the data directory; the database's files go to {@code postgres} in it, its passwords to
     *     {@code secrets.properties}
     * @param port the port on 127.0.0.1, or empty for any free one
     * @return the running server
     * @throws LaunchFailure when another process runs this directory, the port is taken, or PostgreSQL does not start
     */
    public static EmbeddedPostgres start(Path dataHome, OptionalInt port) {
        Path home = dataHome.toAbsolutePath().normalize();
        Secrets secrets = Secrets.in(home);
        try {
            Files.createDirectories(home);
            PostgresPlace place = PostgresPlace.of(home);
            FileChannel lockFile = lock(place);
            try {
                PostgresCluster cluster = PostgresCluster.in(place);
                cluster.stopLeftOver();
                cluster.initialiseIfMissing(SUPERUSER, secrets.get(Secrets.SUPERUSER));
                int chosen = startOn(cluster, port);
                EmbeddedPostgres running = new EmbeddedPostgres(place, cluster, secrets, lockFile, chosen);
                running.createOwnerIfMissing();
                return running;
            } catch (RuntimeException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /**
     * @param database name of a database
     * @return its JDBC URL, without user and password
     */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** @return password of {@link #OWNER}. */
    public String ownerPassword() {
        return secrets.get(Secrets.OWNER);
    }

    /** @return the passwords kept beside this database. */
    public Secrets secrets() {
        return secrets;
    }

    /** @return where the database's files lie, for messages and backups. */
    public Path directory() {
        return place.home();
    }

    /** @return whether the files lie outside the data directory because its account cannot get there. */
    public boolean isElsewhere() {
        return place.elsewhere();
    }

    /** @return PostgreSQL's own log. */
    public Path log() {
        return place.log();
    }

    /** @return a connection as superuser, for what no other role may do (extensions, statistics). */
    public Connection superuserConnection(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, secrets.get(Secrets.SUPERUSER));
    }

    /** Makes a database owned by {@link #OWNER}, unless it is there. */
    public void createDatabaseIfMissing(String database) {
        try (Connection connection = superuserConnection(SUPERUSER)) {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(connection, "CREATE DATABASE " + quoted(database) + " OWNER " + OWNER);
            }
        } catch (SQLException e) {
            throw new LaunchFailure(Texts.text("database.failed", jdbcUrl(database), e.getMessage()), e);
        }
    }

    /** Drops a database with everything in it, also when somebody is connected; for tests. */
    public void dropDatabase(String database) {
        try (Connection connection = superuserConnection(SUPERUSER)) {
            execute(connection, "DROP DATABASE IF EXISTS " + quoted(database) + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new LaunchFailure(Texts.text("database.failed", jdbcUrl(database), e.getMessage()), e);
        }
    }

    /** Ends the server without any farewell, as a power cut would; for tests of recovery. */
    public void kill() {
        closed = true;
        cluster.kill();
        release();
    }

    /** Stops the server: connections are ended, everything is written, the data stays. Closing twice is harmless. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            cluster.stop();
        } finally {
            release();
        }
    }

    private void release() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createOwnerIfMissing() {
        try (Connection connection = superuserConnection(SUPERUSER)) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", OWNER)) {
                execute(connection, "CREATE ROLE " + OWNER + " LOGIN CREATEROLE");
            }
            // secrets hold letters and digits only, and DDL takes no parameters
            execute(connection, "ALTER ROLE " + OWNER + " PASSWORD '" + ownerPassword() + "'");
        } catch (SQLException e) {
            cluster.stop();
            throw new LaunchFailure(Texts.text("database.failed", jdbcUrl(SUPERUSER), e.getMessage()), e);
        }
    }

    private static int startOn(PostgresCluster cluster, OptionalInt port) {
        if (port.isPresent()) {
            cluster.start(port.getAsInt());
            return port.getAsInt();
        }
        // between finding a free port and PostgreSQL taking it somebody else may be quicker
        for (int attempt = 1; ; attempt++) {
            int candidate = freePort();
            try {
                cluster.start(candidate);
                return candidate;
            } catch (LaunchFailure e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(PostgresPlace place) throws IOException {
        FileChannel channel = FileChannel.open(
                place.home().resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new LaunchFailure(Texts.text("postgres.locked", place.home()));
        }
        return channel;
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

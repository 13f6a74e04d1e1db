package org.chengxin.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.chengxin.launcher.boundary.DatabaseSetup;
import org.chengxin.launcher.boundary.EmbeddedPostgres;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;

/** A real database with the real migrations, and the connections that the server's datasources would give. */
public final class PublicationDatabase implements AutoCloseable {

    private static final String NAME = "publication_test";

    private final Path home;
    private final EmbeddedPostgres postgres;
    private final DatabaseSetup setup;

    public PublicationDatabase() throws IOException {
        home = Files.createTempDirectory("chengxin-publication-test");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        postgres = EmbeddedPostgres.start(home, OptionalInt.empty());
        postgres.createDatabaseIfMissing(NAME);
        setup = new DatabaseSetup(
                postgres.jdbcUrl(NAME), EmbeddedPostgres.OWNER, postgres.ownerPassword(), postgres.secrets());
        setup.run();
    }

    /** As jdbc/chengxin has it. */
    public Connection application() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(NAME) + "?currentSchema=registry,engine&stringtype=unspecified",
                DatabaseSetup.APPLICATION,
                setup.applicationPassword());
    }

    /** Above all rules of the database, for what a test needs to find there. */
    public Connection superuser() throws SQLException {
        Connection connection = postgres.superuserConnection(NAME);
        connection.createStatement().execute("SET session_replication_role = replica");
        return connection;
    }

    /** As the launcher has it. */
    public Connection owner() throws SQLException {
        return setup.ownerConnection();
    }

    /** As jdbc/portal has it. */
    public Connection portal() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(NAME) + "?currentSchema=publication&readOnly=true",
                DatabaseSetup.PORTAL,
                setup.portalPassword());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        PostgresBinaries.removeTree(home);
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(home));
    }
}

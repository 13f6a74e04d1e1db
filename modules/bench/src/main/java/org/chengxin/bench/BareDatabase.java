package org.chengxin.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import org.chengxin.launcher.boundary.EmbeddedPostgres;

/** The same PostgreSQL with the same settings as under the application, empty, for what runs without the application. */
final class BareDatabase implements AutoCloseable {

    private static final String NAME = "engine";

    private final EmbeddedPostgres postgres;

    private BareDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * @param data folder for its files; what an earlier run left there goes
     */
    static BareDatabase fresh(Path data) {
        Bed.delete(data);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, OptionalInt.empty());
        postgres.createDatabaseIfMissing(NAME);
        return new BareDatabase(postgres);
    }

    /** @return its JDBC address. */
    String url() {
        return postgres.jdbcUrl(NAME) + "?reWriteBatchedInserts=true";
    }

    String user() {
        return EmbeddedPostgres.OWNER;
    }

    String password() {
        return postgres.ownerPassword();
    }

    /** @return what the database counts; keeps its connection until the database stops. */
    DatabaseWork work() throws SQLException {
        return new DatabaseWork(superuser());
    }

    /** @return a connection of the superuser; the caller closes it. */
    Connection superuser() throws SQLException {
        return postgres.superuserConnection(NAME);
    }

    /** Runs one statement with all rights. */
    void execute(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}

package org.chengxin.launcher.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;
import org.chengxin.launcher.entity.LaunchFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

    private Path dataHome;

    @BeforeEach
    void makeDirectoryThatEveryAccountReaches() throws IOException {
        dataHome = Files.createTempDirectory("chengxin postgres test");
        Files.setPosixFilePermissions(dataHome, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void remove() throws IOException {
        PostgresBinaries.removeTree(dataHome);
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(dataHome));
    }

    @Test
    void keepsItsDataOverARestart() throws SQLException {
        int port;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataHome, OptionalInt.empty())) {
            port = postgres.port();
            postgres.createDatabaseIfMissing("city");
            postgres.createDatabaseIfMissing("city");
            write(postgres);
            assertThat(postgres.isElsewhere()).isFalse();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataHome, OptionalInt.of(port))) {
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(read(postgres)).isEqualTo("苏州");
        }
    }

    @Test
    void startsAgainAfterItWasKilledAndItsProcessIdBelongsToSomebodyElse() throws SQLException, IOException {
        EmbeddedPostgres killed = EmbeddedPostgres.start(dataHome, OptionalInt.empty());
        killed.createDatabaseIfMissing("city");
        write(killed);
        killed.kill();
        Path pidFile = killed.directory().resolve("data/postmaster.pid");
        assertThat(pidFile).exists();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataHome, OptionalInt.empty())) {
            assertThat(read(postgres)).isEqualTo("苏州");
            postgres.kill();
        }
        String stale = Files.readString(pidFile);
        String ours = Long.toString(ProcessHandle.current().pid());
        Files.writeString(pidFile, ours + stale.substring(stale.indexOf('\n')));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataHome, OptionalInt.empty())) {
            assertThat(read(postgres)).isEqualTo("苏州");
        }
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void refusesASecondServerOnTheSameDirectory() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataHome, OptionalInt.empty())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(dataHome, OptionalInt.empty()))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining(postgres.directory().toString());
        }
    }

    @Test
    void listensOnTheLoopbackAddressWithPasswordsOnly() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataHome, OptionalInt.empty())) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            try (Connection connection = postgres.superuserConnection("postgres")) {
                assertThat(one(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
                assertThat(one(connection, "SHOW server_encoding")).isEqualTo("UTF8");
                assertThat(one(connection, "SHOW fsync")).isEqualTo("on");
            }
        }
    }

    @Test
    void itsLogTellsNothingOfWhatWasRefused() throws SQLException, IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataHome, OptionalInt.empty())) {
            postgres.createDatabaseIfMissing("city");
            try (Connection connection = asOwner(postgres);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE person (id text PRIMARY KEY, age integer CHECK (age < 200))");
                statement.execute("INSERT INTO person VALUES ('CANARY', 20)");
                for (String refused : new String[] {
                    "INSERT INTO person VALUES ('CANARY', 30)",
                    "INSERT INTO person VALUES ('CANARY2', 300)",
                    "SELECT 'CANARY'::integer",
                    "SELECT 'CANARY"
                }) {
                    assertThatThrownBy(() -> statement.execute(refused)).isInstanceOf(SQLException.class);
                }
            }
            assertThat(postgres.log())
                    .content()
                    .contains("database system is ready")
                    .doesNotContain("CANARY");
        }
    }

    private static void write(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = asOwner(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE division(name text)");
            statement.execute("INSERT INTO division VALUES ('苏州')");
        }
    }

    private static String read(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = asOwner(postgres)) {
            return one(connection, "SELECT name FROM division");
        }
    }

    private static Connection asOwner(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("city"), EmbeddedPostgres.OWNER, postgres.ownerPassword());
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseSetupTest {

    private static Path dataHome;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException {
        dataHome = Files.createTempDirectory("chengxin-setup-test");
        Files.setPosixFilePermissions(dataHome, PosixFilePermissions.fromString("rwx--x--x"));
        postgres = EmbeddedPostgres.start(dataHome, OptionalInt.empty());
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
        PostgresBinaries.removeTree(dataHome);
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(dataHome));
    }

    @BeforeEach
    void emptyDatabase() {
        postgres.dropDatabase("chengxin");
        postgres.createDatabaseIfMissing("chengxin");
    }

    @Test
    void secondTimeChangesNothing() throws SQLException {
        assertThat(setup().run()).isPositive();
        assertThat(setup().run()).isZero();
        try (Connection connection = setup().ownerConnection()) {
            assertThat(count(connection, "SELECT count(*) FROM registry.flyway_schema_history WHERE NOT success"))
                    .isZero();
        }
    }

    @Test
    void passwordsOfTheRolesAreThoseOfTheSecretsFile() throws SQLException {
        setup().run();
        try (Connection connection = postgres.superuserConnection("chengxin");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + DatabaseSetup.PORTAL + " PASSWORD 'changed by hand'");
        }
        setup().run();
        try (Connection connection = DriverManager.getConnection(
                postgres.jdbcUrl("chengxin"), DatabaseSetup.PORTAL, setup().portalPassword())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void rolesOwnNothingAndAdministerNothing() throws SQLException {
        setup().run();
        try (Connection connection = setup().ownerConnection()) {
            assertThat(count(
                            connection,
                            "SELECT count(*) FROM pg_roles WHERE rolname IN ('chengxin_app','chengxin_portal')"
                                    + " AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls)"))
                    .isZero();
            assertThat(count(
                            connection,
                            "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner"
                                    + " WHERE r.rolname IN ('chengxin_app','chengxin_portal')"))
                    .isZero();
        }
    }

    @Test
    void saysWhatToDoWhenTheOwnerMayNotCreateRoles() throws SQLException {
        try (Connection connection = postgres.superuserConnection("chengxin");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS weak");
            statement.execute("CREATE ROLE weak LOGIN PASSWORD 'weak'");
        }
        assertThatThrownBy(
                        () -> new DatabaseSetup(postgres.jdbcUrl("chengxin"), "weak", "weak", postgres.secrets()).run())
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("CREATEROLE");
    }

    private static DatabaseSetup setup() {
        return new DatabaseSetup(
                postgres.jdbcUrl("chengxin"), EmbeddedPostgres.OWNER, postgres.ownerPassword(), postgres.secrets());
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}

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
import java.util.Optional;
import java.util.OptionalInt;
import org.chengxin.demonstration.PasswordHash;
import org.chengxin.demonstration.ReferenceData;
import org.chengxin.launcher.control.FirstAdministrator;
import org.chengxin.launcher.control.InstallationKind;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;
import org.chengxin.launcher.entity.LaunchFailure;
import org.chengxin.launcher.entity.Secrets;
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

    @Test
    void refusesTheRolesOfAnotherInstallationAndLeavesTheirPasswords() throws SQLException {
        setup().run();
        postgres.dropDatabase("second");
        postgres.createDatabaseIfMissing("second");
        DatabaseSetup second = new DatabaseSetup(
                postgres.jdbcUrl("second"),
                EmbeddedPostgres.OWNER,
                postgres.ownerPassword(),
                Secrets.in(dataHome.resolve("second")));

        assertThatThrownBy(second::run).isInstanceOf(LaunchFailure.class).hasMessageContaining("chengxin");
        try (Connection connection = DriverManager.getConnection(
                postgres.jdbcUrl("chengxin"), DatabaseSetup.PORTAL, setup().portalPassword())) {
            assertThat(connection.isValid(1)).isTrue();
        }

        postgres.dropDatabase("chengxin");
        assertThat(second.run()).isPositive();
        postgres.dropDatabase("second");
    }

    @Test
    void aDatabaseStaysWhatItWasAtItsFirstStart() throws SQLException {
        setup().run();
        try (Connection owner = setup().ownerConnection()) {
            InstallationKind.of(owner).hold(false);
            InstallationKind.of(owner).hold(false);
            assertThatThrownBy(() -> InstallationKind.of(owner).hold(true)).isInstanceOf(LaunchFailure.class);
        }
    }

    @Test
    void aDatabaseWithDemonstrationAccountsIsOneEvenIfNobodyWroteItDown() throws SQLException {
        setup().run();
        try (Connection owner = setup().ownerConnection()) {
            new ReferenceData(owner, "only-for-tests-1").write();
            assertThatThrownBy(() -> InstallationKind.of(owner).hold(false)).isInstanceOf(LaunchFailure.class);
            InstallationKind.of(owner).hold(true);
        }
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndOnlyWithAPassword() throws SQLException {
        setup().run();
        try (Connection owner = setup().ownerConnection()) {
            FirstAdministrator administrator = new FirstAdministrator(owner);
            assertThatThrownBy(() -> administrator.create(Optional.empty())).isInstanceOf(LaunchFailure.class);

            assertThat(administrator.create(Optional.of("first-password"))).isTrue();
            assertThat(administrator.create(Optional.of("second-password"))).isFalse();

            assertThat(count(owner, "SELECT count(*) FROM registry.app_user")).isEqualTo(1);
            try (Statement sql = owner.createStatement();
                    ResultSet row = sql.executeQuery("SELECT u.password_hash, r.role, u.demonstration"
                            + " FROM registry.app_user u JOIN registry.user_role r ON r.user_id = u.id")) {
                row.next();
                assertThat(PasswordHash.fits(row.getString(1), "first-password"))
                        .isTrue();
                assertThat(row.getString(2)).isEqualTo("ADMIN");
                assertThat(row.getBoolean(3)).isFalse();
            }
        }
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

package org.chengxin.launcher.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import org.chengxin.demonstration.ReferenceData;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demonstration's reference data in a real database with the real schema. */
class ReferenceDataTest {

    private static Path dataHome;
    private static EmbeddedPostgres postgres;
    private static DatabaseSetup setup;

    @BeforeAll
    static void startPostgres() throws IOException {
        dataHome = Files.createTempDirectory("chengxin-reference-test");
        Files.setPosixFilePermissions(dataHome, PosixFilePermissions.fromString("rwx--x--x"));
        postgres = EmbeddedPostgres.start(dataHome, OptionalInt.empty());
        postgres.createDatabaseIfMissing("chengxin");
        setup = new DatabaseSetup(
                postgres.jdbcUrl("chengxin"), EmbeddedPostgres.OWNER, postgres.ownerPassword(), postgres.secrets());
        setup.run();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
        PostgresBinaries.removeTree(dataHome);
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(dataHome));
    }

    @Test
    void writtenTwiceItIsThereOnceAndANewPasswordReachesEveryAccount() throws SQLException {
        try (Connection owner = setup.ownerConnection()) {
            new ReferenceData(owner, "first").write();
            String once = everything(owner);
            String hash = one(owner, "SELECT min(password_hash) FROM registry.app_user");
            new ReferenceData(owner, "first").write();
            assertThat(everything(owner)).isEqualTo(once);
            assertThat(one(owner, "SELECT min(password_hash) FROM registry.app_user"))
                    .isEqualTo(hash);
            new ReferenceData(owner, "second").write();
            assertThat(everything(owner)).isEqualTo(once);
            assertThat(one(owner, "SELECT min(password_hash) FROM registry.app_user"))
                    .isNotEqualTo(hash);
            assertThat(one(owner, "SELECT count(DISTINCT password_hash) FROM registry.app_user"))
                    .isEqualTo("1");
        }
    }

    @Test
    void theDepartmentsOfTheContractSupplyTheItemsOfTheContract() throws SQLException {
        try (Connection owner = setup.ownerConnection()) {
            new ReferenceData(owner, "first").write();
            assertThat(one(owner, """
                            SELECT string_agg(i.code || ':' || o.code, ' ' ORDER BY i.code, o.code)
                              FROM registry.catalogue_supplier s
                              JOIN registry.catalogue_item i ON i.id = s.item_id
                              JOIN registry.organisation o ON o.id = s.organisation_id
                             WHERE i.code IN ('REG-BASIC', 'PEN-ENV', 'PEN-ADMIN', 'HONOUR')
                            """))
                    .isEqualTo("HONOUR:market HONOUR:science PEN-ADMIN:bank PEN-ADMIN:env PEN-ADMIN:labour"
                            + " PEN-ADMIN:market PEN-ADMIN:tax PEN-ENV:env REG-BASIC:market");
            assertThat(one(
                            owner,
                            "SELECT string_agg(standing_scope, ' ') FROM registry.catalogue_supplier"
                                    + " WHERE standing_scope IS NOT NULL"))
                    .isEqualTo("PUBLIC");
            assertThat(one(owner, "SELECT count(*) FROM registry.organisation WHERE first_batch"))
                    .isEqualTo("25");
        }
    }

    private static String everything(Connection owner) throws SQLException {
        return one(owner, """
                SELECT concat_ws('|',
                    (SELECT string_agg(id || code || name || coalesce(parent_id, 0), ';' ORDER BY id)
                       FROM registry.organisation),
                    (SELECT string_agg(organisation_id || name, ';' ORDER BY organisation_id, name)
                       FROM registry.organisation_alias),
                    (SELECT string_agg(id || username || organisation_id, ';' ORDER BY id) FROM registry.app_user),
                    (SELECT string_agg(user_id || role, ';' ORDER BY user_id, role) FROM registry.user_role),
                    (SELECT string_agg(id || code, ';' ORDER BY id) FROM registry.catalogue_item),
                    (SELECT string_agg(id || '/' || version, ';' ORDER BY id) FROM registry.catalogue_item_version),
                    (SELECT string_agg(name, ';' ORDER BY name) FROM registry.code_table))
                """);
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}

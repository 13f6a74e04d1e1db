package org.chengxin.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.launcher.boundary.DatabaseSetup;
import org.chengxin.launcher.boundary.EmbeddedPostgres;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;
import org.chengxin.subject.boundary.SubjectsMerged.Merge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records follow a merged subject: tried as the application's role, which may add events and change none. */
class SubjectMoveTest {

    private static final String NAME = "record_test";
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Actor CENTRE = new Actor(1L, "centre", "信用中心", 7L, "centre", "信用中心", Set.of());

    private static Path home;
    private static EmbeddedPostgres postgres;
    private static DatabaseSetup setup;

    @BeforeAll
    static void threeRecordsOfThreeSubjects() throws IOException, SQLException {
        home = Files.createTempDirectory("chengxin-record-test");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        postgres = EmbeddedPostgres.start(home, OptionalInt.empty());
        postgres.createDatabaseIfMissing(NAME);
        setup = new DatabaseSetup(
                postgres.jdbcUrl(NAME), EmbeddedPostgres.OWNER, postgres.ownerPassword(), postgres.secrets());
        setup.run();
        try (Connection superuser = postgres.superuserConnection(NAME);
                Statement sql = superuser.createStatement()) {
            sql.execute("SET search_path = registry");
            // no lot, item or organisation is needed for what is tried here
            sql.execute("SET session_replication_role = replica");
            for (int i = 1; i <= 4; i++) {
                sql.execute("INSERT INTO subject (id, public_id, kind, name, created_at, updated_at) VALUES (" + i
                        + ", 'p" + i + "', 'ENTERPRISE', '甲', now(), now())");
            }
            record(sql, 11, 1, "PUBLISHED");
            record(sql, 12, 2, "HELD");
            record(sql, 13, 3, "ENDED");
            role(sql, 11, 1, "COUNTERPARTY");
            role(sql, 12, 2, "COUNTERPARTY");
            role(sql, 12, 1, "RESPONSIBLE_PERSON");
            role(sql, 13, 3, "COUNTERPARTY");
            role(sql, 13, 1, "LEGAL_REPRESENTATIVE");
            role(sql, 13, 4, "LEGAL_REPRESENTATIVE");
        }
    }

    private static void record(Statement sql, int id, int subject, String state) throws SQLException {
        String scope = state.equals("HELD") ? "GOVERNMENT" : "PUBLIC";
        sql.execute("INSERT INTO credit_record (id, record_no, item_id, item_version_id, item_code, organisation_id,"
                + " submission_id, row_no, subject_id, state, section, scope, published_at, title, content_version,"
                + " content_hash, dedupe_key, entered_by, reviewed_by, created_at, scope_column, personal_subject)"
                + " VALUES (" + id + ", 'R" + id + "', 1, 1, 'X', 1, 1, 2, " + subject + ", '" + state
                + "', 'OTHER', '" + scope + "', now(), 't', 1, 'h', 'k" + id
                + "', 'clerk', 'reviewer', now(), false, false)");
    }

    private static void role(Statement sql, int record, int subject, String role) throws SQLException {
        sql.execute("INSERT INTO record_subject VALUES (" + record + ", " + subject + ", '" + role + "')");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
        PostgresBinaries.removeTree(home);
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(home));
    }

    @Test
    void recordsFollowInEveryRoleWithAnEventEach() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                postgres.jdbcUrl(NAME) + "?currentSchema=registry,engine&stringtype=unspecified",
                DatabaseSetup.APPLICATION,
                setup.applicationPassword())) {
            connection.setAutoCommit(false);
            assertThat(new SubjectMove(connection, List.of(new Merge(1L, 4L))).move(CENTRE, "同一家", NOW))
                    .containsExactly("R11", "R12", "R13");
            assertThat(rows(connection, "SELECT id, subject_id, state, version FROM credit_record ORDER BY id"))
                    .containsExactly("11|4|PUBLISHED|1", "12|2|HELD|1", "13|3|ENDED|1");
            assertThat(
                            rows(
                                    connection,
                                    "SELECT record_id, subject_id, role FROM record_subject ORDER BY record_id, subject_id, role"))
                    .containsExactly(
                            "11|4|COUNTERPARTY",
                            "12|2|COUNTERPARTY",
                            "12|4|RESPONSIBLE_PERSON",
                            "13|3|COUNTERPARTY",
                            "13|4|LEGAL_REPRESENTATIVE");
            assertThat(rows(
                            connection,
                            "SELECT record_id, type, from_state, to_state, actor, actor_organisation, reason,"
                                    + " details->>'fromSubject', details->>'toSubject' FROM credit_record_event"
                                    + " ORDER BY record_id"))
                    .containsExactly(
                            "11|SUBJECT_MERGED|PUBLISHED|PUBLISHED|centre|7|同一家|1|4",
                            "12|SUBJECT_MERGED|HELD|HELD|centre|7|同一家|1|4",
                            "13|SUBJECT_MERGED|ENDED|ENDED|centre|7|同一家|1|4");
            // nothing is left to move
            assertThat(new SubjectMove(connection, List.of(new Merge(1L, 4L))).move(CENTRE, "同一家", NOW))
                    .isEmpty();
            connection.rollback();
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
        }
        return rows;
    }
}

package org.chengxin.record.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.Severity;
import org.chengxin.kernel.SubjectRole;
import org.chengxin.launcher.boundary.DatabaseSetup;
import org.chengxin.launcher.boundary.EmbeddedPostgres;
import org.chengxin.launcher.control.PostgresBinaries;
import org.chengxin.launcher.control.PostgresPlace;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.record.entity.LotContext;
import org.chengxin.record.entity.Step;
import org.chengxin.record.entity.SupplierStatement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** New records as the application's role writes them, with all checks, keys and triggers of the database. */
class RecordJournalTest {

    private static final String NAME = "journal_test";
    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant APPROVED = Instant.parse("2026-03-03T02:00:00Z");
    private static final Actor CLERK = new Actor(null, "clerk", "甲", 7L, null, null, Set.of());
    private static final Actor REVIEWER = new Actor(null, "reviewer", "乙", 7L, null, null, Set.of());
    private static final LotContext LOT = new LotContext(
            1L, "L1", 5L, "PEN-ENV", 6L, 7L, CLERK, RECEIVED, REVIEWER, APPROVED, "属实", false, "instance");
    private static final String CONTENT = "{\"a\": \"引号\\\"与\\\\\"}";

    private static Path home;
    private static EmbeddedPostgres postgres;
    private static DatabaseSetup setup;

    @BeforeAll
    static void anApprovedLotOfTwoRows() throws IOException, SQLException {
        home = Files.createTempDirectory("chengxin-journal-test");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        postgres = EmbeddedPostgres.start(home, OptionalInt.empty());
        postgres.createDatabaseIfMissing(NAME);
        setup = new DatabaseSetup(
                postgres.jdbcUrl(NAME), EmbeddedPostgres.OWNER, postgres.ownerPassword(), postgres.secrets());
        setup.run();
        try (Connection superuser = postgres.superuserConnection(NAME);
                Statement sql = superuser.createStatement()) {
            sql.execute("SET search_path = registry");
            sql.execute("SET session_replication_role = replica");
            sql.execute("INSERT INTO organisation (id, code, name, short_name, kind, level, division_code)"
                    + " VALUES (7, 'env', '环保', '环保', 'DEPARTMENT', 'MUNICIPAL', '320500')");
            sql.execute("INSERT INTO catalogue_item (id, code, name, name_en) VALUES (5, 'PEN-ENV', '处罚', 'Penalty')");
            sql.execute("INSERT INTO catalogue_item_version (id, item_id, version, definition, effective_from)"
                    + " VALUES (6, 5, 1, '{}', '2020-01-01')");
            sql.execute("INSERT INTO subject (id, public_id, kind, name, created_at, updated_at)"
                    + " VALUES (3, 'p3', 'ENTERPRISE', '甲', now(), now()), (4, 'p4', 'PERSON', '丁', now(), now())");
            sql.execute("INSERT INTO submission (id, no, item_id, item_code, item_version_id, organisation_id,"
                    + " submitted_by, submitted_name, channel, media_type, content_sha256, size_bytes, mapping, state,"
                    + " reviewed_by, received_at) VALUES (1, 'L1', 5, 'PEN-ENV', 6, 7, 'clerk', '甲', 'API', 'text/csv',"
                    + " 'x', 1, '{}', 'PROCESSING', 'reviewer', '" + RECEIVED + "')");
            for (int row = 1; row <= 2; row++) {
                sql.execute("INSERT INTO staged_row (submission_id, received_at, row_no, outcome, content)"
                        + " VALUES (1, '" + RECEIVED + "', " + row + ", 'ACCEPTED', '" + CONTENT + "')");
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
        PostgresBinaries.removeTree(home);
        PostgresBinaries.removeTree(PostgresPlace.outsideOf(home));
    }

    @Test
    void a_record_is_written_as_its_steps_left_it_with_an_event_for_each() throws SQLException {
        CreditRecord record = CreditRecord.admit(row(1, CONTENT), LOT);
        record.setPeriod(LocalDate.of(2099, 1, 1), "disclosure-period#1", step("DeterminePeriod"));
        record.classify(Section.WARNING, "conduct-class#2", step("ClassifyConduct"));
        record.setScope(DisclosureScope.PUBLIC, "disclosure-scope#3", step("DetermineScope"));
        record.publish(step("PublishRecord"));

        try (Connection connection = application()) {
            assertThat(new RecordJournal(connection).write(List.of(record), Set.of(101L)))
                    .containsEntry(101L, CONTENT);
            assertThat(one(
                            connection,
                            "SELECT concat_ws('|', record_no, item_id, item_version_id, item_code,"
                                    + " organisation_id, submission_id, row_no, subject_id, state, section, section_rule, scope,"
                                    + " scope_rule, severity, scope_column, stated_scope, stated_ends_on, regime, kind, ends_on, ends_rule,"
                                    + " published_at = '2026-03-03T02:00:00Z', content_version, content_hash, dedupe_key, entered_by,"
                                    + " reviewed_by, created_at = '2026-03-03T02:00:00Z', version) FROM credit_record"))
                    .isEqualTo(
                            "R101|5|6|PEN-ENV|7|1|1|3|PUBLISHED|WARNING|conduct-class#2|PUBLIC|disclosure-scope#3|"
                                    + "ORDINARY|t|PUBLIC|2099-01-01|MARKET_SUPERVISION|A|2099-01-01|disclosure-period#1|t|1|hash|key1|clerk|reviewer|t|1");
            assertThat(one(connection, "SELECT content->>'a' FROM record_content WHERE record_id = 101"))
                    .isEqualTo("引号\"与\\");
            assertThat(one(connection, "SELECT string_agg(type, ',' ORDER BY id) FROM credit_record_event"))
                    .isEqualTo("RECEIVE,SUBMIT,APPROVE,SET_PERIOD,CLASSIFY,SET_SCOPE,PUBLISH");
            assertThat(one(connection, "SELECT details->>'row' FROM credit_record_event WHERE type = 'APPROVE'"))
                    .isEqualTo("1");
            connection.rollback();
        }
    }

    @Test
    void who_is_not_named_in_new_content_has_nothing_to_do_with_the_record_any_more() throws SQLException {
        CreditRecord record = CreditRecord.admit(row(1, CONTENT, Map.of(4L, SubjectRole.RESPONSIBLE_PERSON)), LOT);
        record.setPeriod(LocalDate.of(2099, 1, 1), "disclosure-period#1", step("DeterminePeriod"));
        record.classify(Section.WARNING, "conduct-class#2", step("ClassifyConduct"));
        record.setScope(DisclosureScope.GOVERNMENT, "disclosure-scope#3", step("DetermineScope"));
        record.hold(step("HoldRecord"));
        String parties = "SELECT string_agg(subject_id || ' ' || role, ',' ORDER BY subject_id) FROM record_subject";

        try (Connection connection = application()) {
            RecordJournal journal = new RecordJournal(connection);
            journal.write(List.of(record), Set.of(101L));
            assertThat(one(connection, parties)).isEqualTo("3 COUNTERPARTY,4 RESPONSIBLE_PERSON");
            record.revise(row(2, CONTENT, Map.of()), LOT);
            journal.write(List.of(record), Set.of());
            assertThat(one(connection, parties)).isEqualTo("3 COUNTERPARTY");
            connection.rollback();
        }
    }

    @Test
    void content_that_is_not_the_lots_is_refused_by_the_database() throws SQLException {
        CreditRecord record = CreditRecord.admit(row(2, "{\"a\": \"anders\"}"), LOT);

        try (Connection connection = application()) {
            RecordJournal journal = new RecordJournal(connection);
            assertThatThrownBy(() -> journal.write(List.of(record), Set.of(102L)))
                    .hasStackTraceContaining("record_content_is_supplied");
            connection.rollback();
        }
    }

    private static AdmittedRow row(int no, String content) {
        return row(no, content, Map.of());
    }

    private static AdmittedRow row(int no, String content, Map<Long, SubjectRole> others) {
        SupplierStatement stated = new SupplierStatement(
                Severity.ORDINARY,
                true,
                DisclosureScope.PUBLIC,
                null,
                null,
                LocalDate.of(2099, 1, 1),
                false,
                "MARKET_SUPERVISION",
                "A");
        return new AdmittedRow(
                no, 100L + no, "R10" + no, 3L, content, "hash", "key" + no, "题", null, null, stated, null, others);
    }

    private static Step step(String activity) {
        return Step.of(APPROVED, Actor.process("CreditRecord"), "CreditRecord", "i", activity);
    }

    private static Connection application() throws SQLException {
        Connection connection = DriverManager.getConnection(
                postgres.jdbcUrl(NAME) + "?currentSchema=registry,engine&stringtype=unspecified",
                DatabaseSetup.APPLICATION,
                setup.applicationPassword());
        connection.setAutoCommit(false);
        return connection;
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}

package org.chengxin.system.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.chengxin.system.TestBed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, tried with the real roles. */
class DatabaseRulesTest {

    private static final String DENIED = "42501";

    private static TestBed bed;

    @BeforeAll
    static void lotAndRecord() throws Exception {
        bed = TestBed.fresh("database-rules");
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement()) {
            sql.execute("SET search_path = registry");
            sql.execute("INSERT INTO subject (id, public_id, kind, name, created_at, updated_at)"
                    + " VALUES (1, 'p1', 'ENTERPRISE', '甲', now(), now())");
            lot(sql, 1, "PROCESSING", "'reviewer.env'");
            lot(sql, 2, "IN_REVIEW", "NULL");
            for (int id = 1; id <= 2; id++) {
                sql.execute("INSERT INTO staged_row (submission_id, received_at, row_no, outcome, content)"
                        + " VALUES (" + id + ", '2026-11-01T00:00:00Z', 2, 'ACCEPTED', '{\"a\":\"1\"}')");
                sql.execute("INSERT INTO credit_record (id, record_no, item_id, item_version_id, item_code,"
                        + " organisation_id, submission_id, row_no, subject_id, state, scope, title, content_version,"
                        + " content_hash, dedupe_key, entered_by, reviewed_by, created_at, scope_column,"
                        + " personal_subject) SELECT " + id + ", 'R" + id + "', i.id, v.id, i.code, o.id, " + id
                        + ", 2, 1, 'IN_REVIEW', 'UNDETERMINED', 't', 1, 'h', 'k" + id + "', 'clerk.env',"
                        + " 'reviewer.env', now(), false, false FROM catalogue_item i JOIN catalogue_item_version v"
                        + " ON v.item_id = i.id CROSS JOIN organisation o WHERE i.code = 'PEN-ENV' AND o.code = 'env'");
            }
            sql.execute("INSERT INTO credit_record_event (record_id, occurred_at, type, to_state, actor)"
                    + " VALUES (1, now(), 'RECEIVE', 'RECEIVED', 'clerk.env')");
        }
    }

    private static void lot(Statement sql, int id, String state, String reviewer) throws SQLException {
        sql.execute("INSERT INTO submission (id, no, item_id, item_code, item_version_id, organisation_id,"
                + " submitted_by, submitted_name, channel, media_type, content_sha256, size_bytes, mapping, state,"
                + " reviewed_by, received_at) SELECT " + id + ", 'L" + id + "', i.id, i.code, v.id, o.id, 'clerk.env',"
                + " 'c', 'API', 'text/csv', 's" + id + "', 1, '{}', '" + state + "', " + reviewer
                + ", '2026-11-01T00:00:00Z' FROM catalogue_item i JOIN catalogue_item_version v ON v.item_id = i.id"
                + " CROSS JOIN organisation o WHERE i.code = 'PEN-ENV' AND o.code = 'env'");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE registry.credit_record_event SET actor = 'x'",
                "DELETE FROM registry.credit_record_event",
                "TRUNCATE registry.credit_record_event",
                "UPDATE registry.credit_record_event_default SET actor = 'x'",
                "DELETE FROM registry.record_content",
                "UPDATE registry.record_content SET actor = 'x'",
                "UPDATE registry.secrecy_ruling SET reason = 'x'",
                "DELETE FROM registry.access_log",
                "DELETE FROM registry.sign_in_event",
                "UPDATE registry.administration_event SET actor = 'x'",
                "DELETE FROM registry.calendar_year",
                "UPDATE registry.task_notice SET role = 'x'",
                "DELETE FROM registry.task_notice",
                "UPDATE registry.task_event SET actor = 'x'",
                "DELETE FROM registry.task_event",
                "UPDATE registry.stand_in SET until_day = until_day + 1",
                "DELETE FROM registry.stand_in",
                "UPDATE registry.stuck_check SET node = 'x'",
                "UPDATE registry.catalogue_item_version SET effective_from = now()",
                "UPDATE registry.period_end_run SET past_day = 0",
                "DELETE FROM registry.period_end_run",
                "UPDATE publication.period_end_certificate SET past_day = 0",
                "DELETE FROM publication.period_end_certificate",
                "UPDATE registry.lot_sample SET seed = 1",
                "DELETE FROM registry.lot_sample_row",
                "UPDATE registry.lot_correction SET first_id = 1",
                "DELETE FROM registry.resent_row",
                "UPDATE registry.lot_sample_look SET actor = 'x'",
                "UPDATE registry.withdrawn_decision SET outcome = 'x'",
                "DELETE FROM registry.withdrawn_decision",
                "ALTER TABLE registry.record_content DISABLE TRIGGER ALL"
            })
    void the_application_cannot_change_what_is_append_only(String statement) {
        assertThatThrownBy(() -> run("chengxin_app", statement))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    }

    @Test
    void nor_the_partitions_of_a_month_behind_the_table() throws Exception {
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement();
                ResultSet writable = sql.executeQuery("SELECT c.oid::regclass::text FROM pg_inherits i"
                        + " JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent"
                        + " WHERE p.relnamespace = 'registry'::regnamespace AND p.relkind = 'p' AND c.relkind = 'r'"
                        + " AND has_table_privilege('chengxin_app', c.oid, 'UPDATE, DELETE')")) {
            assertThat(writable.next()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM registry.credit_record",
                "SELECT * FROM registry.app_user",
                "SELECT * FROM engine.act_ru_execution",
                "DELETE FROM publication.public_record",
                "INSERT INTO publication.period_end_certificate VALUES (1, '2026-01-01', '2026-01-01', 0, 0, 0, now())",
                "INSERT INTO publication.public_subject_code VALUES ('a', 'b')",
                "CREATE TABLE publication.mine (a int)",
                "SELECT pg_read_file('/etc/hostname')"
            })
    void the_portal_reads_the_publication_schema_and_nothing_else(String statement) {
        assertThatThrownBy(() -> run("chengxin_portal", statement))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    }

    @Test
    void the_portal_has_no_right_on_any_other_table_or_view() throws Exception {
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement();
                ResultSet readable = sql.executeQuery("SELECT c.oid::regclass::text FROM pg_class c"
                        + " WHERE c.relkind IN ('r','p','v','m','f') AND c.relnamespace IN"
                        + " ('registry'::regnamespace, 'engine'::regnamespace)"
                        + " AND has_table_privilege('chengxin_portal', c.oid, 'SELECT')")) {
            assertThat(readable.next()).isFalse();
        }
        run("chengxin_portal", "SELECT count(*) FROM publication.public_record");
    }

    @Test
    void content_is_refused_without_its_supplier_declared() {
        assertThatThrownBy(() -> content(1, null, "{\"a\":\"1\"}")).hasMessageContaining("no approved lot");
    }

    @Test
    void content_is_refused_when_another_supplier_is_declared() {
        assertThatThrownBy(() -> content(1, "market", "{\"a\":\"1\"}")).hasMessageContaining("no approved lot");
    }

    @Test
    void content_is_refused_without_an_approved_lot_behind_it() {
        assertThatThrownBy(() -> content(2, "env", "{\"a\":\"1\"}")).hasMessageContaining("no approved lot");
    }

    @Test
    void content_is_refused_that_is_not_what_the_lot_says() {
        assertThatThrownBy(() -> content(1, "env", "{\"a\":\"2\"}")).hasMessageContaining("no approved lot");
    }

    @Test
    void content_of_the_approved_lot_of_the_declared_supplier_is_taken() throws Exception {
        content(1, "env", "{\"a\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE registry.credit_record SET submission_id = 999999 WHERE id = 1",
                "UPDATE registry.credit_record SET item_version_id = 999999 WHERE id = 1",
                "UPDATE registry.credit_record SET organisation_id = 999999 WHERE id = 1",
                "INSERT INTO registry.credit_record SELECT (jsonb_populate_record(r, '{\"id\": 77, \"record_no\": \"R77\","
                        + " \"dedupe_key\": \"k77\", \"submission_id\": 999999}')).* FROM registry.credit_record r WHERE id = 1",
                "INSERT INTO registry.record_subject SELECT 999999, id, 'COUNTERPARTY' FROM registry.subject LIMIT 1",
                "INSERT INTO publication.public_record (record_no, public_id, section, item_code, item, item_en, title,"
                        + " supplier, published_on, form, content) VALUES ('R', 'nobody', 'GOOD', 'i', 'i', 'i', 't', 's',"
                        + " now(), 0, '[]')",
                "WITH s AS (INSERT INTO publication.public_subject (public_id, name, search_text, kind, updated_at)"
                        + " VALUES ('x', 'x', 'x', 'ENTERPRISE', now())) SELECT 1; INSERT INTO publication.public_record"
                        + " (record_no, public_id, section, item_code, item, item_en, title, supplier, published_on, form,"
                        + " content) VALUES ('R', 'x', 'GOOD', 'i', 'i', 'i', 't', 's', now(), 0, '[]');"
                        + " DELETE FROM publication.public_subject WHERE public_id = 'x'"
            })
    void what_is_referred_to_is_there(String statement) {
        assertThatThrownBy(() -> run("chengxin_app", statement))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23503"));
    }

    @Test
    void a_lot_cannot_be_reviewed_by_who_entered_it() {
        assertThatThrownBy(() -> run("chengxin_app", "UPDATE registry.submission SET reviewed_by = submitted_by"))
                .hasMessageContaining("four_eyes");
    }

    @Test
    void a_record_cannot_be_public_undecided() {
        assertThatThrownBy(() -> run("chengxin_app", "UPDATE registry.credit_record SET state = 'PUBLISHED'"))
                .hasMessageContaining("public_is_decided");
    }

    /** Inserts content under the application's role, in a transaction that is not kept. */
    private static void content(int record, String declared, String content) throws SQLException {
        try (Connection app = bed.connect("chengxin_app");
                Statement sql = app.createStatement()) {
            app.setAutoCommit(false);
            sql.execute("SET search_path = registry");
            if (declared != null) {
                sql.execute("SELECT set_config('chengxin.supplier', (SELECT id::text FROM organisation WHERE code = '"
                        + declared + "'), true)");
            }
            sql.execute("INSERT INTO record_content (record_id, version, content, content_hash, change_kind,"
                    + " item_version_id, organisation_id, submission_id, row_no, actor, recorded_at)"
                    + " SELECT id, 1, '" + content + "', 'h', 'FIRST', item_version_id, organisation_id,"
                    + " submission_id, row_no, 'clerk.env', now() FROM credit_record WHERE id = " + record);
            app.rollback();
        }
    }

    private static void run(String role, String statement) throws SQLException {
        try (Connection connection = bed.connect(role);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}

package org.chengxin.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.boundary.Figure;
import org.chengxin.workflow.control.FigureReading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures that operators watch are right, and do not come from counting records. */
class FiguresTest {

    private static TestBed bed;

    @BeforeAll
    static void start() throws Exception {
        bed = TestBed.fresh("figures");
        try (Connection app = application();
                Statement sql = app.createStatement()) {
            sql.execute("INSERT INTO subject (id, public_id, kind, name, created_at, updated_at)"
                    + " VALUES (1, 'p1', 'ENTERPRISE', '甲', now(), now())");
            sql.execute("INSERT INTO submission (id, no, item_id, item_code, item_version_id, organisation_id,"
                    + " submitted_by, submitted_name, channel, media_type, content_sha256, size_bytes, mapping, state,"
                    + " received_at) SELECT n, 'L' || n, i.id, i.code, v.id, o.id, 'clerk.env', 'c', 'API', 'text/csv',"
                    + " 's' || n, 1, '{}', CASE WHEN n < 3 THEN 'DONE' ELSE 'CHECKING' END, now()"
                    + " FROM generate_series(1, 3) n, catalogue_item i JOIN catalogue_item_version v ON v.item_id = i.id"
                    + " CROSS JOIN organisation o WHERE i.code = 'PEN-ENV' AND o.code = 'env'");
            sql.execute("INSERT INTO worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                    + " organisation_id, owner_role, created_at, due_on, state) SELECT 't' || n, 'Submission', 'p', 's',"
                    + " 'f', 'k', 't', o.id, 'REVIEWER', now() - make_interval(days => n * 5), current_date - 1 + n,"
                    + " CASE WHEN n = 9 THEN 'DONE' ELSE 'OPEN' END FROM generate_series(0, 9) n, organisation o"
                    + " WHERE o.code = 'env'");
        }
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void records_are_counted_by_what_changes_and_not_by_counting() throws Exception {
        records(1, 40, "PUBLISHED");
        records(41, 10, "IN_REVIEW");
        assertThat(figure("chengxin_records", "PUBLISHED")).isEqualTo(40);
        run("UPDATE credit_record SET state = 'ENDED' WHERE id <= 15");
        run("UPDATE credit_record SET title = 'other' WHERE id > 15");
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement()) {
            sql.execute("DELETE FROM registry.credit_record WHERE id = 50");
        }

        assertThat(figure("chengxin_records", "PUBLISHED")).isEqualTo(25);
        assertThat(figure("chengxin_records", "ENDED")).isEqualTo(15);
        assertThat(figure("chengxin_records", "IN_REVIEW")).isEqualTo(9);
    }

    @Test
    void a_change_that_is_rolled_back_is_not_counted() throws Exception {
        double before = figure("chengxin_records", "PUBLISHED");
        try (Connection app = application();
                Statement sql = app.createStatement()) {
            app.setAutoCommit(false);
            sql.execute(insert(5_000, 7, "PUBLISHED"));
            app.rollback();
        }
        assertThat(figure("chengxin_records", "PUBLISHED")).isEqualTo(before);
    }

    @Test
    void a_long_counter_is_packed_and_says_the_same() throws Exception {
        records(10_000, 1, "HELD");
        for (int i = 0; i < 600; i++) {
            run("UPDATE credit_record SET state = CASE state WHEN 'HELD' THEN 'ENDED' ELSE 'HELD' END"
                    + " WHERE id = 10000");
        }
        double held = figure("chengxin_records", "HELD");
        assertThat(number("SELECT count(*) FROM record_state_change")).isLessThan(20);
        assertThat(figure("chengxin_records", "HELD")).isEqualTo(held).isEqualTo(1);
    }

    @Test
    void lots_tasks_and_jobs_are_there() throws Exception {
        assertThat(figure("chengxin_lots", "DONE")).isEqualTo(2);
        assertThat(figure("chengxin_lots", "CHECKING")).isEqualTo(1);
        assertThat(figure("chengxin_tasks_open", "under_1_day")).isEqualTo(1);
        assertThat(figure("chengxin_tasks_open", "1_to_7_days")).isEqualTo(1);
        assertThat(figure("chengxin_tasks_open", "7_to_30_days")).isEqualTo(4);
        assertThat(figure("chengxin_tasks_open", "over_30_days")).isEqualTo(3);
        assertThat(figure("chengxin_jobs_due", null)).isZero();
        assertThat(figure("chengxin_incidents", null)).isZero();
    }

    @Test
    void a_lot_is_not_done_while_a_record_of_its_own_waits() throws Exception {
        try (Connection app = application();
                Statement sql = app.createStatement()) {
            app.setAutoCommit(false);
            sql.execute(insert(6_000, 2, "IN_REVIEW").replace("s.id = 3", "s.id = 2"));
            assertThat(figure(app, "chengxin_lots", "DONE")).isEqualTo(1);
            assertThat(figure(app, "chengxin_lots", "PROCESSING")).isEqualTo(1);
            sql.execute("UPDATE credit_record SET state = 'ENDED' WHERE id = 6000");
            assertThat(figure(app, "chengxin_lots", "PROCESSING")).isEqualTo(1);
            sql.execute("UPDATE credit_record SET state = 'ENDED' WHERE id = 6001");
            assertThat(figure(app, "chengxin_lots", "DONE")).isEqualTo(2);
            assertThat(figure(app, "chengxin_lots", "PROCESSING")).isZero();
            app.rollback();
        }
    }

    private static double figure(String name, String key) throws SQLException {
        try (Connection app = application()) {
            return figure(app, name, key);
        }
    }

    private static double figure(Connection app, String name, String key) throws SQLException {
        List<Figure> figures = new FigureReading(app, ApplicationClock.ahead(Clock.systemUTC(), "")).read();
        return figures.stream()
                .filter(figure -> figure.name().equals(name) && java.util.Objects.equals(figure.key(), key))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElse(0);
    }

    private static void records(int from, int count, String state) throws SQLException {
        run(insert(from, count, state));
    }

    private static String insert(int from, int count, String state) {
        return "INSERT INTO credit_record (id, record_no, item_id, item_version_id, item_code, organisation_id,"
                + " submission_id, row_no, subject_id, state, section, scope, scope_column, personal_subject, title,"
                + " published_at, content_version, content_hash, dedupe_key, entered_by, reviewed_by, created_at)"
                + " SELECT n, 'R' || n, s.item_id, s.item_version_id, s.item_code, s.organisation_id, s.id, n, 1, '"
                + state + "', 'WARNING', '" + (state.equals("HELD") ? "GOVERNMENT" : "PUBLIC")
                + "', false, false, 't', now(), 1, 'h', 'k' || n, 'clerk.env', 'reviewer.env', now()"
                + " FROM generate_series(" + from + ", " + (from + count - 1) + ") n, submission s WHERE s.id = 3";
    }

    private static long number(String query) throws SQLException {
        try (Connection app = application();
                Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(String statement) throws SQLException {
        try (Connection app = application();
                Statement sql = app.createStatement()) {
            sql.execute(statement);
        }
    }

    private static Connection application() throws SQLException {
        Connection app = bed.connect("chengxin_app");
        app.setSchema("registry");
        try (Statement sql = app.createStatement()) {
            sql.execute("SET search_path = registry, engine");
        }
        return app;
    }
}

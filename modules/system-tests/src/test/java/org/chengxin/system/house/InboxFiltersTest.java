package org.chengxin.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Role;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.boundary.HeldTask;
import org.chengxin.workflow.boundary.HeldTaskPage;
import org.chengxin.workflow.boundary.InboxCounts;
import org.chengxin.workflow.boundary.StandIn;
import org.chengxin.workflow.boundary.TaskQuery;
import org.chengxin.workflow.boundary.TaskQuery.About;
import org.chengxin.workflow.control.HeldReading;
import org.chengxin.workflow.control.OpenTasks;
import org.chengxin.workflow.control.StandInBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An inbox narrowed to an item, a lot, a subject, a finding or an age, and what people have in it. */
class InboxFiltersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private static TestBed bed;
    private static long env;
    private Connection app;

    /** 6,000 records of two lots that wait, and a lot in review with a row about the seventh of a hundred enterprises. */
    @BeforeAll
    static void start() throws Exception {
        bed = TestBed.fresh("inbox-filters");
        bed.run(
                "SET search_path = registry",
                "INSERT INTO subject (id, public_id, kind, name, created_at, updated_at) SELECT n, 'p' || n, 'ENTERPRISE',"
                        + " '苏州第' || n || '号造纸有限公司', now(), now() FROM generate_series(1, 100) n",
                "INSERT INTO subject_name (subject_id, normalised, name, recorded_at) SELECT id, name, name, now() FROM subject",
                "INSERT INTO submission (id, no, item_id, item_code, item_version_id, organisation_id, submitted_by,"
                        + " submitted_name, channel, media_type, content_sha256, size_bytes, mapping, state, received_at)"
                        + " SELECT n, 'L' || n, i.id, i.code, v.id, o.id, 'clerk.env', 'c', 'API', 'text/csv', 's' || n, 1,"
                        + " '{}', CASE n WHEN 3 THEN 'IN_REVIEW' ELSE 'PROCESSING' END, '2026-11-20T01:00:00Z'"
                        + " FROM generate_series(1, 3) n JOIN catalogue_item i ON i.code = CASE n WHEN 2 THEN 'PEN-ADMIN'"
                        + " ELSE 'PEN-ENV' END JOIN catalogue_item_version v ON v.item_id = i.id CROSS JOIN organisation o"
                        + " WHERE o.code = 'env'",
                "INSERT INTO staged_row (submission_id, received_at, row_no, outcome, subject_id)"
                        + " VALUES (3, '2026-11-20T01:00:00Z', 2, 'ACCEPTED', 7)",
                "INSERT INTO credit_record (id, record_no, item_id, item_version_id, item_code, organisation_id,"
                        + " submission_id, row_no, subject_id, state, scope, title, content_version, content_hash, dedupe_key,"
                        + " entered_by, reviewed_by, created_at, scope_column, personal_subject)"
                        + " SELECT n, 'R' || n, s.item_id, s.item_version_id, s.item_code, s.organisation_id, s.id, n,"
                        + " n % 100 + 1, 'IN_REVIEW', 'UNDETERMINED', '处罚 ' || n, 1, 'h', 'k' || n, 'clerk.env',"
                        + " 'reviewer.env', now(), false, false FROM generate_series(1, 6000) n"
                        + " JOIN submission s ON s.id = CASE WHEN n % 60 = 0 THEN 2 ELSE 1 END",
                "INSERT INTO finding (submission_id, received_at, row_no, seq, rule, severity)"
                        + " SELECT submission_id, '2026-11-20T01:00:00Z', row_no, 1, 'TOO_LONG', 'WARNING'"
                        + " FROM credit_record WHERE id % 300 = 1",
                "INSERT INTO finding (submission_id, received_at, row_no, seq, rule, severity)"
                        + " VALUES (3, '2026-11-20T01:00:00Z', 2, 1, 'SCOPE_UNKNOWN', 'WARNING'),"
                        + " (3, '2026-11-20T01:00:00Z', 2, 2, 'TOO_LONG', 'WARNING')",
                "INSERT INTO worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                        + " organisation_id, owner_role, created_at, due_on, state) SELECT 't' || id, 'CreditRecord', 'p',"
                        + " 'ClassifyRecord', 'f', record_no, title, organisation_id, 'REVIEWER',"
                        + " TIMESTAMPTZ '2026-11-24 01:00:00+08' - make_interval(days => (id % 10)::int),"
                        + " DATE '2026-11-24' + (id % 20)::int - 5, 'OPEN' FROM credit_record",
                "INSERT INTO worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                        + " organisation_id, owner_role, created_at, due_on, state) SELECT 'lot', 'Submission', 'p',"
                        + " 'ReviewLot', 'f', no, 'lot', organisation_id, 'REVIEWER', TIMESTAMPTZ '2026-11-20 10:00:00+08',"
                        + " DATE '2026-11-27', 'OPEN' FROM submission WHERE id = 3",
                "ANALYZE");
        env = bed.number("SELECT id FROM registry.organisation WHERE code = 'env'");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @BeforeEach
    void connect() throws Exception {
        app = bed.connect("chengxin_app");
        run("SET search_path = registry, engine");
        app.setAutoCommit(false);
    }

    @AfterEach
    void forget() throws Exception {
        app.rollback();
        app.close();
    }

    @Test
    void each_filter_shows_all_that_it_asks_for_in_the_order_of_deadlines_and_nothing_else() throws Exception {
        assertThat(shown(new About("PEN-ADMIN", null, null, null, null)))
                .hasSize(100)
                .isEqualTo(expected("business_key IN (SELECT record_no FROM credit_record WHERE submission_id = 2)"));
        assertThat(shown(new About(null, "L3", null, null, null))).containsExactly("lot");
        assertThat(shown(new About(null, "L99", null, null, null))).isEmpty();
        assertThat(shown(new About(null, null, null, "TOO_LONG", null)))
                .hasSize(21)
                .isEqualTo(expected("id = 'lot' OR substr(id, 2)::int % 300 = 1"));
        assertThat(shown(new About(null, null, null, "SCOPE_UNKNOWN", null))).containsExactly("lot");
        assertThat(shown(new About(null, null, null, null, 4)))
                .contains("lot")
                .isEqualTo(expected("created_at < TIMESTAMPTZ '2026-11-21 00:00:00+08'"));
        assertThat(shown(new About("PEN-ENV", null, "第7号造纸", "TOO_LONG", 1))).containsExactly("lot");
    }

    @Test
    void a_subject_is_found_by_part_of_its_name_in_records_and_in_lots_and_by_no_single_character() throws Exception {
        assertThat(shown(new About(null, null, "第7号造纸", null, null)))
                .hasSize(61)
                .contains("lot")
                .isEqualTo(expected("id = 'lot' OR substr(id, 2)::int % 100 = 6"));
        assertThat(shown(new About(null, null, "纸", null, null))).isEmpty();
        assertThat(shown(new About(null, null, "没有这样的企业", null, null))).isEmpty();
    }

    @Test
    void a_page_of_a_filter_looks_at_few_of_the_tasks() throws Exception {
        assertThat(looked(new About("PEN-ADMIN", null, null, null, null))).isLessThanOrEqualTo(50);
        assertThat(looked(new About(null, "L3", null, null, null))).isLessThanOrEqualTo(2);
        assertThat(looked(new About(null, null, null, "TOO_LONG", null))).isLessThanOrEqualTo(60);
        assertThat(looked(new About(null, null, "第7号造纸", null, null))).isLessThanOrEqualTo(250);
    }

    @Test
    void the_next_task_is_the_one_behind_that_nobody_else_has() throws Exception {
        OpenTasks open = new OpenTasks(app, anna(), TODAY);
        List<String> all = open.ids(everything(false), null, null, 3);
        run("UPDATE worklist_task SET assignee = 'berta', claimed_at = now() WHERE id = '" + all.get(1) + "'");

        assertThat(open.firstFree(everything(false), LocalDate.of(2026, 11, 19), all.get(0)))
                .isEqualTo(all.get(2));
        standsIn("anna", "berta", TODAY, TODAY);
        assertThat(open.firstFree(everything(false), LocalDate.of(2026, 11, 19), all.get(0)))
                .isEqualTo(all.get(1));
        assertThat(open.firstFree(everything(false), OpenTasks.NEVER, "z")).isNull();
    }

    @Test
    void a_stand_in_sees_what_the_absent_one_has_from_the_first_day_to_the_last() throws Exception {
        run("UPDATE worklist_task SET assignee = 'berta', claimed_at = now() WHERE id IN ('t1', 't2')");
        run("UPDATE worklist_task SET assignee = 'anna', claimed_at = now() WHERE id = 't3'");
        standsIn("anna", "berta", TODAY, TODAY.plusDays(1));

        assertThat(mine(TODAY.minusDays(1))).containsExactly("t3");
        assertThat(mine(TODAY)).containsExactlyInAnyOrder("t1", "t2", "t3");
        assertThat(mine(TODAY.plusDays(1))).hasSize(3);
        assertThat(mine(TODAY.plusDays(2))).containsExactly("t3");
        InboxCounts counts = new OpenTasks(app, anna(), TODAY).counts();
        assertThat(counts.mine()).isEqualTo(3);

        StandInBook book = new StandInBook(app);
        StandIn entry = book.list(anna(), false, TODAY, 10).get(0);
        assertThat(entry.standing()).isEqualTo(StandIn.Standing.NOW);
        assertThat(entry.mayEnd()).as("it is berta's absence").isFalse();
        assertThat(book.end(entry.id(), anna(), false, TODAY, NOW)).isFalse();
        assertThat(book.end(entry.id(), person("berta"), false, TODAY, NOW)).isTrue();
        assertThat(mine(TODAY)).containsExactly("t3");
        assertThat(book.end(entry.id(), person("berta"), false, TODAY, NOW)).isFalse();
    }

    @Test
    void nobody_has_two_stand_ins_on_a_day_and_entries_of_others_are_for_the_supervisor() throws Exception {
        StandInBook book = new StandInBook(app);
        standsIn("anna", "berta", TODAY, TODAY.plusDays(5));

        assertThat(book.enter(
                        person("berta"), person("berta"), person("carla"), TODAY.plusDays(5), TODAY.plusDays(9), NOW))
                .isFalse();
        assertThat(book.enter(
                        person("berta"), person("berta"), person("carla"), TODAY.plusDays(6), TODAY.plusDays(9), NOW))
                .isTrue();
        assertThat(book.list(person("dora"), false, TODAY, 10)).isEmpty();
        assertThat(book.list(person("dora"), true, TODAY, 10))
                .extracting(StandIn::standing)
                .containsExactly(StandIn.Standing.TO_COME, StandIn.Standing.NOW);
    }

    @Test
    void what_people_have_is_listed_longest_first_page_after_page() throws Exception {
        run("UPDATE worklist_task SET assignee = 'berta', assignee_name = 'Berta', claimed_at = TIMESTAMPTZ"
                + " '2026-11-24 00:00:00+08' - make_interval(mins => substr(id, 2)::int) WHERE id <> 'lot'"
                + " AND substr(id, 2)::int <= 7");
        List<String> ids = new ArrayList<>();
        HeldReading reading = new HeldReading(app, anna());
        HeldTaskPage page = reading.list(null, null, 3);
        while (true) {
            page.tasks().stream().map(HeldTask::id).forEach(ids::add);
            if (page.next() == null) {
                break;
            }
            page = reading.list(null, page.next(), 3);
        }

        assertThat(ids).containsExactly("t7", "t6", "t5", "t4", "t3", "t2", "t1");
        assertThat(reading.list("carla", null, 3).tasks()).isEmpty();
    }

    @Test
    void what_i_decided_is_listed_latest_first_and_counted_for_today() throws Exception {
        run("UPDATE worklist_task SET state = 'DONE', decided_by = 'anna', decided_at = TIMESTAMPTZ"
                + " '2026-11-24 09:00:00+08' - make_interval(hours => 4 * substr(id, 2)::int)"
                + " WHERE id IN ('t1', 't2', 't3', 't60')");
        OpenTasks tasks = new OpenTasks(app, anna(), TODAY);

        assertThat(tasks.done(everything(true), null, null, 10)).containsExactly("t1", "t2", "t3", "t60");
        assertThat(tasks.counts().doneToday()).isEqualTo(2);
        assertThat(tasks.done(
                        new TaskQuery(
                                true,
                                false,
                                false,
                                null,
                                null,
                                new About("PEN-ADMIN", null, null, null, null),
                                null,
                                10),
                        null,
                        null,
                        10))
                .containsExactly("t60");
    }

    private List<String> shown(About about) throws SQLException {
        return new OpenTasks(app, anna(), TODAY)
                .ids(new TaskQuery(false, false, false, null, null, about, null, 50), null, null, 7_000);
    }

    /** The lot's row counts as a record without a number. */
    private List<String> expected(String condition) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery("SELECT id FROM worklist_task WHERE "
                        + condition.replace("substr(id, 2)", "regexp_replace(id, '\\D+', '0')")
                        + " ORDER BY due_on, id")) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    /** How many tasks a first page of fifty looks at. */
    private long looked(About about) throws SQLException {
        String counter = "SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables"
                + " WHERE relname = 'worklist_task'";
        long before = number(counter);
        new OpenTasks(app, anna(), TODAY)
                .ids(new TaskQuery(false, false, false, null, null, about, null, 50), null, null, 50);
        return number(counter) - before;
    }

    private List<String> mine(LocalDate day) throws SQLException {
        return new OpenTasks(app, anna(), day)
                .ids(new TaskQuery(false, true, false, null, null, null, 50), null, null, 50);
    }

    private static TaskQuery everything(boolean done) {
        return new TaskQuery(done, false, false, null, null, null, 50);
    }

    private void standsIn(String standIn, String absent, LocalDate from, LocalDate until) throws SQLException {
        assertThat(new StandInBook(app).enter(person(absent), person(absent), person(standIn), from, until, NOW))
                .isTrue();
    }

    private static Actor anna() {
        return person("anna");
    }

    private static Actor person(String name) {
        return new Actor(1L, name, name, env, "env", "env", Set.of(Role.REVIEWER));
    }

    private long number(String query) throws SQLException {
        try (Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String statement) throws SQLException {
        try (Statement sql = app.createStatement()) {
            sql.execute(statement);
        }
    }
}

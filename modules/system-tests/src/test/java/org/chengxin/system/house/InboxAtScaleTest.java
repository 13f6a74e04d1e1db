package org.chengxin.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Role;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.boundary.InboxCounts;
import org.chengxin.workflow.boundary.TaskQuery;
import org.chengxin.workflow.control.OpenTasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An inbox with many tasks is read in order, whole, and without looking at more of it than it shows. */
class InboxAtScaleTest {

    private static final int TASKS = 8_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static TestBed bed;
    private static long env;

    @BeforeAll
    static void start() throws Exception {
        bed = TestBed.fresh("inbox");
        try (Connection app = application();
                Statement sql = app.createStatement()) {
            env = number(app, "SELECT id FROM organisation WHERE code = 'env'");
            // one in seven has no deadline, one in three is the secrecy officer's, some are somebody else's
            sql.execute("INSERT INTO worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                    + " organisation_id, owner_role, created_at, due_on, state, assignee) SELECT md5(n::text),"
                    + " CASE WHEN n % 2 = 0 THEN 'CreditRecord' ELSE 'Submission' END, 'p', 's', 'f', 'R' || n,"
                    + " '处罚 ' || n, o.id, CASE WHEN n % 3 = 0 THEN 'SECRECY_OFFICER' ELSE 'REVIEWER' END, now(),"
                    + " CASE WHEN n % 7 > 0 THEN DATE '2026-03-02' - 20 + n % 40 END, 'OPEN',"
                    + " CASE WHEN n % 100 = 0 THEN 'anna' END FROM generate_series(1, " + TASKS + ") n, organisation o"
                    + " WHERE o.code = CASE WHEN n % 11 = 0 THEN 'tax' ELSE 'env' END");
        }
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement()) {
            sql.execute("ANALYZE registry.worklist_task");
        }
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void page_after_page_is_the_whole_inbox_in_the_order_of_its_deadlines() throws Exception {
        try (Connection app = application()) {
            for (Actor actor : List.of(anna(Role.REVIEWER), anna(Role.REVIEWER, Role.SECRECY_OFFICER))) {
                assertThat(everything(app, actor, query(false, false, null, null)))
                        .hasSizeGreaterThan(4_000)
                        .isEqualTo(expected(app, actor, "true"));
            }
        }
    }

    @Test
    void what_is_mine_overdue_of_one_process_or_holds_a_text_is_all_of_it() throws Exception {
        Actor anna = anna(Role.REVIEWER, Role.SECRECY_OFFICER);
        try (Connection app = application()) {
            assertThat(everything(app, anna, query(true, false, null, null)))
                    .isNotEmpty()
                    .isEqualTo(expected(app, anna, "assignee = 'anna'"));
            assertThat(everything(app, anna, query(false, true, null, null)))
                    .isNotEmpty()
                    .isEqualTo(expected(app, anna, "due_on < DATE '" + TODAY + "'"));
            assertThat(everything(app, anna, query(false, false, "CreditRecord", "罚 12")))
                    .isNotEmpty()
                    .isEqualTo(expected(app, anna, "process = 'CreditRecord' AND title LIKE '%罚 12%'"));
        }
    }

    @Test
    void a_page_looks_at_no_more_tasks_than_it_shows_wherever_it_is() throws Exception {
        Actor actor = anna(Role.REVIEWER, Role.SECRECY_OFFICER);
        try (Connection app = application()) {
            List<String> all = everything(app, actor, query(false, false, null, null));
            String middle = all.get(all.size() / 2);
            LocalDate due = due(app, middle);
            app.setAutoCommit(false);

            long before = looked(app);
            List<String> page = new OpenTasks(app, actor, TODAY).ids(query(false, false, null, null), due, middle, 50);

            // fifty of each of the two roles
            assertThat(looked(app) - before).isBetween(50L, 100L);
            assertThat(page).hasSize(50).first().isEqualTo(all.get(all.size() / 2 + 1));
            app.rollback();
        }
    }

    @Test
    void counting_looks_at_what_i_have_claimed_and_at_no_other_task() throws Exception {
        Actor actor = anna(Role.REVIEWER);
        try (Connection app = application()) {
            long claimed = number(app, "SELECT count(*) FROM worklist_task WHERE assignee = 'anna'");
            app.setAutoCommit(false);

            long before = looked(app);
            InboxCounts counts = new OpenTasks(app, actor, TODAY).counts();
            long looked = looked(app) - before;
            assertThat(counts).isEqualTo(counted(app, actor));
            assertThat(looked).isPositive().isLessThanOrEqualTo(claimed);
            app.rollback();
        }
    }

    @Test
    void the_end_of_a_task_looks_for_subtasks_without_looking_at_all_tasks() throws Exception {
        try (Connection app = application()) {
            app.setAutoCommit(false);
            run(app, "INSERT INTO act_ru_task (id_, rev_) SELECT md5(n::text), 1 FROM generate_series(1, 2000) n");

            long before = looked(app, "act_ru_task");
            // as TaskEntityManager.findTasksByParentTaskId asks
            number(app, "SELECT count(*) FROM act_ru_task WHERE parent_task_id_ = md5('1')");
            assertThat(looked(app, "act_ru_task")).isEqualTo(before);
            app.rollback();
        }
    }

    @Test
    void counts_follow_every_change_and_none_that_was_rolled_back() throws Exception {
        Actor actor = anna(Role.REVIEWER, Role.SECRECY_OFFICER);
        try (Connection app = application()) {
            app.setAutoCommit(false);
            for (String change : List.of(
                    "UPDATE worklist_task SET state = 'DONE' WHERE due_on < DATE '2026-02-20'",
                    "UPDATE worklist_task SET assignee = 'anna' WHERE assignee IS NULL AND business_key LIKE 'R77%'",
                    "UPDATE worklist_task SET due_on = due_on + 30 WHERE business_key LIKE 'R1%'",
                    "DELETE FROM worklist_task WHERE business_key LIKE 'R2%'")) {
                InboxCounts before = new OpenTasks(app, actor, TODAY).counts();
                run(app, change);
                assertThat(new OpenTasks(app, actor, TODAY).counts())
                        .as(change)
                        .isNotEqualTo(before)
                        .isEqualTo(counted(app, actor));
            }
            app.rollback();
            assertThat(new OpenTasks(app, actor, TODAY).counts()).isEqualTo(counted(app, actor));
        }
    }

    @Test
    void a_long_counter_is_packed_and_says_the_same() throws Exception {
        Actor actor = anna(Role.REVIEWER, Role.SECRECY_OFFICER);
        try (Connection app = application()) {
            app.setAutoCommit(false);
            for (int i = 0; i < 600; i++) {
                run(
                        app,
                        "UPDATE worklist_task SET state = CASE state WHEN 'OPEN' THEN 'DONE' ELSE 'OPEN' END"
                                + " WHERE business_key = 'R1'");
            }
            InboxCounts counts = new OpenTasks(app, actor, TODAY).counts();

            assertThat(number(app, "SELECT count(*) FROM worklist_change")).isLessThan(300);
            assertThat(new OpenTasks(app, actor, TODAY).counts())
                    .isEqualTo(counts)
                    .isEqualTo(counted(app, actor));
            app.rollback();
        }
    }

    private static List<String> everything(Connection app, Actor actor, TaskQuery query) throws SQLException {
        List<String> all = new ArrayList<>();
        LocalDate due = null;
        String id = null;
        while (true) {
            List<String> page = new OpenTasks(app, actor, TODAY).ids(query, due, id, 700);
            all.addAll(page);
            if (page.size() < 700) {
                return all;
            }
            id = page.get(page.size() - 1);
            due = due(app, id);
        }
    }

    private static LocalDate due(Connection app, String id) throws SQLException {
        try (Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery("SELECT due_on FROM worklist_task WHERE id = '" + id + "'")) {
            row.next();
            LocalDate due = row.getObject(1, LocalDate.class);
            return due == null ? OpenTasks.NEVER : due;
        }
    }

    private static List<String> expected(Connection app, Actor actor, String condition) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery("SELECT id FROM worklist_task WHERE " + own(actor) + " AND "
                        + condition + " ORDER BY due_on NULLS LAST, id")) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    private static InboxCounts counted(Connection app, Actor actor) throws SQLException {
        String count = "SELECT count(*) FROM worklist_task WHERE " + own(actor);
        return new InboxCounts(
                (int) number(app, count + " AND assignee = 'anna'"),
                (int) number(app, count),
                (int) number(app, count + " AND due_on < DATE '" + TODAY + "'"),
                0);
    }

    private static String own(Actor actor) {
        return "state = 'OPEN' AND organisation_id = " + env + " AND owner_role IN ('"
                + String.join("','", actor.roles().stream().map(Enum::name).toList()) + "')";
    }

    /** How many tasks the statements of this connection have looked at so far, by an index or not. */
    private static long looked(Connection app) throws SQLException {
        return looked(app, "worklist_task");
    }

    private static long looked(Connection app, String table) throws SQLException {
        return number(
                app,
                "SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables WHERE relname = '"
                        + table + "'");
    }

    private static TaskQuery query(boolean mine, boolean overdue, String process, String text) {
        return new TaskQuery(false, mine, overdue, process, text, null, 50);
    }

    private static Actor anna(Role... roles) {
        return new Actor(1L, "anna", "Anna", env, "env", "env", Set.of(roles));
    }

    private static long number(Connection app, String query) throws SQLException {
        try (Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection app, String statement) throws SQLException {
        try (Statement sql = app.createStatement()) {
            sql.execute(statement);
        }
    }

    private static Connection application() throws SQLException {
        Connection app = bed.connect("chengxin_app");
        try (Statement sql = app.createStatement()) {
            sql.execute("SET search_path = registry, engine");
        }
        return app;
    }
}

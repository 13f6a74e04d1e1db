package org.chengxin.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.chengxin.kernel.time.LegalClock;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.boundary.StuckCheck;
import org.chengxin.workflow.boundary.StuckCheck.Count;
import org.chengxin.workflow.boundary.StuckKind;
import org.chengxin.workflow.control.CheckLog;
import org.chengxin.workflow.control.DeadlineRecount;
import org.chengxin.workflow.control.LostTasks;
import org.chengxin.workflow.control.StuckWork;
import org.chengxin.workflow.control.StuckWork.Found;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands still is found, each kind for itself, on a database with its engine's tables. */
class NothingStuckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    /** What was decided in earlier years. */
    private static final int DECIDED = 60_000;
    /** What waits for people all the time, rightly. */
    private static final int MOVING = 4_000;

    private static TestBed bed;
    private DatabaseTrial trial;
    private Connection app;
    private long env;

    @BeforeAll
    static void start() throws Exception {
        bed = TestBed.fresh("stuck");
        String some = " FROM generate_series(1, " + MOVING + ") n";
        bed.run(
                "SET search_path = registry, engine",
                "INSERT INTO act_ru_execution (id_, rev_, proc_inst_id_, business_key_) SELECT 'm' || n, 1, 'm' || n,"
                        + " 'M' || n" + some,
                "INSERT INTO act_ru_task (id_, rev_, execution_id_, proc_inst_id_, create_time_) SELECT 'm' || n, 1,"
                        + " 'm' || n, 'm' || n, now()" + some,
                tasks("m", "OPEN", MOVING),
                tasks("d", "DONE", DECIDED),
                "VACUUM ANALYZE worklist_task",
                "ANALYZE act_ru_task",
                "ANALYZE act_ru_execution");
    }

    private static String tasks(String name, String state, int count) {
        return "INSERT INTO worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                + " organisation_id, owner_role, created_at, due_on, due_rule, state) SELECT '" + name + "' || n,"
                + " 'CreditRecord', '" + name + "' || n, 's', 'f', upper('" + name + "') || n, 't', o.id, 'REVIEWER',"
                + " now(), DATE '2026-11-30', 'r', '" + state + "' FROM generate_series(1, " + count
                + ") n, organisation o WHERE o.code = 'env'";
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    /** Two lots in review, each with task, row and timers; and the daily start. */
    @BeforeEach
    void everythingMoves() throws Exception {
        trial = new DatabaseTrial(bed);
        app = trial.connection();
        env = trial.organisation("env");
        for (String process : new String[] {"Submission", "CreditRecord"}) {
            trial.run("INSERT INTO act_re_procdef (id_, rev_, key_, version_, startable_) VALUES ('" + process
                    + ":1:x', 1, '" + process + "', 1, true)");
        }
        trial.run("INSERT INTO submission (id, no, item_id, item_code, item_version_id, organisation_id, submitted_by,"
                + " submitted_name, channel, media_type, content_sha256, size_bytes, mapping, state, received_at)"
                + " SELECT n, 'L' || n, i.id, i.code, v.id, o.id, 'clerk.env', 'c', 'API', 'text/csv', 's' || n, 1, '{}',"
                + " 'IN_REVIEW', '2026-11-23T01:00:00Z' FROM generate_series(1, 2) n, catalogue_item i"
                + " JOIN catalogue_item_version v ON v.item_id = i.id CROSS JOIN organisation o"
                + " WHERE i.code = 'PEN-ENV' AND o.code = 'env'");
        waiting("a", "Submission", "L1", "ReviewLot", "REVIEWER", "LOT_REVIEW");
        waiting("b", "Submission", "L2", "ReviewLot", "REVIEWER", "LOT_REVIEW");
        trial.run("INSERT INTO act_ru_job (id_, rev_, type_, retries_, handler_type_, process_def_key_, duedate_)"
                + " VALUES ('daily', 1, 'timer', 3, 'timer-start-event', 'PeriodEnd', now())");
    }

    @AfterEach
    void forget() throws Exception {
        trial.close();
    }

    @Test
    void where_everything_moves_nothing_is_found() throws Exception {
        assertThat(find()).isEmpty();
    }

    @Test
    void what_was_decided_in_earlier_years_is_not_read() throws Exception {
        String looked = "SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables"
                + " WHERE relname = 'worklist_task'";
        long before = trial.number(looked);

        assertThat(find()).isEmpty();
        assertThat(trial.number(looked) - before).isPositive().isLessThan(DECIDED / 2);
    }

    @Test
    void sabotage_is_found_each_for_itself() throws Exception {
        trial.run("DELETE FROM worklist_task WHERE id = 'ta'");
        assertThat(only(StuckKind.TASK_WITHOUT_ROW).named().get(0))
                .returns("ta", StuckWork.Standing::id)
                .returns("L1", StuckWork.Standing::key)
                .returns("ReviewLot", StuckWork.Standing::step);

        again("UPDATE worklist_task SET state = 'CANCELLED' WHERE id = 'ta'", StuckKind.TASK_WITHOUT_ROW, "L1");
        again("UPDATE worklist_task SET state = 'DONE' WHERE id = 'ta'", StuckKind.DECIDED_AND_OPEN, "L1");
        // the timers of a task that is gone remind of nothing, and carry nothing on
        again(
                "DELETE FROM act_ru_task WHERE id_ = 'ta'",
                Map.of(StuckKind.ROW_WITHOUT_TASK, "L1", StuckKind.NOTHING_AWAITED, "L1"));
        again(
                "DELETE FROM act_ru_job WHERE process_instance_id_ = 'ia'; DELETE FROM act_ru_task WHERE id_ = 'ta';"
                        + " DELETE FROM worklist_task WHERE id = 'ta'",
                StuckKind.NOTHING_AWAITED,
                "L1");
        again(
                "UPDATE worklist_task SET assignee = 'reviewer.tax', claimed_at = now() WHERE id = 'ta'",
                StuckKind.HOLDER_GONE,
                "L1");
        again("DELETE FROM act_ru_job WHERE id_ = 'daily'", StuckKind.TIMER_LOST, "PeriodEnd");
        again(
                "UPDATE app_user SET enabled = false WHERE username = 'reviewer.env'",
                StuckKind.GROUP_EMPTY,
                "env/REVIEWER");
        again("UPDATE act_ru_job SET retries_ = 0 WHERE id_ = 'sa'", StuckKind.STEP_FAILED, "L1");
        again(
                "UPDATE submission SET state = 'CHECKING', received_at = '2026-11-20T01:00:00Z' WHERE no = 'L1'",
                StuckKind.LOT_TOO_OLD,
                "L1");
        again(
                "DELETE FROM act_ru_job WHERE process_instance_id_ = 'ia'; DELETE FROM act_ru_task WHERE id_ = 'ta';"
                        + " DELETE FROM worklist_task WHERE id = 'ta'; DELETE FROM act_ru_execution WHERE id_ = 'ia'",
                StuckKind.LOT_WITHOUT_PROCESS,
                "L1");
        again("UPDATE worklist_task SET due_on = '2026-11-23' WHERE id = 'ta'", StuckKind.NOT_REPORTED, "L1");
        again(
                "UPDATE worklist_task SET due_on = '2026-11-23', escalated_at = now() WHERE id = 'ta';"
                        + " UPDATE app_user SET enabled = false WHERE username = 'supervisor.env'",
                StuckKind.NO_SUPERVISOR,
                "env/SUPERVISOR");
    }

    @Test
    void a_decision_that_can_be_undone_is_not_stuck_unless_its_time_is_long_over() throws Exception {
        String stands = "UPDATE worklist_task SET state = 'DONE', takes_effect_at = '%s' WHERE id = 'ta'";
        trial.run(stands.formatted(NOW.plusSeconds(30)));
        assertThat(find()).isEmpty();
        trial.run(stands.formatted(NOW.minusSeconds(599)));
        assertThat(find()).isEmpty();

        // whatever should have let it take effect is not there
        again(stands.formatted(NOW.minusSeconds(601)), StuckKind.DECIDED_AND_OPEN, "L1");
    }

    @Test
    void a_decision_that_stands_on_a_task_that_is_gone_is_found_at_once_and_closed() throws Exception {
        trial.run("DELETE FROM act_ru_task WHERE id_ = 'ta'");
        trial.run(
                "UPDATE worklist_task SET state = 'DONE', outcome = 'approve', fields = '{}', decided_by = 'reviewer.env',"
                        + " decided_name = '乙', decided_at = now(), takes_effect_at = '" + NOW.plusSeconds(30)
                        + "' WHERE id = 'ta'");
        trial.run("DELETE FROM act_ru_task WHERE id_ = 'tb'");
        assertThat(find().get(StuckKind.ROW_WITHOUT_TASK).named())
                .extracting(StuckWork.Standing::id)
                .containsExactlyInAnyOrder("ta", "tb");

        assertThat(new LostTasks(app, NOW).close()).isEqualTo(2);

        assertThat(find()).doesNotContainKey(StuckKind.ROW_WITHOUT_TASK);
        assertThat(trial.text("SELECT string_agg(concat_ws(' ', id, state, takes_effect_at), ';' ORDER BY id)"
                        + " FROM worklist_task WHERE id IN ('ta', 'tb')"))
                .isEqualTo("ta CANCELLED;tb CANCELLED");
        assertThat(trial.text("SELECT string_agg(concat_ws(' ', task_id, outcome, decided_by, cause), ';')"
                        + " FROM withdrawn_decision"))
                .as("only what somebody decided is kept")
                .isEqualTo("ta approve reviewer.env TASK_GONE");
        assertThat(trial.text(
                        "SELECT string_agg(concat_ws(' ', kind, person, details->>'CAUSE'), ';') FROM notice_event"))
                .isEqualTo("DECISION_LAPSED reviewer.env TASK_GONE");
        assertThat(new LostTasks(app, NOW).close()).isZero();
    }

    @Test
    void thousands_are_counted_and_the_longest_standing_are_named() throws Exception {
        trial.run("INSERT INTO worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                + " organisation_id, owner_role, created_at, due_on, due_rule, state) SELECT 'n' || n, 'CreditRecord', 'p',"
                + " 's', 'f', 'R' || n, 't', " + env + ", 'REVIEWER', now() - make_interval(hours => n),"
                + " DATE '2027-01-04', 'r', 'OPEN' FROM generate_series(1, 5000) n");
        Found found = only(StuckKind.ROW_WITHOUT_TASK);

        assertThat(found.total()).isEqualTo(5_000);
        assertThat(found.named()).hasSize(StuckWork.NAMED).first().returns("R5000", StuckWork.Standing::key);
    }

    @Test
    void timers_move_with_the_deadline_except_one_that_runs_at_this_moment() throws Exception {
        trial.run("UPDATE act_ru_job SET lock_owner_ = 'x' WHERE id_ = 'sb'");
        trial.run("UPDATE worklist_task SET due_from = '2026-12-28' WHERE id IN ('ta', 'tb')");
        assertThat(new DeadlineRecount(app, LegalClock.shipped()).run()).isEqualTo(2);

        // 1 and 5 January in Asia/Shanghai, as the server's own time
        assertThat(trial.number("SELECT count(*) FROM act_ru_job WHERE id_ = 'sa' AND duedate_ AT TIME ZONE '"
                        + java.time.ZoneId.systemDefault() + "' = TIMESTAMPTZ '2027-01-01 00:00:00+08'"))
                .isOne();
        assertThat(trial.number("SELECT count(*) FROM act_ru_job WHERE id_ IN ('oa', 'ob') AND duedate_ AT TIME ZONE '"
                        + java.time.ZoneId.systemDefault() + "' = TIMESTAMPTZ '2027-01-05 00:00:00+08'"))
                .isEqualTo(2);
        assertThat(trial.number("SELECT count(*) FROM act_ru_job WHERE id_ = 'sb' AND duedate_ = '2026-11-27'"))
                .isOne();
    }

    @Test
    void a_check_is_written_down_with_what_is_left_for_people() throws Exception {
        trial.run("UPDATE app_user SET enabled = false WHERE username = 'reviewer.env'");
        trial.run("DELETE FROM act_ru_task WHERE id_ = 'ta'");
        Map<StuckKind, Found> found = find();
        new CheckLog(app)
                .write(
                        "node-1",
                        NOW,
                        NOW,
                        Map.of(
                                StuckKind.GROUP_EMPTY,
                                new Count(1, 0),
                                StuckKind.ROW_WITHOUT_TASK,
                                new Count(1, 1),
                                StuckKind.NOTHING_AWAITED,
                                new Count(1, 1)),
                        found);
        StuckCheck check = new CheckLog(app).latest();

        assertThat(check.left()).isEqualTo(1);
        assertThat(check.counts()).containsEntry(StuckKind.ROW_WITHOUT_TASK, new Count(1, 1));
        assertThat(check.findings()).singleElement().satisfies(left -> {
            assertThat(left.kind()).isEqualTo(StuckKind.GROUP_EMPTY);
            assertThat(left.role()).isEqualTo("REVIEWER");
            assertThat(left.organisation()).isNotBlank();
        });
        assertThat(new CheckLog(app).finishedAfter(NOW.minusSeconds(1))).isTrue();
        assertThat(new CheckLog(app).finishedAfter(NOW)).isFalse();
    }

    private void again(String sabotage, StuckKind kind, String key) throws Exception {
        again(sabotage, Map.of(kind, key));
    }

    /** Undoes what was done before, does this, and expects exactly these to be found. */
    private void again(String sabotage, Map<StuckKind, String> expected) throws Exception {
        trial.close();
        everythingMoves();
        trial.run(sabotage);
        assertThat(find()).as(sabotage).hasSameSizeAs(expected).allSatisfy((kind, found) -> assertThat(
                        found.named().get(0).key())
                .isEqualTo(expected.get(kind)));
    }

    private Found only(StuckKind kind) throws SQLException {
        Map<StuckKind, Found> found = find();
        assertThat(found).containsOnlyKeys(kind);
        return found.get(kind);
    }

    private Map<StuckKind, Found> find() throws SQLException {
        return new StuckWork(app)
                .find(TODAY.minusDays(1), Instant.parse("2026-11-22T16:00:00Z"), NOW.minusSeconds(600));
    }

    private void waiting(String n, String process, String key, String step, String role, String term)
            throws SQLException {
        trial.run(
                "INSERT INTO act_ru_execution (id_, rev_, proc_inst_id_, business_key_, proc_def_id_, act_id_, is_active_)"
                        + " VALUES ('i" + n + "', 1, 'i" + n + "', '" + key + "', '" + process + ":1:x', '" + step
                        + "', true)");
        trial.run(
                "INSERT INTO act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, task_def_key_, create_time_)"
                        + " VALUES ('t" + n + "', 1, 'i" + n + "', 'i" + n + "', '" + process + ":1:x', '" + step
                        + "', now())");
        trial.run(
                "INSERT INTO act_ru_job (id_, rev_, type_, retries_, handler_type_, handler_cfg_, process_instance_id_,"
                        + " process_def_key_, duedate_, create_time_) VALUES ('s" + n
                        + "', 1, 'timer', 3, 'timer-transition', '"
                        + step + "DueSoon', 'i" + n + "', '" + process + "', '2026-11-27', now()), ('o" + n
                        + "', 1, 'timer', 3, 'timer-transition', '" + step + "Overdue', 'i" + n + "', '" + process
                        + "', '2026-12-01', now())");
        trial.run("INSERT INTO worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                + " organisation_id, owner_role, created_at, due_on, due_rule, due_term, due_from, state) VALUES ('t"
                + n
                + "', '" + process + "', 'i" + n + "', '" + step + "', 'f', '" + key + "', 't', " + env + ", '" + role
                + "', now(), '2026-11-30', 'r', '" + term + "', '2026-11-23', 'OPEN')");
    }
}

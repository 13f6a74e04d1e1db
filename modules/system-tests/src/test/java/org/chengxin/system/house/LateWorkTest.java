package org.chengxin.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Role;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.boundary.EscalatedTask;
import org.chengxin.workflow.boundary.EscalatedTaskPage;
import org.chengxin.workflow.control.EscalatedReading;
import org.chengxin.workflow.control.NoticeWriting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is late is told once, to the supervisor of those who own it and to nobody else. */
class LateWorkTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private static TestBed bed;
    private DatabaseTrial trial;
    private Connection app;
    private long env;

    @BeforeAll
    static void start() {
        bed = TestBed.fresh("late");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @BeforeEach
    void begin() throws Exception {
        trial = new DatabaseTrial(bed);
        app = trial.connection();
        env = trial.organisation("env");
    }

    @AfterEach
    void forget() throws Exception {
        trial.close();
    }

    @Test
    void each_task_is_told_once_for_each_kind() throws Exception {
        tasks("a", 1, "DATE '2026-11-23'", "NULL");
        tasks("b", 1, "DATE '2026-11-30'", "NULL");
        trial.run("UPDATE worklist_task SET assignee = 'reviewer.env', assignee_name = '张三' WHERE id = 'a1'");
        NoticeWriting writing = new NoticeWriting(app, NOW);

        assertThat(writing.remind("pa1")).isEqualTo(1);
        assertThat(writing.escalateAllDue(LocalDate.of(2026, 11, 23))).isEqualTo(1);
        assertThat(writing.remind("pa1")).isZero();
        assertThat(writing.escalate("pa1")).isZero();
        assertThat(writing.escalateAllDue(LocalDate.of(2026, 11, 29))).isZero();
        assertThat(writing.escalate("no such instance")).isZero();
        assertThat(trial.text(
                        "SELECT string_agg(task_id || ' ' || kind || ' ' || role || ' ' || due_on, ';' ORDER BY id)"
                                + " FROM task_notice"))
                .isEqualTo("a1 REMINDER REVIEWER 2026-11-23;a1 ESCALATION SUPERVISOR 2026-11-23");
        // told to who has it, and to the supervisor, without the title of the task
        assertThat(trial.text(
                        "SELECT string_agg(concat_ws(' ', kind, person, roles::text, page, page_key, details->>'NO',"
                                + " details->>'DAY'), ';' ORDER BY id) FROM notice_event"))
                .isEqualTo("TASK_DUE_SOON reviewer.env {REVIEWER} task a1 R1 2026-11-23;"
                        + "TASK_OVERDUE reviewer.env {REVIEWER} task a1 R1 2026-11-23;"
                        + "TASK_ESCALATED {SUPERVISOR} record R1 R1 2026-11-23");
        assertThat(new EscalatedReading(app, supervisorOf(env), TODAY)
                        .list(null, 10)
                        .tasks())
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.id()).isEqualTo("a1");
                    assertThat(task.assigneeName()).isEqualTo("张三");
                    assertThat(task.escalatedAt().toInstant()).isEqualTo(NOW);
                });
    }

    @Test
    void who_stands_in_for_who_has_it_hears_of_it_as_well_on_these_days_and_of_the_group_only() throws Exception {
        tasks("a", 3, "DATE '2026-11-23'", "NULL");
        trial.run("INSERT INTO app_user (id, username, display_name, organisation_id, password_hash)"
                + " SELECT nextval('app_user_seq'), name, name, " + env
                + ", '' FROM unnest(ARRAY['bo', 'chen', 'dora']) name;"
                + " INSERT INTO user_role (user_id, role) SELECT id, CASE username WHEN 'dora' THEN 'CLERK' ELSE 'REVIEWER' END"
                + " FROM app_user WHERE username IN ('bo', 'chen', 'dora')");
        trial.run("UPDATE worklist_task SET assignee = CASE id WHEN 'a1' THEN 'reviewer.env' WHEN 'a2' THEN 'bo'"
                + " ELSE 'chen' END, assignee_name = '某' WHERE id IN ('a1', 'a2', 'a3')");
        standsIn("bo", "reviewer.env", TODAY, TODAY);
        standsIn("chen", "bo", TODAY.plusDays(1), TODAY.plusDays(2));
        standsIn("dora", "chen", TODAY, TODAY);

        assertThat(new NoticeWriting(app, NOW).remind("pa1")).isEqualTo(1);
        assertThat(new NoticeWriting(app, NOW).escalateAllDue(LocalDate.of(2026, 11, 23)))
                .isEqualTo(3);

        assertThat(trial.text(
                        "SELECT string_agg(concat_ws(' ', kind, event_key, person, roles::text, details->>'INSTEAD_OF'),"
                                + " ';' ORDER BY kind, event_key) FROM notice_event WHERE kind <> 'TASK_ESCALATED'"))
                .isEqualTo("TASK_DUE_SOON a1 reviewer.env {REVIEWER};TASK_DUE_SOON a1/bo bo {} 张三;"
                        + "TASK_OVERDUE a1 reviewer.env {REVIEWER};TASK_OVERDUE a1/bo bo {} 张三;"
                        + "TASK_OVERDUE a2 bo {REVIEWER};TASK_OVERDUE a3 chen {REVIEWER}");
    }

    private void standsIn(String standIn, String absent, LocalDate from, LocalDate until) throws SQLException {
        trial.run(
                "INSERT INTO stand_in (organisation_id, absent, absent_name, stand_in, stand_in_name, from_day, until_day,"
                        + " entered_by, entered_name, entered_at) VALUES (" + env + ", '" + absent + "', '张三', '"
                        + standIn + "', '"
                        + standIn + "', '" + from + "', '" + until + "', 'x', 'x', now())");
    }

    @Test
    void what_a_calendar_moved_on_is_late_no_more_until_it_is_again() throws Exception {
        tasks("a", 1, "DATE '2026-11-23'", "now()");
        assertThat(late()).isEqualTo(1);
        trial.run("UPDATE worklist_task SET due_on = '2026-11-24'");
        assertThat(late()).isZero();
    }

    private int late() throws SQLException {
        return new EscalatedReading(app, supervisorOf(env), TODAY)
                .list(null, 10)
                .tasks()
                .size();
    }

    @Test
    void what_is_decided_is_told_to_nobody() throws Exception {
        tasks("a", 1, "DATE '2026-11-23'", "NULL");
        trial.run("UPDATE worklist_task SET state = 'DONE'");

        assertThat(new NoticeWriting(app, NOW).escalate("pa1")).isZero();
        assertThat(new NoticeWriting(app, NOW).escalateAllDue(LocalDate.of(2026, 12, 31)))
                .isZero();
    }

    @Test
    void thousands_of_late_tasks_are_told_by_one_statement() throws Exception {
        tasks("n", 5_000, "DATE '2026-11-23'", "NULL");

        assertThat(new NoticeWriting(app, NOW).escalateAllDue(LocalDate.of(2026, 11, 23)))
                .isEqualTo(5_000);
        assertThat(trial.number("SELECT count(*) FROM task_notice WHERE role = 'SUPERVISOR'"))
                .isEqualTo(5_000);
        assertThat(trial.number("SELECT count(*) FROM notice_event")).isEqualTo(10_000);
    }

    @Test
    void a_task_that_is_given_to_somebody_is_told_to_that_person_each_time() throws Exception {
        tasks("a", 1, "DATE '2026-11-23'", "NULL");
        NoticeWriting writing = new NoticeWriting(app, NOW);

        assertThat(writing.given("a1", "reviewer.env", "李主任", "请先办")).isTrue();
        assertThat(new NoticeWriting(app, NOW.plusSeconds(1)).given("a1", "reviewer.env", "李主任", null))
                .isTrue();
        assertThat(writing.given("no such task", "reviewer.env", "李主任", null)).isFalse();
        assertThat(trial.text("SELECT string_agg(concat_ws(' ', kind, person, roles::text, details->>'BY',"
                        + " details->>'REASON'), ';' ORDER BY id) FROM notice_event"))
                .isEqualTo("TASK_GIVEN reviewer.env {} 李主任 请先办;TASK_GIVEN reviewer.env {} 李主任");
    }

    @Test
    void pages_follow_each_other_without_gap_and_show_the_own_organisation_only() throws Exception {
        tasks("n", 25, "DATE '2026-11-01' + n % 3", "now()");
        tasks("m", 5, "DATE '2026-11-01'", "NULL");
        EscalatedReading reading = new EscalatedReading(app, supervisorOf(env), TODAY);
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            EscalatedTaskPage page = reading.list(after, 10);
            page.tasks().stream().map(EscalatedTask::id).forEach(seen::add);
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(String.join(",", seen))
                .isEqualTo(trial.text(
                        "SELECT string_agg(id, ',' ORDER BY due_on, id) FROM worklist_task WHERE id LIKE 'n%'"));
        long tax = trial.organisation("tax");
        assertThat(new EscalatedReading(app, supervisorOf(tax), TODAY)
                        .list(null, 10)
                        .tasks())
                .isEmpty();
    }

    private void tasks(String name, int count, String dueOn, String escalatedAt) throws SQLException {
        trial.run("INSERT INTO worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                + " organisation_id, owner_role, created_at, due_on, due_rule, escalated_at, state) SELECT '" + name
                + "' || n, 'CreditRecord', 'p" + name + "' || n, 's', 'f', 'R' || n, 't', " + env
                + ", 'REVIEWER', now(), " + dueOn + ", 'r', " + escalatedAt + ", 'OPEN' FROM generate_series(1, "
                + count
                + ") n");
    }

    private static Actor supervisorOf(long organisation) {
        return new Actor(1L, "s", "S", organisation, "o", "o", Set.of(Role.SUPERVISOR));
    }
}

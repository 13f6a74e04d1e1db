package org.chengxin.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.LegalClock;
import org.chengxin.kernel.time.WorkingCalendar;
import org.chengxin.kernel.time.WorkingDaysText;
import org.chengxin.kernel.time.YearNotice;
import org.chengxin.organisation.boundary.OfficialClock;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.control.DeadlineRecount;
import org.chengxin.workflow.control.OpenTasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The calendars of the database are those that came with the version, until an administrator puts a year. */
class CalendarArrivesTest {

    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed = TestBed.fresh("calendar");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void the_years_that_come_with_the_version_are_the_first_content() throws Exception {
        try (Connection app = application()) {
            assertThat(OfficialClock.read(app))
                    .containsExactlyInAnyOrderElementsOf(WorkingDaysText.shipped().stream()
                            .map(YearNotice::calendar)
                            .toList());
        }
    }

    @Test
    void a_year_that_arrives_moves_what_was_counted_through_it_and_nothing_else() throws Exception {
        try (Connection app = application()) {
            app.setAutoCommit(false);
            long env = number(app, "SELECT id FROM organisation WHERE code = 'env'");
            // over New Year with nobody knowing 2027; within 2026; a term of an earlier version; decided already
            task(app, "moves", env, "SECRECY_RULING", "2026-12-21", "2027-01-04", "OPEN");
            task(app, "stays", env, "LOT_REVIEW", "2026-11-20", "2026-11-27", "OPEN");
            task(app, "unknown", env, "NO_SUCH_TERM", "2026-12-21", "2027-01-04", "OPEN");
            task(app, "decided", env, "SECRECY_RULING", "2026-12-21", "2027-01-04", "DONE");
            run(
                    app,
                    "UPDATE worklist_task SET due_rule = '" + citation("LOT_REVIEW")
                            + "', provisional = false WHERE id = 'stays'");

            // the year is not known: the same dates, provisional ones marked so
            assertThat(new DeadlineRecount(app, LegalClock.shipped(new WorkingCalendar(OfficialClock.read(app)))).run())
                    .isEqualTo(1);
            assertThat(row(app, "moves")).isEqualTo("2027-01-04 t");

            run(
                    app,
                    "INSERT INTO calendar_year (year, source, holidays, make_up_days, changed_at) VALUES (2027,"
                            + " 'an invented notice', '[{\"name\":\"元旦\",\"from\":\"2027-01-01\",\"to\":\"2027-01-03\"}]',"
                            + " '[]', now())");
            LegalClock known = LegalClock.shipped(new WorkingCalendar(OfficialClock.read(app)));
            assertThat(new DeadlineRecount(app, known).run()).isEqualTo(1);

            assertThat(row(app, "moves")).isEqualTo("2027-01-05 f");
            assertThat(row(app, "stays")).isEqualTo("2026-11-27 f");
            assertThat(row(app, "unknown")).isEqualTo("2027-01-04 t");
            assertThat(row(app, "decided")).isEqualTo("2027-01-04 t");
            assertThat(new DeadlineRecount(app, known).run()).isZero();
            // the counts of the inbox know the new day
            Actor officer = new Actor(1L, "o", "O", env, "env", "env", Set.of(Role.SECRECY_OFFICER));
            assertThat(new OpenTasks(app, officer, LocalDate.of(2027, 1, 5))
                            .counts()
                            .overdue())
                    .isEqualTo(2);
            assertThat(new OpenTasks(app, officer, LocalDate.of(2027, 1, 6))
                            .counts()
                            .overdue())
                    .isEqualTo(3);
            app.rollback();
        }
    }

    @Test
    void thousands_of_tasks_are_changed_by_one_statement() throws Exception {
        try (Connection app = application()) {
            app.setAutoCommit(false);
            run(
                    app,
                    "INSERT INTO worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                            + " organisation_id, owner_role, created_at, due_on, due_rule, due_term, due_from, state)"
                            + " SELECT 'n' || n, 'CreditRecord', 'p', 's', 'f', 'R' || n, 't', o.id, 'REVIEWER', now(),"
                            + " DATE '2026-03-02', 'r', 'LOT_REVIEW', DATE '2026-03-02' + n % 20, 'OPEN'"
                            + " FROM generate_series(1, 5000) n, organisation o WHERE o.code = 'env'");
            assertThat(new DeadlineRecount(app, LegalClock.shipped()).run()).isEqualTo(5_000);
            // the trigger notes every statement that changes tasks
            assertThat(number(
                            app,
                            "SELECT count(*) FROM worklist_change WHERE due_on = DATE '2026-03-02' AND change < 0"))
                    .isEqualTo(1);
            app.rollback();
        }
    }

    private static String citation(String term) {
        return LegalClock.shipped()
                .ruleOn(term, LocalDate.of(2026, 11, 20))
                .orElseThrow()
                .citation();
    }

    private static void task(Connection app, String id, long org, String term, String from, String due, String state)
            throws SQLException {
        run(
                app,
                String.format(
                        "INSERT INTO worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                                + " organisation_id, owner_role, created_at, due_on, due_rule, provisional, due_term,"
                                + " due_from, state) VALUES ('%s', 'CreditRecord', 'p', 's', 'f', 'R', 't', %d,"
                                + " 'SECRECY_OFFICER', now(), '%s', 'r', true, '%s', '%s', '%s')",
                        id, org, due, term, from, state));
    }

    private static String row(Connection app, String id) throws SQLException {
        try (Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery("SELECT due_on || ' ' || left(provisional::text, 1) FROM worklist_task"
                        + " WHERE id = '" + id + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection application() throws SQLException {
        Connection app = bed.connect("chengxin_app");
        run(app, "SET search_path = registry, engine");
        return app;
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
}

package org.chengxin.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.boundary.FlowQuery;
import org.chengxin.workflow.boundary.StepFigures;
import org.chengxin.workflow.control.FlowReading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a supervisor sees of the work: what stands at each step, what is late, and how long it takes. */
class WorkInProgressTest {

    private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
    private static final int MONTH = 30;

    private static TestBed bed;

    @BeforeAll
    static void start() throws Exception {
        bed = TestBed.fresh("work-in-progress");
        try (Connection app = application();
                Statement sql = app.createStatement()) {
            // lot n: 1 and 2 are through, 3 is checked, 4 becomes records, 5 was returned; 6 is of another department
            sql.execute("INSERT INTO submission (id, no, item_id, item_code, item_version_id, organisation_id,"
                    + " submitted_by, submitted_name, channel, media_type, content_sha256, size_bytes, mapping, state,"
                    + " received_at, reviewed_by, reviewed_at, closed_at) SELECT n, 'L' || n, i.id, i.code, v.id, o.id,"
                    + " 'clerk.env', 'c', 'API', 'text/csv', 's' || n, 1, '{}',"
                    + " (ARRAY['DONE','DONE','CHECKING','PROCESSING','RETURNED','DONE'])[n],"
                    + " TIMESTAMPTZ '2026-03-01 00:00Z', CASE WHEN n <> 3 THEN 'reviewer.env' END,"
                    + " CASE WHEN n <> 3 THEN TIMESTAMPTZ '2026-03-01 10:00Z' END,"
                    + " CASE WHEN n IN (1, 2, 5, 6) THEN TIMESTAMPTZ '2026-03-01 10:00Z' + n * interval '1 minute' END"
                    + " FROM generate_series(1, 6) n JOIN organisation o ON o.code ="
                    + " CASE WHEN n = 6 THEN 'tax' ELSE 'env' END CROSS JOIN catalogue_item i"
                    + " JOIN catalogue_item_version v ON v.item_id = i.id WHERE i.code = 'PEN-ENV'");
            sql.execute("INSERT INTO worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                    + " organisation_id, owner_role, created_at, due_on, state, decided_by, decided_at)"
                    + " SELECT 'review' || s.id, 'Submission', 'p', 'ReviewLot', 'f', s.no, 't', s.organisation_id,"
                    + " 'REVIEWER', TIMESTAMPTZ '2026-03-01 00:02Z', DATE '2026-03-06', 'DONE', 'reviewer.env',"
                    + " TIMESTAMPTZ '2026-03-01 00:02Z' + s.id * interval '1 hour' FROM submission s WHERE s.id <> 3");
            // received long ago: 7 became records lately, 8 once more ten days after its approval
            sql.execute(
                    "INSERT INTO submission (id, no, item_id, item_code, item_version_id, organisation_id,"
                            + " submitted_by, submitted_name, channel, media_type, content_sha256, size_bytes, mapping, state,"
                            + " received_at, reviewed_by, reviewed_at, closed_at, round) SELECT 6 + n, 'L' || 6 + n, s.item_id,"
                            + " s.item_code, s.item_version_id, o.id, 'clerk.market', 'c', 'API', 'text/csv', 'late' || n, 1,"
                            + " '{}', 'DONE', TIMESTAMPTZ '2026-01-15 00:00Z', 'reviewer.market',"
                            + " TIMESTAMPTZ '2026-02-20 10:00Z', TIMESTAMPTZ '2026-02-20 10:05Z'"
                            + " + (n - 1) * interval '10 days', n - 1"
                            + " FROM submission s, organisation o, generate_series(1, 2) n WHERE s.id = 1 AND o.code = 'market'");
            // ten wait for a ruling, three of them too long; five were ruled, one of them last year
            sql.execute("INSERT INTO worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                    + " organisation_id, owner_role, created_at, due_on, state, decided_at)"
                    + " SELECT 'ruling' || n, 'CreditRecord', 'p', 'DecideDisclosure', 'f', 'R' || n, 't', o.id,"
                    + " 'SECRECY_OFFICER', TIMESTAMPTZ '2026-02-20 00:00Z' + n * interval '1 minute',"
                    + " DATE '2026-03-02' + CASE WHEN n <= 3 THEN -1 ELSE 0 END,"
                    + " CASE WHEN n <= 10 THEN 'OPEN' ELSE 'DONE' END,"
                    + " CASE WHEN n = 15 THEN TIMESTAMPTZ '2025-02-21 00:00Z' WHEN n > 10 THEN"
                    + " TIMESTAMPTZ '2026-02-20 00:00Z' + n * interval '1 minute' + (n - 10) * interval '1 day' END"
                    + " FROM generate_series(1, 15) n, organisation o WHERE o.code = 'env'");
        }
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void the_steps_of_lots_are_those_of_people_and_of_the_system() throws Exception {
        Map<String, StepFigures> figures = read(new FlowQuery("Submission", null, null, MONTH), organisation("env"));

        assertThat(figures.get("ReviewLot"))
                .isEqualTo(new StepFigures(
                        "ReviewLot", 0, 0, 0, null, 4, Duration.ofHours(3), Duration.ofMinutes(4 * 60 + 42)));
        assertThat(figures.get("CheckRows").waiting()).isEqualTo(1);
        assertThat(figures.get("CheckRows").median()).isEqualTo(Duration.ofMinutes(2));
        assertThat(figures.get("AdmitRecords").waiting()).isEqualTo(1);
        assertThat(figures.get("AdmitRecords").oldest())
                .isEqualTo(Instant.parse("2026-03-01T10:00:00Z").atOffset(ZoneOffset.UTC));
        assertThat(figures.get("AdmitRecords").through())
                .as("what was returned became no records")
                .isEqualTo(2);
        assertThat(figures.get("AdmitRecords").median()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void a_lot_counts_in_the_span_in_which_it_left_the_step_and_by_its_first_round() throws Exception {
        Map<String, StepFigures> figures = read(new FlowQuery("Submission", null, null, MONTH), organisation("market"));

        assertThat(figures.get("AdmitRecords").through()).isEqualTo(1);
        assertThat(figures.get("AdmitRecords").median()).isEqualTo(Duration.ofMinutes(5));
        assertThat(read(new FlowQuery("Submission", null, null, 5), organisation("market")))
                .isEmpty();
    }

    @Test
    void what_waits_what_is_late_and_what_was_done_lately_are_told_apart() throws Exception {
        StepFigures rulings =
                read(new FlowQuery("CreditRecord", null, null, MONTH), null).get("DecideDisclosure");

        assertThat(rulings.waiting()).isEqualTo(10);
        assertThat(rulings.overdue()).isEqualTo(3);
        assertThat(rulings.oldest())
                .isEqualTo(Instant.parse("2026-02-20T00:01:00Z").atOffset(ZoneOffset.UTC));
        assertThat(rulings.through()).isEqualTo(4);
        assertThat(rulings.median()).isEqualTo(Duration.ofHours(60));
    }

    @Test
    void an_organisation_or_an_item_is_looked_at_by_itself() throws Exception {
        assertThat(read(new FlowQuery("Submission", null, null, MONTH), null)
                        .get("ReviewLot")
                        .through())
                .isEqualTo(5);
        assertThat(read(new FlowQuery("Submission", null, "PEN-ENV", MONTH), organisation("tax"))
                        .get("ReviewLot")
                        .through())
                .isEqualTo(1);
        assertThat(read(new FlowQuery("Submission", null, "TAX-GRADE", MONTH), null))
                .isEmpty();
        assertThat(read(new FlowQuery("CreditRecord", null, "PEN-ENV", MONTH), organisation("env")))
                .as("no record of the item has these numbers")
                .isEmpty();
    }

    @Test
    void a_lot_whose_step_failed_stands_still() throws Exception {
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement()) {
            sql.execute("INSERT INTO engine.act_ru_execution (id_, rev_, business_key_, is_active_, is_concurrent_,"
                    + " is_scope_, is_event_scope_, suspension_state_, sequence_counter_)"
                    + " VALUES ('e4', 1, 'L4', true, false, true, false, 1, 1)");
            sql.execute("INSERT INTO engine.act_ru_jobdef (id_, rev_, proc_def_key_, act_id_, job_type_)"
                    + " VALUES ('d4', 1, 'Submission', 'AdmitRecords', 'async-continuation')");
            sql.execute("INSERT INTO engine.act_ru_job (id_, rev_, type_, retries_, process_instance_id_, job_def_id_)"
                    + " VALUES ('j4', 1, 'message', 0, 'e4', 'd4')");
        }
        Map<String, StepFigures> figures = read(new FlowQuery("Submission", null, null, MONTH), null);
        assertThat(figures.get("AdmitRecords").failed()).isEqualTo(1);
        assertThat(figures.get("CheckRows").failed()).isZero();
    }

    private static Map<String, StepFigures> read(FlowQuery query, Long organisation) throws SQLException {
        try (Connection app = application()) {
            return new FlowReading(app, ApplicationClock.ahead(Clock.fixed(NOW, ZoneOffset.UTC), ""))
                    .read(query, organisation).stream()
                            .collect(Collectors.toMap(StepFigures::element, Function.identity()));
        }
    }

    private static Long organisation(String code) throws SQLException {
        try (Connection app = application();
                Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery("SELECT id FROM organisation WHERE code = '" + code + "'")) {
            row.next();
            return row.getLong(1);
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

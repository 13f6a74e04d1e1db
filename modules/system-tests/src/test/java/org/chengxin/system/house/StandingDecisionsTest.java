package org.chengxin.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Role;
import org.chengxin.system.Await;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.control.StandingRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A decision that can still be undone, in its row: it ends once, one way or the other, and nothing of it is lost. */
class StandingDecisionsTest {

    private static final Instant DECIDED = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant END = DECIDED.plusSeconds(60);
    private static final Actor YI = actor("yi");
    private static final Actor BING = actor("bing");
    private static final Duration SOON = Duration.ofSeconds(20);

    private static TestBed bed;
    private Connection app;

    private static Actor actor(String username) {
        return new Actor(1L, username, username, 1L, "env", "env", Set.of(Role.REVIEWER));
    }

    @BeforeAll
    static void start() {
        bed = TestBed.fresh("standing");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    /** Of three reviews of lots the first is decided and stands, the second has taken effect, the third is open. */
    @BeforeEach
    void decided() throws Exception {
        bed.run(
                "TRUNCATE registry.worklist_task, registry.withdrawn_decision, registry.worklist_change",
                "INSERT INTO registry.worklist_task (id, process, process_instance_id, step, form, business_key, title,"
                        + " organisation_id, owner_role, assignee, assignee_name, claimed_at, created_at, due_on, state,"
                        + " outcome, fields, decided_by, decided_name, decided_at, takes_effect_at) SELECT 't' || n,"
                        + " 'Submission', 'p' || n, 'ReviewLot', 'review-lot', 'L' || n, 't', o.id, 'REVIEWER', 'yi',"
                        + " '乙', '2026-11-24T01:30:00Z', '2026-11-24T01:00:00Z', '2026-12-01',"
                        + " CASE n WHEN 3 THEN 'OPEN' ELSE 'DONE' END, CASE WHEN n < 3 THEN 'return' END,"
                        + " CASE WHEN n < 3 THEN '{\"outcome\":\"return\",\"reason\":\"日期不符\"}'::jsonb END,"
                        + " CASE WHEN n < 3 THEN 'yi' END, CASE WHEN n < 3 THEN '乙' END,"
                        + " CASE WHEN n < 3 THEN TIMESTAMPTZ '" + DECIDED + "' END,"
                        + " CASE WHEN n = 1 THEN TIMESTAMPTZ '" + END + "' END"
                        + " FROM generate_series(1, 3) n, registry.organisation o WHERE o.code = 'env'");
        app = application();
    }

    @AfterEach
    void forget() throws Exception {
        app.rollback();
        app.close();
    }

    private static Connection application() throws SQLException {
        Connection connection = bed.connect("chengxin_app");
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET search_path = registry, engine");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private StandingRows rows() {
        return new StandingRows(app);
    }

    @Test
    void it_takes_effect_when_its_time_is_over_and_not_before_and_once() throws Exception {
        assertThat(rows().due(END.minusMillis(1))).isEmpty();
        assertThat(rows().begin("t1", END.minusMillis(1))).isFalse();

        assertThat(rows().due(END)).containsExactly("t1");
        assertThat(rows().begin("t1", END)).isTrue();
        assertThat(rows().begin("t1", END)).isFalse();
        assertThat(rows().due(END.plusSeconds(3_600))).isEmpty();
        assertThat(text("SELECT state || ' ' || outcome || ' ' || decided_by FROM worklist_task WHERE id = 't1'"))
                .isEqualTo("DONE return yi");
    }

    @Test
    void what_a_killed_server_left_is_found_by_the_next_that_looks() throws Exception {
        assertThat(rows().begin("t1", END)).isTrue();
        // killed before its transaction ended
        app.rollback();
        try (Connection next = application()) {
            assertThat(new StandingRows(next).due(END.plusSeconds(3_600))).containsExactly("t1");
            assertThat(new StandingRows(next).begin("t1", END.plusSeconds(3_600)))
                    .isTrue();
            next.rollback();
        }
    }

    @Test
    void undone_it_leaves_the_task_exactly_as_it_was_and_is_kept_itself() throws Exception {
        String open = "SELECT open + 0 FROM (SELECT coalesce(sum(change), 0) AS open FROM worklist_change) c";
        String before = asBefore("t3");
        assertThat(text(open)).isEqualTo("1");

        assertThat(rows().undo("t1", YI, END.minusSeconds(1))).isTrue();

        assertThat(asBefore("t1").replace("t1", "t3").replace("p1", "p3").replace("L1", "L3"))
                .isEqualTo(before);
        assertThat(text(open)).as("it is counted again").isEqualTo("2");
        assertThat(rows().due(END.plusSeconds(3_600))).isEmpty();
        assertThat(rows().latestWithdrawn("t1")).hasValueSatisfying(withdrawn -> {
            assertThat(withdrawn.undone()).isTrue();
            assertThat(withdrawn.fields()).isEqualTo(Map.of("outcome", "return", "reason", "日期不符"));
            assertThat(withdrawn.decidedBy()).isEqualTo("yi");
            assertThat(withdrawn.decidedAt().toInstant()).isEqualTo(DECIDED);
            assertThat(withdrawn.withdrawnAt().toInstant()).isEqualTo(END.minusSeconds(1));
        });
    }

    /** Everything of a task but the count of its changes. */
    private String asBefore(String id) throws SQLException {
        return text("SELECT (to_jsonb(w) - 'version')::text FROM worklist_task w WHERE id = '" + id + "'");
    }

    @Test
    void nobody_undoes_what_somebody_else_decided_what_counts_or_what_nobody_decided() throws Exception {
        assertThat(rows().undo("t1", BING, DECIDED)).isFalse();
        assertThat(rows().undo("t2", YI, DECIDED)).isFalse();
        assertThat(rows().undo("t3", YI, DECIDED)).isFalse();
        assertThat(rows().undo("none", YI, DECIDED)).isFalse();
        assertThat(text("SELECT count(*) FROM withdrawn_decision")).isEqualTo("0");
    }

    @Test
    void what_may_not_take_effect_any_more_comes_to_nothing() throws Exception {
        assertThat(rows().lapse("t1", "FOUR_EYES", END.minusSeconds(1)))
                .as("it is judged when it counts")
                .isFalse();
        assertThat(rows().lapse("t1", "FOUR_EYES", END)).isTrue();
        assertThat(rows().lapse("t1", "FOUR_EYES", END)).isFalse();

        assertThat(text("SELECT state || coalesce(assignee, '') || coalesce(decided_by, '') FROM worklist_task"
                        + " WHERE id = 't1'"))
                .as("who had it has it, until it is passed to the group")
                .isEqualTo("OPENyi");
        assertThat(rows().latestWithdrawn("t1")).hasValueSatisfying(withdrawn -> {
            assertThat(withdrawn.undone()).isFalse();
            assertThat(withdrawn.cause()).isEqualTo("FOUR_EYES");
        });
    }

    @Test
    void two_clicks_undo_once_also_at_the_same_moment() throws Exception {
        assertThat(rows().undo("t1", YI, DECIDED)).isTrue();
        assertThat(whileTheOtherWaits(other -> other.undo("t1", YI, DECIDED))).isFalse();
        assertThat(text("SELECT count(*) FROM withdrawn_decision")).isEqualTo("1");
    }

    @Test
    void of_an_effect_and_an_undo_at_the_same_moment_the_effect_wins_and_the_undo_finds_nothing() throws Exception {
        assertThat(rows().begin("t1", END)).isTrue();
        assertThat(whileTheOtherWaits(other -> other.undo("t1", YI, END))).isFalse();
        assertThat(text("SELECT state FROM worklist_task WHERE id = 't1'")).isEqualTo("DONE");
        assertThat(text("SELECT count(*) FROM withdrawn_decision")).isEqualTo("0");
    }

    @Test
    void what_is_being_undone_is_passed_over_and_stays_undone() throws Exception {
        assertThat(rows().undo("t1", YI, END)).isTrue();
        assertThat(passedOver("t1")).isTrue();

        app.commit();
        assertThat(rows().begin("t1", END)).isFalse();
        assertThat(text("SELECT state FROM worklist_task WHERE id = 't1'")).isEqualTo("OPEN");
    }

    @Test
    void an_undo_that_comes_to_nothing_leaves_it_to_the_next_look() throws Exception {
        assertThat(rows().undo("t1", YI, END)).isTrue();
        assertThat(passedOver("t1")).isTrue();

        app.rollback();
        assertThat(rows().begin("t1", END)).isTrue();
    }

    @Test
    void of_two_servers_one_lets_it_take_effect_and_the_other_passes_over_it() throws Exception {
        assertThat(rows().begin("t1", END)).isTrue();
        assertThat(passedOver("t1")).isTrue();

        app.commit();
        assertThat(rows().begin("t1", END)).isFalse();
    }

    /** Another server's round finds the row in hand here, and neither waits for it nor lets it take effect. */
    private boolean passedOver(String taskId) throws SQLException {
        try (Connection other = application()) {
            // a wait would fail here instead of standing still
            text(other, "SELECT set_config('lock_timeout', '5s', false)");
            boolean begun = new StandingRows(other).begin(taskId, END);
            other.rollback();
            return !begun;
        }
    }

    @FunctionalInterface
    private interface Attempt {
        boolean on(StandingRows rows) throws SQLException;
    }

    /** Another transaction tries the same row, waits for this one, which then commits, and goes on. */
    private boolean whileTheOtherWaits(Attempt attempt) throws Exception {
        try (Connection other = application()) {
            String backend = text(other, "SELECT pg_backend_pid()");
            CompletableFuture<Boolean> tried =
                    CompletableFuture.supplyAsync(() -> called(() -> attempt.on(new StandingRows(other))));
            Await.until(
                    "the other transaction to wait",
                    SOON,
                    () -> bed.number("SELECT count(*) FROM pg_locks WHERE NOT granted AND pid = " + backend) == 1);
            app.commit();
            boolean won = tried.get();
            other.commit();
            return won;
        }
    }

    private static boolean called(Callable<Boolean> attempt) {
        try {
            return attempt.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String query) throws SQLException {
        return text(app, query);
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}

package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.chengxin.kernel.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sample of a review, in the database. */
class SampleDrawTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-07-02T01:00:00Z");
    private static final BigDecimal ONE = new BigDecimal("1.0");

    @RegisterExtension
    static final IntakeDatabase DATABASE = new IntakeDatabase();

    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = DATABASE.application();
    }

    /** A lot of so many clean rows, all accepted. */
    private LotInDatabase lot(int rows) throws SQLException {
        LotInDatabase lot = new LotInDatabase(connection, "REG-BASIC", List.of(registration(1)));
        try (Statement sql = connection.createStatement()) {
            sql.execute(
                    "DELETE FROM staged_row WHERE submission_id = " + lot.lot().id());
            sql.execute("DELETE FROM finding WHERE submission_id = " + lot.lot().id());
            sql.execute("INSERT INTO staged_row (submission_id, received_at, row_no, outcome, content, title)"
                    + " SELECT s.id, s.received_at, g, 'ACCEPTED', '{\"subjectName\":\"甲\"}', '第' || g || '条'"
                    + " FROM submission s, generate_series(2, " + (rows + 1) + ") g WHERE s.id = "
                    + lot.lot().id());
        }
        return lot;
    }

    private static Map<String, String> registration(int number) {
        return Map.of("subjectName", "苏州抽样" + number + "有限公司", "unifiedCode", PenaltyRow.CODE);
    }

    private SampleDraw.Drawn draw(Connection through, LotInDatabase lot, String review, long seed) throws SQLException {
        return new SampleDraw(through)
                .draw(lot.lot(), review, SamplingPlan.Level.I, ONE, () -> seed, actor("reviewer.a"), NOW);
    }

    private List<Integer> rows(SampleDraw.Drawn drawn, LotInDatabase lot) throws SQLException {
        return new SampleDraw(connection)
                .rows(drawn, lot.lot().receivedAt(), "reviewer.a", 0, 5_000).stream()
                        .map(SampleDraw.Row::rowNo)
                        .toList();
    }

    private void sql(String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static Actor actor(String name) {
        return new Actor(null, name, name, IntakeDatabase.SUPPLIER, "a", "甲局", Set.of());
    }

    @Test
    void is_as_large_as_the_standard_says_spread_over_the_lot_and_the_same_from_the_same_seed() throws SQLException {
        LotInDatabase lot = lot(963);
        SampleDraw.Drawn drawn = draw(connection, lot, "t1", 42);

        List<Integer> rows = rows(drawn, lot);
        assertThat(drawn.lotSize()).isEqualTo(963);
        assertThat(rows).hasSize(50).isSorted().doesNotHaveDuplicates();
        assertThat(rows.get(0)).isLessThan(200);
        assertThat(rows.get(49)).isGreaterThan(764);
        assertThat(IntakeDatabase.rows(
                        connection,
                        "SELECT row_no FROM staged_row WHERE submission_id = "
                                + lot.lot().id()
                                + " ORDER BY md5('42:' || row_no) LIMIT 50"))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(String::valueOf).toList());
    }

    @Test
    void leaves_out_what_somebody_looks_at_anyway_what_makes_nothing_and_other_rounds() throws SQLException {
        LotInDatabase lot = lot(20);
        String of = " WHERE submission_id = " + lot.lot().id() + " AND row_no = ";
        sql("INSERT INTO finding (submission_id, received_at, row_no, seq, rule, severity)"
                + " SELECT submission_id, received_at, row_no, 1, 'TOO_LONG', CASE row_no WHEN 2 THEN 'WARNING'"
                + " WHEN 3 THEN 'SUSPECT' ELSE 'INFO' END FROM staged_row WHERE row_no IN (2, 3, 4) AND submission_id = "
                + lot.lot().id());
        sql("UPDATE staged_row SET makes_nothing = true" + of + 5);
        sql("UPDATE staged_row SET round = 1" + of + 6);
        sql("UPDATE staged_row SET outcome = 'REJECTED'" + of + 7);

        SampleDraw.Drawn drawn = draw(connection, lot, "t1", 1);

        assertThat(drawn.lotSize()).isEqualTo(15);
        assertThat(drawn.plan()).isEqualTo(new SamplingPlan("E", 13, 0));
        assertThat(rows(drawn, lot)).hasSize(13).doesNotContain(2, 3, 5, 6, 7);
    }

    @Test
    void is_not_drawn_again() throws SQLException {
        LotInDatabase lot = lot(963);
        List<Integer> first = rows(draw(connection, lot, "t1", 1), lot);

        SampleDraw.Drawn again = draw(connection, lot, "t1", 2);

        assertThat(again.seed()).isEqualTo(1);
        assertThat(rows(again, lot)).isEqualTo(first);
        SampleDraw draws = new SampleDraw(connection);
        assertThat(draws.of(lot.lot(), "t1", false)).contains(again);
        assertThat(draws.of(lot.lot(), "t2", false)).as("another review, ended").isEmpty();
        assertThat(draws.of(lot.lot(), "t2", true))
                .as("the same round, reviewed anew")
                .contains(again);
        assertThat(draw(connection, lot, "t2", 3)).isEqualTo(again);
    }

    @Test
    void of_two_who_draw_at_once_the_second_finds_the_first_ones() throws Exception {
        LotInDatabase lot = lot(963);
        connection.commit();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection second = DATABASE.application()) {
            draw(connection, lot, "both", 1);
            Future<SampleDraw.Drawn> waiting = other.submit(() -> draw(second, lot, "both", 2));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                while (IntakeDatabase.rows(connection, "SELECT count(*) FROM pg_locks WHERE NOT granted")
                        .contains("0")) {
                    Thread.onSpinWait();
                }
            });
            connection.commit();

            assertThat(waiting.get(20, TimeUnit.SECONDS).seed()).isEqualTo(1);
            second.commit();
        } finally {
            other.shutdownNow();
        }
        assertThat(IntakeDatabase.rows(
                        connection,
                        "SELECT count(*) FROM lot_sample_row WHERE submission_id = "
                                + lot.lot().id()))
                .containsExactly("50");
    }

    @Test
    void looks_are_each_persons_own_and_keep_their_time() throws SQLException {
        LotInDatabase lot = lot(963);
        SampleDraw draws = new SampleDraw(connection);
        SampleDraw.Drawn drawn = draw(connection, lot, "t1", 1);
        List<Integer> rows = rows(drawn, lot);
        List<Integer> looked = new ArrayList<>(rows.subList(0, 3));
        looked.add(100_000);

        draws.look(drawn, looked, actor("reviewer.a"), NOW);
        draws.look(drawn, rows.subList(2, 4), actor("reviewer.a"), NOW.plusHours(1));
        draws.look(drawn, rows.subList(0, 1), actor("reviewer.b"), NOW);

        assertThat(draws.seen(drawn, "reviewer.a")).isEqualTo(4);
        assertThat(draws.seen(drawn, "reviewer.b")).isEqualTo(1);
        assertThat(draws.rows(drawn, lot.lot().receivedAt(), "reviewer.a", rows.get(1), 3))
                .extracting(
                        SampleDraw.Row::rowNo,
                        row -> row.seenAt() == null ? null : row.seenAt().getHour())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(rows.get(2), 1),
                        org.assertj.core.groups.Tuple.tuple(rows.get(3), 2),
                        org.assertj.core.groups.Tuple.tuple(rows.get(4), null));
    }

    @Test
    void drawing_it_and_reading_a_row_are_the_same_statements_in_a_lot_of_any_size() throws SQLException {
        assertThat(statements(lot(60_000), "t2"))
                .isEqualTo(statements(lot(30), "t1"))
                .isEqualTo(8);
    }

    private int statements(LotInDatabase lot, String review) throws SQLException {
        CountedStatements counted = new CountedStatements();
        SampleDraw draws = new SampleDraw(counted.of(connection));
        SampleDraw.Drawn drawn =
                draws.draw(lot.lot(), review, SamplingPlan.Level.I, ONE, () -> 1, actor("reviewer.a"), NOW);
        SampleDraw.Row first =
                draws.rows(drawn, lot.lot().receivedAt(), "reviewer.a", 0, 1).get(0);
        draws.look(drawn, List.of(first.rowNo()), actor("reviewer.a"), NOW);
        draws.progress(drawn, "reviewer.a", first.rowNo(), first.rowNo());
        return counted.executed().size();
    }

    @Test
    void nobody_changes_it_afterwards() throws SQLException {
        draw(connection, lot(30), "t1", 1);

        for (String table : List.of("lot_sample", "lot_sample_row", "lot_sample_look")) {
            var before = connection.setSavepoint();
            assertThatThrownBy(() -> sql("DELETE FROM " + table)).hasMessageContaining(table);
            connection.rollback(before);
        }
    }
}

package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.chengxin.intake.entity.LotPart;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Parts of a lot whose rows become records side by side, on a real database, in transactions of their own. */
class LotPartsTest {

    private static final int SUBJECTS = 24;
    private static final LotPart FIRST = new LotPart(0, 2);
    private static final LotPart SECOND = new LotPart(1, 2);

    @RegisterExtension
    static final IntakeDatabase DATABASE = new IntakeDatabase();

    private static int documents;

    private Connection connection;
    private Connection other;

    @BeforeAll
    static void start() throws IOException, SQLException {
        try (Connection connection = DATABASE.application()) {
            List<Map<String, String>> rows = new ArrayList<>();
            for (int i = 0; i < SUBJECTS; i++) {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("subjectName", name(i));
                row.put("unifiedCode", code(i));
                rows.add(row);
            }
            new LotInDatabase(connection, "REG-BASIC", rows).admit();
            connection.commit();
        }
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = DATABASE.application();
        other = DATABASE.application();
    }

    private static String name(int subject) {
        return "苏州并行第" + subject + "染织有限公司";
    }

    private static String code(int subject) {
        return UnifiedSocialCreditCode.generate("91", "320500", 700_000 + subject)
                .value();
    }

    private static Map<String, String> penalty(int subject, String document) {
        Map<String, String> row = PenaltyRow.penalty();
        row.put("subjectName", name(subject));
        row.put("subjectCode", code(subject));
        row.put("documentNo", document);
        return row;
    }

    /** So many rows, of the subjects in turn, none of which is on record. */
    private LotInDatabase lotOf(int rows) throws SQLException {
        List<Map<String, String>> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add(penalty(i % SUBJECTS, "并行字" + ++documents + "号"));
        }
        return lotOf(all);
    }

    private LotInDatabase lotOf(List<Map<String, String>> rows) throws SQLException {
        LotInDatabase lot = new LotInDatabase(connection, "PEN-ENV", rows);
        connection.commit();
        return lot;
    }

    private static Set<String> subjects(Connection through, LotInDatabase lot, LotPart part) throws SQLException {
        return new ApprovedRows(through, lot.lot(), part, 0)
                .next(LotAdmission.CHUNK).rows().stream()
                        .map(row -> String.valueOf(row.subjectId()))
                        .collect(Collectors.toSet());
    }

    @Test
    void every_row_is_of_one_part_and_a_subject_of_no_two() throws SQLException {
        LotInDatabase lot = lotOf(100);
        for (int parts = 1; parts <= LotPart.GROUPS; parts++) {
            List<Integer> rows = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (int part = 0; part < parts; part++) {
                LotPart one = new LotPart(part, parts);
                rows.addAll(new ApprovedRows(connection, lot.lot(), one, 0).nextNumbers(LotAdmission.CHUNK));
                assertThat(subjects(connection, lot, one)).allMatch(seen::add);
            }
            assertThat(rows).as(parts + " parts").hasSize(100).doesNotHaveDuplicates();
        }
    }

    @Test
    void two_parts_at_work_at_the_same_moment_wait_for_nobody_and_lose_nothing() throws Exception {
        LotInDatabase lot = lotOf(120);
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Connection person = DATABASE.application();
                Statement sql = person.createStatement()) {
            // somebody settles a row and takes his time
            sql.execute("UPDATE submission SET pending_rows = pending_rows + 1 WHERE id = "
                    + lot.lot().id());
            Future<Integer> first = threads.submit(() -> admit(connection, lot, FIRST, both));
            Future<Integer> second = threads.submit(() -> admit(other, lot, SECOND, both));
            int firstRows = first.get(60, TimeUnit.SECONDS);
            assertThat(firstRows + second.get(60, TimeUnit.SECONDS)).isEqualTo(120);
            assertThat(IntakeDatabase.rows(
                            connection,
                            "SELECT part, parts, rows_admitted FROM lot_part WHERE submission_id = "
                                    + lot.lot().id() + " ORDER BY part"))
                    .containsExactly("0|2|" + firstRows, "1|2|" + (120 - firstRows));
            person.commit();
        } finally {
            threads.shutdownNow();
        }
        assertThat(IntakeDatabase.rows(
                        connection,
                        "SELECT count(*), count(DISTINCT row_no), max(content_version) FROM credit_record"
                                + " WHERE submission_id = " + lot.lot().id()))
                .containsExactly("120|120|1");
        assertThat(lot.rows()).hasSize(120).noneMatch(row -> row.contains("|t|") || row.endsWith("null"));
        assertThat(IntakeDatabase.rows(
                        connection,
                        "SELECT pending_rows, rows_admitted FROM submission WHERE id = "
                                + lot.lot().id()))
                .containsExactly("1|0");

        new PartPositions(connection).gather(lot.lot());

        assertThat(lot.lot().rounds().rowsAdmitted()).isEqualTo(120);
        assertThat(new PartPositions(connection).lastRow(lot.lot(), FIRST)).isZero();
    }

    /** All chunks of a part; the first of both are in the database at the same time, neither committed. */
    private static int admit(Connection through, LotInDatabase lot, LotPart part, CyclicBarrier both) throws Exception {
        int rows = 0;
        boolean left = true;
        while (left) {
            LotTurn.take(through, lot.lot(), part);
            LotAdmission admission = lot.admit(through, part, 20);
            if (rows == 0) {
                both.await(30, TimeUnit.SECONDS);
            }
            through.commit();
            rows += admission.consumed();
            left = admission.rowsLeft();
        }
        return rows;
    }

    @Test
    void lots_that_may_bring_the_same_record_wait_whatever_their_parts() throws SQLException {
        LotInDatabase one = lotOf(4);
        LotInDatabase another = lotOf(4);
        try (Statement sql = other.createStatement()) {
            sql.execute("SET lock_timeout = '200ms'");
            other.commit();
        }

        LotTurn.take(connection, one.lot(), FIRST);
        LotTurn.take(other, another.lot(), SECOND);
        other.rollback();
        for (LotPart meeting : List.of(FIRST, LotPart.WHOLE, new LotPart(1, 3))) {
            assertThatThrownBy(() -> LotTurn.take(other, another.lot(), meeting))
                    .as(meeting.toString())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("lock timeout");
            other.rollback();
        }
    }

    @Test
    void other_content_of_a_record_comes_after_the_first_in_the_same_part() throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            rows.add(penalty(i, "并行字" + ++documents + "号"));
        }
        Map<String, String> again = new LinkedHashMap<>(rows.get(0));
        rows.add(again);
        LotInDatabase lot = lotOf(rows);
        // the check leaves such rows to a person; one that was confirmed comes to this
        try (Statement sql = connection.createStatement()) {
            sql.execute("UPDATE staged_row SET makes_nothing = false, content_hash = 'other' WHERE row_no = "
                    + (SUBJECTS + 2) + " AND submission_id = " + lot.lot().id());
        }
        LotPart mine = subjects(connection, lot, FIRST).contains(subjectOfFirstRow(lot)) ? FIRST : SECOND;

        LotAdmission first = lot.admit(connection, mine, LotAdmission.CHUNK);
        assertThat(first.rowsLeft()).isTrue();
        LotAdmission then = lot.admit(connection, mine, LotAdmission.CHUNK);

        assertThat(then.consumed()).isOne();
        assertThat(then.lastRow()).isEqualTo(SUBJECTS + 2);
        assertThat(then.rowsLeft()).isFalse();
        assertThat(IntakeDatabase.rows(
                        connection,
                        "SELECT content_version FROM credit_record WHERE submission_id = "
                                + lot.lot().id() + " AND row_no = 2"))
                .containsExactly("2");
    }

    private String subjectOfFirstRow(LotInDatabase lot) throws SQLException {
        return IntakeDatabase.rows(
                        connection,
                        "SELECT subject_id FROM staged_row WHERE row_no = 2 AND submission_id = "
                                + lot.lot().id())
                .get(0);
    }

    @Test
    void a_part_that_finds_no_row_of_its_own_goes_on_behind_those_of_others() throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(penalty(0, "并行字" + ++documents + "号"));
        }
        LotInDatabase lot = lotOf(rows);
        LotPart empty = subjects(connection, lot, FIRST).isEmpty() ? FIRST : SECOND;

        LotAdmission first = lot.admit(connection, empty, 2);
        assertThat(first.consumed()).isZero();
        assertThat(first.lastRow()).isEqualTo(5);
        assertThat(first.rowsLeft()).isTrue();
        LotAdmission last = lot.admit(connection, empty, 2);

        assertThat(last.consumed()).isZero();
        assertThat(last.rowsLeft()).isFalse();
        assertThat(new PartPositions(connection).lastRow(lot.lot(), empty)).isEqualTo(7);
    }

    @Test
    void the_row_that_fails_is_found_in_its_part_and_the_other_part_has_no_trouble() throws SQLException {
        LotInDatabase lot = lotOf(60);
        AdmissionTrouble trouble = new AdmissionTrouble(connection, SECOND);
        List<Integer> rows = new ApprovedRows(connection, lot.lot(), SECOND, 0).nextNumbers(LotAdmission.CHUNK);
        int culprit = rows.get(0);

        for (int tries = 0;
                trouble.of(lot.lot()).map(AdmissionTrouble.State::culprit).isEmpty();
                tries++) {
            assertThat(tries).isLessThan(6);
            trouble.failed(lot.lot(), "cause");
        }

        assertThat(trouble.of(lot.lot()).orElseThrow().culprit()).isEqualTo(culprit);
        assertThat(new AdmissionTrouble(connection, FIRST).of(lot.lot())).isEmpty();
        trouble.setAside(lot.lot(), trouble.of(lot.lot()).orElseThrow(), Instant.EPOCH);
        assertThat(trouble.of(lot.lot())).isEmpty();
        assertThat(new ApprovedRows(connection, lot.lot(), SECOND, 0).nextNumbers(LotAdmission.CHUNK))
                .isEqualTo(rows.subList(1, rows.size()));
    }

    @Test
    void a_chunk_of_a_part_takes_as_many_statements_for_three_rows_as_for_sixty() throws SQLException {
        assertThat(statements(lotOf(60))).isEqualTo(statements(lotOf(6)));
    }

    private int statements(LotInDatabase lot) throws SQLException {
        CountedStatements counted = new CountedStatements();
        Connection through = counted.of(connection);
        LotTurn.take(through, lot.lot(), SECOND);
        LotAdmission admission = lot.admission(through, SECOND, LotAdmission.CHUNK);
        assertThat(admission.next()).isNotEmpty();
        new PartPositions(through).admitted(lot.lot(), SECOND, admission.lastRow(), admission.consumed());
        return counted.executed().size();
    }
}

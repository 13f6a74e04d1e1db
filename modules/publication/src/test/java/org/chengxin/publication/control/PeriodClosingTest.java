package org.chengxin.publication.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.publication.PeriodRecords;
import org.chengxin.publication.PublicationDatabase;
import org.chengxin.record.boundary.PeriodEndSteps;
import org.chengxin.record.boundary.RecordsEnded;
import org.chengxin.record.control.PeriodClosing;
import org.chengxin.record.entity.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ending records and taking them off the portal, with the real tables, roles and indexes. */
class PeriodClosingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final String ENDINGS = "SELECT count(*) FROM credit_record_event WHERE type = 'END'";

    private static PublicationDatabase database;

    private Connection connection;
    private PeriodRecords records;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = new PublicationDatabase();
        try (Connection application = database.application()) {
            PeriodRecords.prepare(application);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.application();
        records = new PeriodRecords(connection);
    }

    @AfterEach
    void leaveNothing() throws SQLException, IOException {
        connection.close();
        try (Connection owner = database.owner();
                Statement sql = owner.createStatement()) {
            sql.execute("TRUNCATE registry.credit_record, registry.record_subject, registry.credit_record_event,"
                    + " registry.period_end_run, publication.public_record, publication.period_end_certificate");
        }
    }

    @Test
    void whatIsOverEndsInEveryStateThatCanBeOverAndNothingElse() throws SQLException {
        records.add("P", 3, "PUBLISHED", YESTERDAY);
        records.add("H", 2, "HELD", YESTERDAY.minusDays(400));
        records.add("U", 1, "UNDETERMINED", YESTERDAY);
        records.add("I", 1, "IN_REVIEW", YESTERDAY);
        records.add("today", 2, "PUBLISHED", TODAY);
        records.add("never", 2, "PUBLISHED", null);
        records.add("gone", 1, "WITHDRAWN", YESTERDAY);

        List<PeriodClosing.EndedRecord> ended = end(connection, 100);

        assertThat(ended)
                .extracting(PeriodClosing.EndedRecord::recordNo)
                .containsExactly("H1", "H2", "P1", "P2", "P3", "U1", "I1");
        assertThat(ended.stream().filter(PeriodClosing.EndedRecord::waited))
                .extracting(PeriodClosing.EndedRecord::recordNo)
                .containsExactly("U1", "I1");
        assertThat(records.numbers("state = 'ENDED'"))
                .containsExactlyInAnyOrder("H1", "H2", "P1", "P2", "P3", "U1", "I1");
        assertThat(records.texts("SELECT record_no FROM publication.public_record"))
                .containsExactlyInAnyOrder("today1", "today2", "never1", "never2");
    }

    @Test
    void eachEventSaysItsOwnLastDayAndTheRuleThatSetItHoweverLateTheRunCame() throws SQLException {
        records.add("A", 1, "PUBLISHED", TODAY.minusDays(4));
        records.add("B", 1, "HELD", YESTERDAY);

        end(connection, 100);

        assertThat(records.texts("SELECT concat_ws('|', r.record_no, e.from_state, e.to_state, e.actor, e.process,"
                        + " e.activity, e.process_instance_id, e.legal_basis, e.details->>'endsOn')"
                        + " FROM credit_record_event e JOIN credit_record r ON r.id = e.record_id WHERE type = 'END'"))
                .containsExactly(
                        "A1|PUBLISHED|ENDED|PeriodEnd|PeriodEnd|EndDueRecords|run-1|disclosure-period#3 第36号|2026-11-19",
                        "B1|HELD|ENDED|PeriodEnd|PeriodEnd|EndDueRecords|run-1|disclosure-period#3 第36号|2026-11-22");
    }

    @Test
    void aSecondRunFindsNothing() throws SQLException {
        records.add("P", 5, "PUBLISHED", YESTERDAY);

        assertThat(end(connection, 100)).hasSize(5);
        assertThat(end(connection, 100)).isEmpty();
        assertThat(records.number(ENDINGS)).isEqualTo(5);
        assertThat(new PeriodClosing(connection).due(TODAY)).isEqualTo(new PeriodEndSteps.Due(0, null));
    }

    @Test
    void chunksTakeTheLongestOverdueFirstUntilNothingIsLeft() throws SQLException {
        records.add("new", 3, "PUBLISHED", YESTERDAY);
        records.add("old", 3, "PUBLISHED", TODAY.minusDays(9));

        assertThat(new PeriodClosing(connection).due(TODAY)).isEqualTo(new PeriodEndSteps.Due(6, TODAY.minusDays(9)));
        assertThat(end(connection, 4))
                .extracting(PeriodClosing.EndedRecord::recordNo)
                .containsExactly("old1", "old2", "old3", "new1");
        assertThat(end(connection, 4)).hasSize(2);
    }

    @Test
    void aRunThatIsKilledLeavesNothingHalfDone() throws SQLException {
        records.add("P", 5, "PUBLISHED", YESTERDAY);
        Connection killed = database.application();
        killed.setAutoCommit(false);
        end(killed, 3);
        kill(killed);

        assertThat(records.numbers("state = 'ENDED'")).isEmpty();
        assertThat(records.number("SELECT count(*) FROM publication.public_record"))
                .isEqualTo(5);
        assertThat(end(connection, 100)).hasSize(5);
        assertThat(records.number(ENDINGS)).isEqualTo(5);
    }

    @Test
    void twoRunsAtOnceShareTheWorkAndWaitForNobody() throws SQLException {
        records.add("P", 7, "PUBLISHED", YESTERDAY);
        try (Connection other = database.application()) {
            connection.setAutoCommit(false);
            other.setAutoCommit(false);
            // each takes its records before either is through; only on the portal they meet, at their common subject
            List<String> mine = numbers(new PeriodClosing(connection).end(TODAY, 4, step()));
            List<String> theirs = numbers(new PeriodClosing(other).end(TODAY, 4, step()));
            new TakingDown().takeDown(new RecordsEnded(theirs, other));
            other.commit();
            new TakingDown().takeDown(new RecordsEnded(mine, connection));
            connection.commit();

            assertThat(mine).hasSize(4).doesNotContainAnyElementsOf(theirs);
            assertThat(theirs).hasSize(3);
            assertThat(records.number(ENDINGS)).isEqualTo(7);
        }
    }

    @Test
    void aThousandTakeAsManyStatementsAsOne() throws SQLException {
        records.add("one", 1, "PUBLISHED", YESTERDAY);
        List<String> forOne = new ArrayList<>();
        end(counting(connection, forOne), 1_000);
        records.add("many", 1_000, "PUBLISHED", YESTERDAY);
        List<String> forMany = new ArrayList<>();
        assertThat(end(counting(connection, forMany), 1_000)).hasSize(1_000);

        assertThat(forMany).isEqualTo(forOne).hasSize(2);
    }

    @Test
    void tenThousandEndWithinAMinuteAmongManyThatDoNot() throws SQLException {
        records.add("rest", 20_000, "PUBLISHED", TODAY.plusDays(30));
        records.add("P", 10_000, "PUBLISHED", YESTERDAY);
        try (Connection owner = database.owner();
                Statement sql = owner.createStatement()) {
            sql.execute("ANALYZE registry.credit_record");
        }
        Instant began = Instant.now();
        int ended = 0;
        for (List<?> chunk = end(connection, 1_000); !chunk.isEmpty(); chunk = end(connection, 1_000)) {
            ended += chunk.size();
        }

        assertThat(ended).isEqualTo(10_000);
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void whatIsDueIsFoundThroughTheIndexOfWhatCanEnd() throws SQLException {
        records.add("rest", 5_000, "PUBLISHED", TODAY.plusDays(30));
        records.add("old", 5_000, "ENDED", YESTERDAY);
        records.add("P", 5, "PUBLISHED", YESTERDAY);
        List<String> sent = new ArrayList<>();
        new PeriodClosing(counting(connection, sent)).due(TODAY);
        try (Connection owner = database.owner();
                Statement sql = owner.createStatement()) {
            sql.execute("ANALYZE registry.credit_record");
        }

        String plan = String.join("\n", records.texts("EXPLAIN " + sent.get(0).replace("?", "'" + TODAY + "'")));
        assertThat(plan).contains("credit_record_ending").doesNotContain("Seq Scan");
    }

    @Test
    void theCertificateSaysWhatWasDueEndedAndLeft() throws SQLException {
        records.add("P", 5, "PUBLISHED", TODAY.minusDays(3));
        end(connection, 100);

        assertThat(certify("run-1", TODAY, TODAY.minusDays(3), 5, 5, 0)).isZero();
        assertThat(certify("run-2", TODAY.plusDays(3), null, 0, 0, 0)).isZero();
        assertThat(records.texts("SELECT concat_ws('|', run_id - min(run_id) OVER (), from_day, until_day, due, ended,"
                        + " past_day) FROM publication.period_end_certificate"))
                .containsExactly("0|2026-11-20|2026-11-22|5|5|0", "1|2026-11-23|2026-11-25|0|0|0");
        assertThat(records.texts("SELECT concat_ws('|', left_over, node, past_day) FROM period_end_run"))
                .isEqualTo(Set.of("0|node-1|0"));
    }

    @Test
    void theCertificateTellsOnAProjectionThatKnowsAnotherDayThanTheRegister() throws SQLException {
        records.add("P", 5, "PUBLISHED", YESTERDAY);
        try (Statement sql = connection.createStatement()) {
            sql.execute("UPDATE publication.public_record SET ends_on = NULL WHERE record_no IN ('P1','P2')");
        }
        new PeriodClosing(connection).end(TODAY, 100, step());

        assertThat(certify("run-1", TODAY, YESTERDAY, 5, 5, 0)).isEqualTo(2);
    }

    @Test
    void theSameRunIsCertifiedOnce() throws SQLException {
        certify("run-1", TODAY, null, 0, 0, 0);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> certify("run-1", TODAY, null, 0, 0, 0))
                .hasMessageContaining("period_end_run_process_instance_id_key");
    }

    /** As when its server dies; returns when the database has noticed. */
    private static void kill(Connection victim) throws SQLException {
        long process = new PeriodRecords(victim).number("SELECT pg_backend_pid()");
        try (Connection above = database.superuser();
                Statement sql = above.createStatement()) {
            sql.execute("SELECT pg_terminate_backend(" + process + ", 10000)");
        }
    }

    private long certify(String run, LocalDate day, LocalDate oldest, long due, long ended, long left)
            throws SQLException {
        return new CertificateWriting(connection)
                .certify(
                        new CertificateWriting.Run(
                                run, day, oldest, due, ended, left, CivilTime.startOf(day), "node-1"),
                        CivilTime.startOf(day).plusSeconds(9));
    }

    private static List<String> numbers(List<PeriodClosing.EndedRecord> ended) {
        return ended.stream().map(PeriodClosing.EndedRecord::recordNo).toList();
    }

    /** A chunk, and what the observer does with it in the same transaction. */
    private static List<PeriodClosing.EndedRecord> end(Connection on, int atMost) throws SQLException {
        List<PeriodClosing.EndedRecord> ended = new PeriodClosing(on).end(TODAY, atMost, step());
        new TakingDown().takeDown(new RecordsEnded(numbers(ended), on));
        return ended;
    }

    private static Step step() {
        return Step.of(
                CivilTime.startOf(TODAY).plusSeconds(1),
                Actor.process("PeriodEnd"),
                "PeriodEnd",
                "run-1",
                "EndDueRecords");
    }

    private static Connection counting(Connection connection, List<String> statements) {
        return (Connection) Proxy.newProxyInstance(
                PeriodClosingTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add((String) arguments[0]);
                    }
                    return method.invoke(connection, arguments);
                });
    }
}

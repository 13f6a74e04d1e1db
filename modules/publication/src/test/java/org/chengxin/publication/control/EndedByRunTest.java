package org.chengxin.publication.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.publication.PeriodRecords;
import org.chengxin.publication.PublicationDatabase;
import org.chengxin.record.boundary.PeriodEndSteps.EndedOf;
import org.chengxin.record.boundary.PeriodEndSteps.Run;
import org.chengxin.record.control.PeriodClosing;
import org.chengxin.record.entity.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What suppliers are told of a run is what that run has ended, also where another one of the same day was cut short. */
class EndedByRunTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate OLDEST = TODAY.minusDays(4);
    private static final Instant MIDNIGHT = CivilTime.startOf(TODAY);

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
                    + " publication.public_record");
        }
    }

    @Test
    void suppliersAreToldOfTheirRecordsWithTheFirstAndTheLastOfTheDays() throws SQLException {
        records.add("A", 2, "PUBLISHED", OLDEST);
        records.add("B", 3, "HELD", YESTERDAY);
        records.add("today", 1, "PUBLISHED", TODAY);
        records.add("gone", 1, "WITHDRAWN", YESTERDAY);
        end("run-1", MIDNIGHT.plusSeconds(1), 100);

        assertThat(endedBy("run-1").values()).containsExactly(new EndedOf(5, OLDEST, YESTERDAY));
        assertThat(endedBy("run-2")).isEmpty();
    }

    @Test
    void whatARunLeftWhenItStoppedIsTheNextRunsAndNothingIsCountedTwice() throws SQLException {
        records.add("A", 4, "PUBLISHED", OLDEST);
        records.add("B", 3, "PUBLISHED", YESTERDAY);
        end("stopped", MIDNIGHT.plusSeconds(1), 2);
        end("next", MIDNIGHT.plusSeconds(60), 100);

        assertThat(endedBy("next").values()).containsExactly(new EndedOf(5, OLDEST, YESTERDAY));
        // goes on after somebody has put right what stopped it
        assertThat(endedBy("stopped").values()).containsExactly(new EndedOf(2, OLDEST, OLDEST));
    }

    private void end(String run, Instant at, int atMost) throws SQLException {
        new PeriodClosing(connection)
                .end(TODAY, atMost, Step.of(at, Actor.process("PeriodEnd"), "PeriodEnd", run, "EndDueRecords"));
    }

    private java.util.Map<Long, EndedOf> endedBy(String run) throws SQLException {
        return new PeriodClosing(connection).endedBy(new Run(run, MIDNIGHT, OLDEST, TODAY));
    }
}

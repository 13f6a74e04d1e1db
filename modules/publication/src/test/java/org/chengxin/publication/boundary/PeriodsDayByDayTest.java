package org.chengxin.publication.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import javax.sql.DataSource;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.publication.PeriodRecords;
import org.chengxin.publication.PublicationDatabase;
import org.chengxin.publication.control.CertificateWriting;
import org.chengxin.publication.control.DatabaseClock;
import org.chengxin.publication.control.ProjectionWriter;
import org.chengxin.publication.control.PublicDay;
import org.chengxin.record.control.PeriodClosing;
import org.chengxin.record.entity.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The clock goes forward day by day: a record is seen by the public up to the last second of its last visible day and not
 * from the next midnight on, whether periods are ended on time, never, or days late.
 */
class PeriodsDayByDayTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 28);
    private static final int DAYS = 12;
    private static final int A_DAY = 7;

    private static PublicationDatabase database;

    private final Map<String, LocalDate> lastDays = new LinkedHashMap<>();
    private Instant now;

    /** When the process that ends periods runs. */
    enum Engine {
        RUNNING(day -> true),
        STOPPED(day -> false),
        RESTARTED_LATE(day -> day == 5 || day == 11);

        private final IntPredicate runs;

        Engine(IntPredicate runs) {
            this.runs = runs;
        }
    }

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

    @ParameterizedTest
    @EnumSource
    void thePortalShowsAtEveryMidnightWhatTheRuleSays(Engine engine) throws SQLException {
        try (Connection application = database.application()) {
            fill(application);
            PublicRegister register = register();
            for (int day = 0; day < DAYS; day++) {
                LocalDate today = FIRST.plusDays(day);
                now = CivilTime.startOf(today);
                // the database has its own idea of the day, to the second; here it is the application's that is tried
                DatabaseClock.set(application, Duration.between(Instant.now(), now.plus(Duration.ofHours(12))));
                assertThat(shown(register)).as("the first moment of " + today).isEqualTo(visibleOn(today));
                if (engine.runs.test(day)) {
                    assertThat(run(application, today))
                            .as("past their day on " + today)
                            .isZero();
                    assertThat(shown(register)).as("after the run of " + today).isEqualTo(visibleOn(today));
                    assertThat(new PeriodRecords(application).numbers("state = 'ENDED'"))
                            .isEqualTo(overOn(today));
                }
                now = CivilTime.endOf(today).minusMillis(1);
                assertThat(shown(register)).as("the last moment of " + today).isEqualTo(visibleOn(today));
                assertThat(register.subjectById("s1").isPresent())
                        .isEqualTo(!visibleOn(today).isEmpty());
            }
        }
    }

    private void fill(Connection application) throws SQLException {
        try (Connection owner = database.owner();
                Statement sql = owner.createStatement()) {
            sql.execute("TRUNCATE registry.credit_record, registry.record_subject, registry.credit_record_event,"
                    + " registry.period_end_run, publication.public_record, publication.period_end_certificate");
        }
        PeriodRecords records = new PeriodRecords(application);
        // the last ones end a day before the test does, so that the subject itself disappears
        for (int day = 0; day < DAYS - 1; day++) {
            LocalDate last = FIRST.plusDays(day);
            String prefix = "D" + day + "-";
            records.add(prefix, A_DAY, "PUBLISHED", last);
            for (int n = 1; n <= A_DAY; n++) {
                lastDays.put(prefix + n, last);
            }
        }
    }

    private Set<String> visibleOn(LocalDate day) {
        Set<String> visible = new TreeSet<>();
        lastDays.forEach((no, last) -> {
            if (!day.isAfter(last)) {
                visible.add(no);
            }
        });
        return visible;
    }

    private Set<String> overOn(LocalDate day) {
        Set<String> over = new TreeSet<>(lastDays.keySet());
        over.removeAll(visibleOn(day));
        return over;
    }

    /** What a visitor sees who reads the list to its end. */
    private static Set<String> shown(PublicRegister register) {
        Set<String> shown = new TreeSet<>();
        String cursor = null;
        do {
            Page<PublicRecord> page = register.records("s1", null, cursor, 50);
            page.items().forEach(record -> shown.add(record.recordNo()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return shown;
    }

    /** As the process does it; how many records are still public past their day. */
    private long run(Connection application, LocalDate today) throws SQLException {
        PeriodClosing closing = new PeriodClosing(application);
        var due = closing.due(today);
        Step step = Step.of(now, Actor.process("PeriodEnd"), "PeriodEnd", "run-" + today, "EndDueRecords");
        var ended = closing.end(today, 1_000, step);
        new ProjectionWriter(application)
                .remove(ended.stream().map(PeriodClosing.EndedRecord::recordNo).toList());
        return new CertificateWriting(application)
                .certify(
                        new CertificateWriting.Run(
                                "run-" + today, today, due.oldest(), due.records(), ended.size(), 0, now, "node-1"),
                        now);
    }

    private PublicRegister register() {
        PublicRegister register = new PublicRegister();
        DataSource portal = (DataSource) Proxy.newProxyInstance(
                PeriodsDayByDayTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> database.portal());
        ApplicationClock clock = ApplicationClock.ahead(
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return CivilTime.ZONE;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                },
                "");
        register.day = new PublicDay(portal, clock);
        return register;
    }
}

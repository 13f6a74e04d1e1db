package org.chengxin.publication.boundary;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.publication.PublicationDatabase;
import org.chengxin.publication.control.DatabaseClock;
import org.chengxin.publication.control.ProjectionWriter;
import org.chengxin.publication.control.PublicDay;

/** The boundaries of the publication on a real database, on a day that the test chooses. */
final class PublicationBed implements AutoCloseable {

    private final PublicationDatabase database = new PublicationDatabase();
    private final List<String> statements = new ArrayList<>();
    private final ApplicationClock clock = ApplicationClock.ahead(
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
                    return noon();
                }
            },
            "");
    private LocalDate today;

    PublicationBed(LocalDate today) throws IOException, SQLException {
        be(today);
    }

    /** From now on it is this day, for the application and for the database. */
    void be(LocalDate day) throws SQLException {
        today = day;
        try (Connection connection = database.application()) {
            DatabaseClock.set(connection, Duration.between(Instant.now(), noon()));
        }
        statements.clear();
    }

    /** From now on it is this day for the application; the database still has the one before. */
    void beForTheApplicationOnly(LocalDate day) {
        today = day;
    }

    Instant noon() {
        return CivilTime.startOf(today).plus(Duration.ofHours(12));
    }

    ApplicationClock clock() {
        return clock;
    }

    PublicationDatabase database() {
        return database;
    }

    PublicRegister register() {
        PublicRegister register = new PublicRegister();
        register.day = day();
        return register;
    }

    PublicLists lists() {
        PublicLists lists = new PublicLists();
        lists.day = day();
        return lists;
    }

    /** The statements that were prepared since the day began. */
    List<String> statements() {
        return statements;
    }

    void show(Collection<ProjectionWriter.SubjectRow> subjects, Collection<ProjectionWriter.RecordRow> records)
            throws SQLException {
        try (Connection connection = database.application()) {
            new ProjectionWriter(connection).show(subjects, records, noon());
        }
    }

    private PublicDay day() {
        DataSource portal = (DataSource) Proxy.newProxyInstance(
                PublicationBed.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> counting(database.portal()));
        return new PublicDay(portal, clock);
    }

    private Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                PublicationBed.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add((String) arguments[0]);
                    }
                    return method.invoke(connection, arguments);
                });
    }

    @Override
    public void close() throws IOException {
        database.close();
    }

    static ProjectionWriter.SubjectRow subject(
            String id, String code, String name, List<String> formerNames, List<String> olderCodes) {
        return subject(id, code, name, "320508", formerNames, olderCodes);
    }

    static ProjectionWriter.SubjectRow subject(
            String id, String code, String name, String division, List<String> formerNames, List<String> olderCodes) {
        return new ProjectionWriter.SubjectRow(id, code, name, formerNames, olderCodes, "ENTERPRISE", division, "存续");
    }

    ProjectionWriter.RecordRow record(String no, String subject, Section section, LocalDate endsOn) {
        return record(no, subject, section, endsOn, today.minusDays(30), null);
    }

    ProjectionWriter.RecordRow record(
            String no, String subject, Section section, LocalDate endsOn, LocalDate decidedOn, String series) {
        return new ProjectionWriter.RecordRow(
                no,
                subject,
                section,
                "TEST",
                "测试",
                "Test",
                "标题 " + no,
                "某局",
                "Some bureau",
                "某法第一条",
                decidedOn,
                today.minusDays(1),
                endsOn,
                false,
                series,
                List.of(new PublicRecord.Field("no", "文号", "Number", no, null, "TEXT")));
    }
}

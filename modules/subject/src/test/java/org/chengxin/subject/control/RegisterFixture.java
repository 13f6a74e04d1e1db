package org.chengxin.subject.control;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.code.RegistrationNumber;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.subject.SubjectDatabase;
import org.chengxin.subject.boundary.PersonReference;
import org.chengxin.subject.boundary.Registration;
import org.chengxin.subject.boundary.SubjectMatch;
import org.chengxin.subject.boundary.SubjectQuery;
import org.chengxin.subject.boundary.SubjectSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A register in a real database, and short words for what is done with it. */
abstract class RegisterFixture {

    static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    static final String A = unified("91", 1);
    static final String B = unified("91", 2);
    static final String C = unified("91", 3);
    static final String OLD_A = RegistrationNumber.generate("320500", 11).value();
    static final String OLD_B = RegistrationNumber.generate("320500", 22).value();
    static final String CITIZEN = "360426199101010071";
    static final SubjectSource SOURCE =
            new SubjectSource(new Actor(1L, "reviewer.market", "审核员", null, "market", "市场监督管理局", Set.of()), null, null);

    static SubjectDatabase database;

    final List<String> statements = new ArrayList<>();
    Connection connection;

    @BeforeAll
    static void start() throws IOException {
        database = new SubjectDatabase();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        database.empty();
        connection = database.application();
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
    }

    static String unified(String first2, long serial) {
        return UnifiedSocialCreditCode.generate(first2, "320508", serial).value();
    }

    static List<SubjectCode.Classified> codes(String... texts) {
        return Arrays.stream(texts).map(SubjectCode::classify).toList();
    }

    static Registration registration(String name, String... codes) {
        return new Registration(codes(codes), name, List.of(), null, null, false);
    }

    static Registration formerly(Registration registration, String... formerNames) {
        return new Registration(registration.codes(), registration.name(), List.of(formerNames), null, null, false);
    }

    static Registration since(Registration registration, String day) {
        return new Registration(
                registration.codes(),
                registration.name(),
                registration.formerNames(),
                null,
                null,
                false,
                null,
                LocalDate.parse(day),
                null,
                null);
    }

    static Registration headedBy(Registration registration, String name, String number) {
        return new Registration(
                registration.codes(),
                registration.name(),
                registration.formerNames(),
                null,
                null,
                false,
                null,
                registration.since(),
                new PersonReference(name, number),
                null);
    }

    SubjectWriter.Registered register(Registration... registrations) throws SQLException {
        return new SubjectWriter(SubjectDatabase.watched(connection, statements), "3205", NOW, SOURCE)
                .register(List.of(registrations));
    }

    Long registered(Registration registration) throws SQLException {
        return register(registration).subjects().get(0);
    }

    Long provisional(String name, String... codes) throws SQLException {
        return new ProvisionalSubjects(connection, "3205", NOW, SOURCE).open(name, codes(codes), null, "等待登记");
    }

    SubjectMatch match(String name, String... codes) throws SQLException {
        return new SubjectMatching(connection)
                .match(List.of(new SubjectQuery(codes(codes), name)))
                .get(0);
    }

    List<String> rows(String sql) throws SQLException {
        return SubjectDatabase.rows(connection, sql);
    }
}

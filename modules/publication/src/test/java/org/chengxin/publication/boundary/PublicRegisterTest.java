package org.chengxin.publication.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.publication.PublicationDatabase;
import org.chengxin.publication.boundary.SearchAnswer.Outcome;
import org.chengxin.publication.control.ProjectionWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicRegisterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final String CODE =
            UnifiedSocialCreditCode.generate("91", "320508", 1).value();
    private static final String OLDER = "330203000030639";
    private static final String CITIZEN = "360426199101010071";

    private static PublicationDatabase database;
    private static final List<String> STATEMENTS = new ArrayList<>();
    private static LocalDate today;

    private final PublicRegister register = register();

    @BeforeAll
    static void fill() throws IOException, SQLException {
        database = new PublicationDatabase();
        try (Connection connection = database.application()) {
            ProjectionWriter writer = new ProjectionWriter(connection);
            List<ProjectionWriter.SubjectRow> subjects = new ArrayList<>();
            List<ProjectionWriter.RecordRow> records = new ArrayList<>();
            subjects.add(subject("s1", CODE, "苏州恒达环保科技有限公司", List.of("苏州旧名化工厂"), List.of(OLDER, CITIZEN)));
            subjects.add(subject("s2", null, "恒达", List.of(), List.of()));
            subjects.add(subject("s3", null, "恒达商贸行", List.of(), List.of()));
            subjects.add(subject("s4", null, "恒达无记录公司", List.of(), List.of()));
            subjects.add(subject("s5", null, "百分号100%_公司", List.of(), List.of()));
            records.add(record("R-1", "s1", Section.IDENTITY, null));
            for (int i = 10; i < 35; i++) {
                records.add(record("R-" + i, "s1", Section.ALERT, TODAY.plusDays(i)));
            }
            records.add(record("R-2", "s1", Section.WARNING, TODAY));
            records.add(record("R-3", "s2", Section.GOOD, null));
            records.add(record("R-4", "s3", Section.GOOD, TODAY.plusDays(1)));
            records.add(record("R-5", "s5", Section.GOOD, null));
            writer.showSubjects(subjects, CivilTime.startOf(TODAY));
            writer.showRecords(records);
            // the same again changes nothing and is no error
            writer.showSubjects(subjects, CivilTime.startOf(TODAY));
            writer.showRecords(records);
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO publication.division VALUES ('320500', '苏州市', 'Suzhou')");
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void beginTheDay() {
        today = TODAY;
        STATEMENTS.clear();
    }

    @Test
    void twoCharactersFindNamesClosestFirst() {
        SearchAnswer answer = register.search(" 恒达 ", null, 20);
        assertThat(answer.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(answer.query()).isEqualTo("恒达");
        assertThat(answer.bounded()).isFalse();
        assertThat(answer.hits().items())
                .extracting(hit -> hit.subject().name())
                .containsExactly("恒达", "恒达商贸行", "苏州恒达环保科技有限公司");
        assertThat(answer.hits().nextCursor()).isNull();
        PublicSubject subject = answer.hits().items().get(2).subject();
        assertThat(subject.divisionName()).isEqualTo("苏州市");
        assertThat(subject.count(Section.ALERT)).isEqualTo(25);
        assertThat(subject.count(Section.OTHER)).isZero();
        assertThat(STATEMENTS).hasSize(2);
    }

    @Test
    void pagesFollowEachOther() {
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            Page<SubjectHit> page = register.search("恒达", cursor, 1).hits();
            page.items().forEach(hit -> names.add(hit.subject().name()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(names).containsExactly("恒达", "恒达商贸行", "苏州恒达环保科技有限公司");
        String foreign = register.search("恒达", null, 1).hits().nextCursor();
        assertThatThrownBy(() -> register.search("公司", foreign, 1))
                .isInstanceOfSatisfying(
                        BusinessRefusal.class, e -> assertThat(e.code()).isEqualTo("CURSOR_INVALID"));
    }

    @Test
    void formerNamesAreFoundAndNamed() {
        SubjectHit hit = register.search("旧名化工", null, 20).hits().items().get(0);
        assertThat(hit.subject().publicId()).isEqualTo("s1");
        assertThat(hit.matchedFormerName()).isEqualTo("苏州旧名化工厂");
        assertThat(register.search("厂|苏州", null, 20).outcome()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void wildcardsAreOrdinaryCharacters() {
        assertThat(register.search("100%_公", null, 20).hits().items()).hasSize(1);
        assertThat(register.search("恒%司", null, 20).outcome()).isEqualTo(Outcome.NOTHING);
        assertThat(register.search("恒\u0000达", null, 20).outcome()).isEqualTo(Outcome.FOUND);
        assertThat(register.search("恒达\uD840", null, 20).outcome()).isEqualTo(Outcome.FOUND);
    }

    @Test
    void lessThanTwoCharactersAndNothing() {
        assertThat(register.search(null, null, 20).outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(register.search("  ", null, 20).outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(register.search("恒", null, 20).outcome()).isEqualTo(Outcome.TOO_SHORT);
        assertThat(register.search("𠮷", null, 20).outcome()).isEqualTo(Outcome.TOO_SHORT);
        assertThat(register.search("没有这个", null, 20).outcome()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void codesFindTheirSubjectOlderOnesToo() {
        assertThat(register.search(CODE.toLowerCase(), null, 20).hits().items()).hasSize(1);
        assertThat(register.search(OLDER, null, 20).hits().items()).hasSize(1);
        assertThat(register.subject(OLDER).orElseThrow().code()).isEqualTo(CODE);
        assertThat(register.subjectById("s2").orElseThrow().code()).isNull();
        assertThat(register.subject("恒达")).isEmpty();
        assertThat(register.subjectById("' OR 1=1")).isEmpty();
    }

    @Test
    void aCitizensNumberFindsNothingAndIsNotHandedBack() {
        for (String text : List.of(CITIZEN, CITIZEN + "01", "张三 " + CITIZEN, "360426 19910101 0071")) {
            SearchAnswer answer = register.search(text, null, 20);
            assertThat(answer.outcome()).isEqualTo(Outcome.PERSONAL_NUMBER);
            assertThat(answer.query()).isEmpty();
            assertThat(answer.hits().items()).isEmpty();
        }
        assertThat(register.subject(CITIZEN)).isEmpty();
        assertThat(STATEMENTS).isEmpty();
    }

    @Test
    void nobodyWithoutAVisibleRecordIsFound() {
        assertThat(register.search("恒达无记录", null, 20).outcome()).isEqualTo(Outcome.NOTHING);
        assertThat(register.subjectById("s4")).isEmpty();
    }

    @Test
    void theLastVisibleDayIsVisibleAndTheNextIsNot() {
        assertThat(register.records("s1", Section.WARNING, null, 20).items()).hasSize(1);
        assertThat(register.subjectById("s3")).isPresent();
        today = TODAY.plusDays(1);
        assertThat(register.records("s1", Section.WARNING, null, 20).items()).isEmpty();
        assertThat(register.subjectById("s1").orElseThrow().count(Section.WARNING))
                .isZero();
        assertThat(register.latest(Section.WARNING, null, 20).items()).isEmpty();
        assertThat(register.sections("s1", 5)).doesNotContainKey(Section.WARNING);
        today = TODAY.plusDays(2);
        assertThat(register.subjectById("s3")).isEmpty();
        assertThat(register.search("恒达商贸", null, 20).outcome()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void recordsComeNewestFirstAPageAtATime() {
        List<String> numbers = new ArrayList<>();
        String cursor = null;
        do {
            Page<PublicRecord> page = register.records("s1", Section.ALERT, cursor, 10);
            page.items().forEach(record -> numbers.add(record.recordNo()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(numbers).hasSize(25).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(register.records("s1", null, null, 500).items()).hasSize(27);
        assertThat(register.latest(Section.ALERT, null, 3).items())
                .hasSize(3)
                .allSatisfy(record -> assertThat(record.code()).isEqualTo(CODE));
    }

    @Test
    void aSubjectsPageIsThreeStatements() {
        SubjectFile file = register.file(OLDER, null, null, 10).orElseThrow();
        PublicSubject subject = file.subject();
        var sections = file.sections();
        assertThat(sections.keySet()).containsExactly(Section.IDENTITY, Section.WARNING, Section.ALERT);
        assertThat(sections.get(Section.ALERT).items()).hasSize(10);
        String next = sections.get(Section.ALERT).nextCursor();
        assertThat(STATEMENTS).hasSize(3);
        assertThat(register.records(subject.publicId(), Section.ALERT, next, 200)
                        .items())
                .hasSize(15);
    }

    @Test
    void thePortalsRoleReadsNothingElseAndWritesNothing() throws SQLException {
        try (Connection connection = database.portal();
                Statement statement = connection.createStatement()) {
            for (String query : List.of(
                    "SELECT * FROM registry.credit_record",
                    "SELECT * FROM registry.subject_identifier",
                    "SELECT * FROM engine.act_ge_property",
                    "DELETE FROM publication.public_record",
                    "UPDATE publication.public_subject SET name = 'x'",
                    "INSERT INTO publication.division VALUES ('1', 'x', 'x')",
                    "CREATE TABLE publication.mine (a int)")) {
                assertThatThrownBy(() -> statement.execute(query)).isInstanceOf(SQLException.class);
            }
        }
    }

    private static ProjectionWriter.SubjectRow subject(
            String id, String code, String name, List<String> formerNames, List<String> olderCodes) {
        return new ProjectionWriter.SubjectRow(id, code, name, formerNames, olderCodes, "ENTERPRISE", "320508", "存续");
    }

    private static ProjectionWriter.RecordRow record(String no, String subject, Section section, LocalDate endsOn) {
        return new ProjectionWriter.RecordRow(
                no,
                subject,
                section,
                "TEST",
                "测试",
                "Test",
                "标题 " + no,
                "某局",
                "某法第一条",
                TODAY.minusDays(30),
                TODAY.minusDays(1),
                endsOn,
                false,
                List.of(new PublicRecord.Field("no", "文号", "Number", no, null, "TEXT")));
    }

    private static PublicRegister register() {
        PublicRegister register = new PublicRegister();
        register.portal = (DataSource) Proxy.newProxyInstance(
                PublicRegisterTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> counting(database.portal()));
        register.clock = ApplicationClock.ahead(
                new Clock() {
                    @Override
                    public java.time.ZoneId getZone() {
                        return CivilTime.ZONE;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }

                    @Override
                    public java.time.Instant instant() {
                        return CivilTime.startOf(today);
                    }
                },
                "");
        return register;
    }

    private static Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                PublicRegisterTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        STATEMENTS.add((String) arguments[0]);
                    }
                    return method.invoke(connection, arguments);
                });
    }
}

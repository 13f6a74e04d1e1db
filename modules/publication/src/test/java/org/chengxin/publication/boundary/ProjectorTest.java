package org.chengxin.publication.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.subject.boundary.SubjectView;
import org.chengxin.subject.entity.SubjectKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What gets into the projection, what stays out of it, and what leaves it. */
class ProjectorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final String CONTENT =
            "{\"documentNo\":\"1号\",\"licenceNo\":\"LIC-1\",\"facts\":\"事实\",\"handler\":\"张三丰\"}";

    private static PublicationBed bed;
    private static RecordsInMotion records;
    private static long lastSubject = 100;

    private final PublicRegister register = bed.register();

    @BeforeAll
    static void open() throws IOException, SQLException {
        bed = new PublicationBed(TODAY);
        records = new RecordsInMotion(bed);
    }

    @AfterAll
    static void close() throws IOException {
        bed.close();
    }

    @BeforeEach
    void beginTheDay() throws SQLException {
        bed.be(TODAY);
    }

    @Test
    void whatIsPublishedIsThereWithItsDisclosedFieldsMasked() throws SQLException {
        SubjectView subject = enterprise();
        CreditRecord record = records.published(subject, CONTENT, TODAY.plusDays(9));
        records.changed(record);
        PublicRecord shown = shown(subject).get(0);
        assertThat(shown.recordNo()).isEqualTo(record.recordNo());
        assertThat(shown.section()).isEqualTo(Section.ALERT);
        assertThat(shown.supplier()).isEqualTo("甲局");
        assertThat(shown.supplierEn()).isEqualTo("Bureau A");
        assertThat(shown.endsOn()).isEqualTo(TODAY.plusDays(9));
        assertThat(shown.series()).matches("[0-9a-f]{32}");
        assertThat(shown.content()).extracting(PublicRecord.Field::value).containsExactly("1号", "LIC-1", "事实", "张某某");
    }

    @Test
    void recordsOfOneLicenceAreASeriesAndOthersStandAlone() throws SQLException {
        SubjectView subject = enterprise();
        CreditRecord granted = records.published(subject, CONTENT, null);
        CreditRecord extended = records.published(subject, CONTENT.replace("1号", "2号"), null);
        CreditRecord other = records.published(subject, CONTENT.replace("LIC-1", "LIC-2"), null);
        CreditRecord without = records.published(subject, "{\"documentNo\":\"3号\"}", null);
        records.changed(granted, extended, other, without);
        List<PublicRecord> shown = shown(subject);
        assertThat(series(shown, granted)).isEqualTo(series(shown, extended)).isNotEqualTo(series(shown, other));
        assertThat(series(shown, without)).isNull();
    }

    @Test
    void whatIsNotPublicStaysOut() throws SQLException {
        SubjectView subject = enterprise();
        CreditRecord government =
                records.decided(records.admitted(subject, CONTENT), DisclosureScope.GOVERNMENT, TODAY.plusDays(9));
        government.hold(records.step());
        CreditRecord authorised =
                records.decided(records.admitted(subject, CONTENT), DisclosureScope.AUTHORISED, TODAY.plusDays(9));
        authorised.hold(records.step());
        CreditRecord undetermined =
                records.decided(records.admitted(subject, CONTENT), DisclosureScope.UNDETERMINED, TODAY.plusDays(9));
        undetermined.withhold(records.step());
        CreditRecord inReview = records.admitted(subject, CONTENT);
        CreditRecord publicButNotYet =
                records.decided(records.admitted(subject, CONTENT), DisclosureScope.PUBLIC, TODAY.plusDays(9));
        records.changed(government, authorised, undetermined, inReview, publicButNotYet);
        assertThat(stored(subject)).isEmpty();
        assertThat(storedSubjects(subject)).isZero();
    }

    @Test
    void personsAreNeverInTheRegister() throws SQLException {
        SubjectView person = records.subject(++lastSubject, SubjectKind.PERSON, "李四");
        records.changed(records.published(person, CONTENT, null));
        assertThat(stored(person)).isEmpty();
        assertThat(storedSubjects(person)).isZero();
    }

    @Test
    void anOlderNumberThatIsACitizensIsNoCode() throws SQLException {
        SubjectView subject = records.subject(
                ++lastSubject,
                SubjectKind.INDIVIDUAL_BUSINESS,
                "某某商行",
                List.of("360426199101010071", "330203000030639"));
        records.changed(records.published(subject, CONTENT, null));
        assertThat(query("SELECT code FROM publication.public_subject_code WHERE public_id = '" + subject.publicId()
                        + "'"))
                .containsExactly("330203000030639");
    }

    @Test
    void whatEndsLeavesAndItsSubjectWithIt() throws SQLException {
        SubjectView subject = enterprise();
        CreditRecord first = records.published(subject, CONTENT, TODAY.plusDays(9));
        CreditRecord second = records.published(subject, CONTENT, TODAY.plusDays(99));
        records.changed(first, second);
        assertThat(stored(subject)).hasSize(2);

        second.end(records.step());
        records.changed(second);
        assertThat(stored(subject)).containsExactly(first.recordNo());
        bed.be(TODAY.plusDays(10));
        assertThat(register.subjectById(subject.publicId()))
                .as("the other one no longer keeps it visible")
                .isEmpty();

        first.end(records.step());
        records.changed(first);
        assertThat(stored(subject)).isEmpty();
        assertThat(storedSubjects(subject)).isZero();
    }

    @Test
    void whatGetsNewContentLeavesUntilItIsDecidedAgain() throws SQLException {
        SubjectView subject = enterprise();
        CreditRecord record = records.published(subject, CONTENT, null);
        records.changed(record);
        records.revised(record);
        records.changed(record);
        assertThat(stored(subject)).isEmpty();
    }

    @Test
    void aPeriodThatIsOverIsNotWrittenAgainBeforeItsEndComes() throws SQLException {
        SubjectView subject = enterprise();
        CreditRecord record = records.published(subject, CONTENT, TODAY);
        records.changed(record);
        assertThat(stored(subject)).hasSize(1);
        bed.be(TODAY.plusDays(1));
        records.changed(record);
        assertThat(stored(subject)).isEmpty();
    }

    @Test
    void aRecordThatMovesToAnotherSubjectLeavesNothingBehind() throws SQLException {
        SubjectView provisional = enterprise();
        SubjectView registered = enterprise();
        CreditRecord record = records.published(provisional, CONTENT, null);
        records.changed(record);
        // a merger: the record's subject is another one now
        try (Connection connection = bed.database().application();
                Statement sql = connection.createStatement()) {
            bed.show(
                    List.of(PublicationBed.subject(
                            registered.publicId(), null, registered.name(), List.of(), List.of())),
                    List.of());
            sql.execute("UPDATE publication.public_record SET public_id = '" + registered.publicId()
                    + "' WHERE record_no = '" + record.recordNo() + "'");
        }
        assertThat(storedSubjects(provisional)).isZero();
        assertThat(register.subjectById(registered.publicId())).isPresent();
    }

    @Test
    void aSubjectThatMovesTakesItsRecordsAlong() throws SQLException {
        SubjectView subject = enterprise();
        CreditRecord before = records.published(subject, CONTENT, null);
        records.changed(before);
        records.now(new SubjectView(
                subject.id(),
                subject.publicId(),
                subject.kind(),
                subject.name(),
                List.of(),
                null,
                List.of(),
                "320612",
                "存续",
                false,
                false));
        records.changed(records.published(subject, CONTENT, null));
        assertThat(bed.lists()
                        .latest(Section.ALERT, new Place("320612"), null, 9)
                        .items())
                .hasSize(2);
    }

    /** Two transactions publish records of one subject at once: the second one must see what the first has done. */
    @Test
    void ofTwoAtOnceTheLongerPeriodCounts() throws Exception {
        SubjectView subject = enterprise();
        records.changed(records.published(subject, CONTENT, TODAY));
        try (Connection first = bed.database().application();
                Statement sql = first.createStatement()) {
            first.setAutoCommit(false);
            sql.execute(copy(subject, "A", "2027-01-01"));
            Thread second = new Thread(() -> {
                try (Connection connection = bed.database().application();
                        Statement other = connection.createStatement()) {
                    other.execute(copy(subject, "B", "2026-07-01"));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            second.start();
            awaitBlocked();
            first.commit();
            second.join(20_000);
        }
        assertThat(query("SELECT alert_until FROM publication.public_subject WHERE public_id = '" + subject.publicId()
                        + "'"))
                .containsExactly("2027-01-01");
    }

    private static String copy(SubjectView subject, String no, String endsOn) {
        return "INSERT INTO publication.public_record (record_no, public_id, section, item_code, item, item_en, title,"
                + " supplier, published_on, ends_on, form, content) SELECT record_no || '" + no
                + "', public_id, section,"
                + " item_code, item, item_en, title, supplier, published_on, '" + endsOn
                + "', form, content FROM publication.public_record WHERE public_id = '" + subject.publicId()
                + "' ORDER BY record_no LIMIT 1";
    }

    private static void awaitBlocked() throws SQLException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (query("SELECT count(*) FROM pg_locks WHERE NOT granted").contains("0")) {
            assertThat(System.nanoTime())
                    .as("the second one waits for the first")
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static SubjectView enterprise() throws SQLException {
        return records.subject(++lastSubject, SubjectKind.ENTERPRISE, "企业" + lastSubject + "有限公司");
    }

    private List<PublicRecord> shown(SubjectView subject) {
        return register.records(subject.publicId(), null, null, 50).items();
    }

    private static String series(List<PublicRecord> shown, CreditRecord record) {
        return shown.stream()
                .filter(one -> one.recordNo().equals(record.recordNo()))
                .findFirst()
                .orElseThrow()
                .series();
    }

    /** What lies in the table, whether or not anybody may see it. */
    private static List<String> stored(SubjectView subject) throws SQLException {
        return query("SELECT record_no FROM publication.public_record WHERE public_id = '" + subject.publicId() + "'");
    }

    private static int storedSubjects(SubjectView subject) throws SQLException {
        return query("SELECT 1 FROM publication.public_subject WHERE public_id = '" + subject.publicId() + "'")
                .size();
    }

    private static List<String> query(String query) throws SQLException {
        try (Connection connection = bed.database().owner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }
}

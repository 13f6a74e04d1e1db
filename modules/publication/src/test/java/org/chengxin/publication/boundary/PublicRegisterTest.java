package org.chengxin.publication.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengxin.publication.boundary.PublicationBed.subject;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
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
    private static final String LICENCE = "0123456789abcdef0123456789abcdef";

    private static PublicationBed bed;

    private final PublicRegister register = bed.register();

    @BeforeAll
    static void fill() throws IOException, SQLException {
        bed = new PublicationBed(TODAY);
        List<ProjectionWriter.SubjectRow> subjects = List.of(
                subject("s1", CODE, "苏州恒达环保科技有限公司", List.of("苏州旧名化工厂"), List.of(OLDER, CITIZEN)),
                subject("s2", null, "恒达", List.of(), List.of()),
                subject("s3", null, "恒达商贸行", "320581", List.of(), List.of()),
                subject("s4", null, "恒达无记录公司", List.of(), List.of()));
        List<ProjectionWriter.RecordRow> records = new ArrayList<>();
        records.add(bed.record("R-1", "s1", Section.IDENTITY, null));
        for (int i = 10; i < 35; i++) {
            records.add(bed.record("R-" + i, "s1", Section.ALERT, TODAY.plusDays(i)));
        }
        records.add(bed.record("R-2", "s1", Section.WARNING, TODAY));
        records.add(bed.record("R-3", "s2", Section.GOOD, null));
        records.add(bed.record("R-4", "s3", Section.GOOD, TODAY.plusDays(1)));
        for (int year = 1; year <= 15; year++) {
            records.add(bed.record("L-" + (100 + year), "s2", Section.IDENTITY, null, TODAY.minusYears(year), LICENCE));
        }
        records.add(bed.record("L-200", "s2", Section.IDENTITY, null, TODAY.minusYears(20), null));
        bed.show(subjects, records);
        // the same again changes nothing and is no error
        bed.show(subjects, records);
    }

    @AfterAll
    static void stop() throws IOException {
        bed.close();
    }

    @BeforeEach
    void beginTheDay() throws SQLException {
        bed.be(TODAY);
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
            assertThat(register.suggest(text)).isEmpty();
        }
        assertThat(register.subject(CITIZEN)).isEmpty();
        assertThat(bed.statements()).isEmpty();
    }

    @Test
    void nobodyWithoutAVisibleRecordIsFound() {
        assertThat(register.search("恒达无记录", null, 20).outcome()).isEqualTo(Outcome.NOTHING);
        assertThat(register.subjectById("s4")).isEmpty();
    }

    @Test
    void theLastVisibleDayIsVisibleAndTheNextIsNot() throws SQLException {
        assertThat(register.records("s1", Section.WARNING, null, 20).items()).hasSize(1);
        assertThat(register.subjectById("s3")).isPresent();
        bed.be(TODAY.plusDays(1));
        assertThat(register.records("s1", Section.WARNING, null, 20).items()).isEmpty();
        assertThat(register.subjectById("s1").orElseThrow().count(Section.WARNING))
                .isZero();
        assertThat(bed.lists().latest(Section.WARNING, null, null, 20).items()).isEmpty();
        assertThat(overview(CODE).sections()).doesNotContainKey(Section.WARNING);
        bed.be(TODAY.plusDays(2));
        assertThat(register.subjectById("s3")).isEmpty();
        assertThat(register.search("恒达商贸", null, 20).outcome()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void theQueriesSaySoThemselvesWhereTheDatabaseHasAnotherDay() {
        bed.beForTheApplicationOnly(TODAY.plusDays(2));
        assertThat(register.records("s1", Section.WARNING, null, 20).items()).isEmpty();
        assertThat(register.subjectById("s3")).isEmpty();
        assertThat(register.search("恒达商贸", null, 20).outcome()).isEqualTo(Outcome.NOTHING);
        assertThat(bed.lists().latest(null, null, null, 200).items())
                .extracting(latest -> latest.record().recordNo())
                .contains("R-3")
                .doesNotContain("R-2", "R-4");
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
    }

    @Test
    void aSubjectsPageIsFourStatementsWhateverItShows() {
        SubjectFile file = overview(OLDER);
        assertThat(file.sections().keySet()).containsExactly(Section.IDENTITY, Section.WARNING, Section.ALERT);
        assertThat(file.sections().get(Section.ALERT).items()).hasSize(10);
        assertThat(bed.statements()).hasSize(3);
        bed.statements().clear();

        register.fileById("s2", FilePart.overview(10)).orElseThrow();
        assertThat(bed.statements()).as("with series").hasSize(4);
    }

    @Test
    void aSectionGoesOnWhereTheOverviewEnds() {
        String next = overview(CODE).sections().get(Section.ALERT).nextCursor();
        SubjectFile rest =
                register.file(CODE, FilePart.of(Section.ALERT, next, 200)).orElseThrow();
        assertThat(rest.sections().get(Section.ALERT).items()).hasSize(15);
    }

    @Test
    void aLicenceStandsOnceWithItsHistory() {
        SubjectFile file = register.fileById("s2", FilePart.overview(10)).orElseThrow();
        List<RecordEntry> entries = file.sections().get(Section.IDENTITY).items();
        assertThat(entries).extracting(entry -> entry.record().recordNo()).containsExactly("L-200", "L-101");
        RecordEntry licence = entries.get(1);
        assertThat(licence.inSeries()).isEqualTo(15);
        assertThat(licence.more()).isTrue();
        assertThat(licence.earlier())
                .extracting(PublicRecord::recordNo)
                .hasSize(RecordEntry.EARLIER_SHOWN)
                .startsWith("L-102", "L-103");
        assertThat(entries.get(0).inSeries()).isEqualTo(1);

        FilePart whole = new FilePart(Section.IDENTITY, LICENCE, null, 200);
        assertThat(register.fileById("s2", whole)
                        .orElseThrow()
                        .sections()
                        .get(Section.IDENTITY)
                        .items())
                .hasSize(15)
                .allSatisfy(entry -> assertThat(entry.inSeries()).isEqualTo(1));
        assertThat(register.fileById("s2", new FilePart(Section.IDENTITY, "x' OR", null, 200)))
                .isEmpty();
    }

    @Test
    void suppliersHaveTheirEnglishNames() {
        assertThat(overview(CODE)
                        .sections()
                        .get(Section.IDENTITY)
                        .items()
                        .get(0)
                        .record()
                        .supplierEn())
                .isEqualTo("Some bureau");
    }

    @Test
    void theNewestOverAllAreRestrictedBySectionAndPlace() {
        PublicLists lists = bed.lists();
        assertThat(lists.latest(Section.ALERT, null, null, 3).items())
                .hasSize(3)
                .allSatisfy(record -> assertThat(record.code()).isEqualTo(CODE));
        assertThat(lists.latest(null, new Place("320581"), null, 200).items())
                .extracting(latest -> latest.record().recordNo())
                .containsExactly("R-4");
        assertThat(lists.latest(Section.GOOD, new Place("320500"), null, 200).items())
                .extracting(latest -> latest.record().recordNo())
                .containsExactly("R-4", "R-3");
        assertThat(lists.latest(null, new Place("320600"), null, 200).items()).isEmpty();
        assertThat(lists.divisions())
                .isSortedAccordingTo(Comparator.comparing(PublicLists.Division::code))
                .contains(new PublicLists.Division("320500", "苏州市", "Suzhou"));
    }

    @Test
    void theListOfAllSubjectsComesInPartsWithoutThoseThatShowNothing() throws SQLException {
        bed.be(TODAY.plusDays(2));
        PublicLists lists = bed.lists();
        assertThat(lists.beginnings(1)).containsExactly("s1", "s2");
        assertThat(lists.beginnings(50)).containsExactly("s1");
        List<PublicLists.SubjectAddress> told = new ArrayList<>();
        lists.addresses("s1", "s2", told::add);
        lists.addresses("s2", null, told::add);
        assertThat(told)
                .containsExactly(
                        new PublicLists.SubjectAddress("s1", CODE), new PublicLists.SubjectAddress("s2", null));
    }

    @Test
    void aPlaceIsACodeOrNothing() {
        assertThat(Place.parse(" ")).isEmpty();
        assertThatThrownBy(() -> Place.parse("苏州")).hasMessageContaining("PLACE_INVALID");
        assertThat(new Place("320000").end()).isEqualTo("330000");
        assertThat(new Place("320500").end()).isEqualTo("320600");
        assertThat(new Place("320508").end()).isEqualTo("320509");
    }

    private SubjectFile overview(String code) {
        return register.file(code, FilePart.overview(10)).orElseThrow();
    }
}

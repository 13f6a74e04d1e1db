package org.chengxin.publication.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengxin.publication.boundary.PublicationBed.subject;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.SearchAnswer.Outcome;
import org.chengxin.publication.control.ProjectionWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search by names, in a register large enough that common fragments are not ranked as a whole. */
class SubjectSearchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final int CROWD = 6_000;
    private static final int IN_WU = CROWD / 10;

    private static PublicationBed bed;

    private final PublicRegister register = bed.register();

    @BeforeAll
    static void fill() throws IOException, SQLException {
        bed = new PublicationBed(TODAY);
        List<ProjectionWriter.SubjectRow> subjects = new ArrayList<>();
        List<ProjectionWriter.RecordRow> records = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < CROWD; i++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            String division = i % 10 == 0 ? "320506" : "320508";
            String name = i % 2 == 0 ? "昆城第" + i + "商行" : "第" + i + "昆城贸易中心";
            subjects.add(subject(id, null, name, division, List.of(), List.of()));
            Section section = i % 3 == 0 ? Section.ALERT : Section.IDENTITY;
            records.add(bed.record("C-" + i, id, section, i == 0 ? TODAY : null));
        }
        add("s1", "苏州恒达环保科技有限公司", List.of("苏州旧名化工厂"), subjects, records);
        add("s2", "恒达", List.of(), subjects, records);
        add("s3", "恒达商贸行", List.of(), subjects, records);
        add("s5", "百分号100%_公司", List.of(), subjects, records);
        add("s6", "昆城", List.of("昆城旧社"), subjects, records);
        bed.show(subjects, records);
    }

    private static void add(
            String id,
            String name,
            List<String> former,
            List<ProjectionWriter.SubjectRow> subjects,
            List<ProjectionWriter.RecordRow> records) {
        subjects.add(subject(id, null, name, former, List.of()));
        records.add(bed.record("R-" + id, id, Section.GOOD, null));
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
    void twoCharactersFindNamesClosestFirst() {
        SearchAnswer answer = register.search(" 恒达 ", null, 20);
        assertThat(answer.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(answer.query()).isEqualTo("恒达");
        assertThat(names(answer)).containsExactly("恒达", "恒达商贸行", "苏州恒达环保科技有限公司");
        assertThat(answer.hits().nextCursor()).isNull();
        assertThat(answer.hits().items().get(2).subject().count(Section.GOOD)).isEqualTo(1);
        assertThat(bed.statements()).as("sample, names, counts").hasSize(3);
    }

    @Test
    void pagesFollowEachOther() {
        assertThat(allNames("恒达", null, null, 1)).containsExactly("恒达", "恒达商贸行", "苏州恒达环保科技有限公司");
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
        assertThat(register.search((String) null, null, 20).outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(register.search("  ", null, 20).outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(register.search("恒", null, 20).outcome()).isEqualTo(Outcome.TOO_SHORT);
        assertThat(register.search("𠮷", null, 20).outcome()).isEqualTo(Outcome.TOO_SHORT);
        assertThat(register.search("没有这个", null, 20).outcome()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void ofACommonFragmentEveryNameIsReachedOnceAndTheNameItselfFirst() {
        List<String> all = allNames("昆城", null, null, 200);
        assertThat(all).hasSize(CROWD + 1).doesNotHaveDuplicates();
        assertThat(all.get(0)).isEqualTo("昆城");
        assertThat(all.subList(0, CROWD / 2 + 1)).allMatch(name -> name.startsWith("昆城"));
        assertThat(all.subList(CROWD / 2 + 1, all.size())).noneMatch(name -> name.startsWith("昆城"));
    }

    @Test
    void aCommonFragmentCostsNoMoreStatementsThanARareOne() {
        register.search("昆城", null, 20);
        assertThat(bed.statements()).as("sample, names, counts").hasSize(3);
    }

    @Test
    void placeAndSectionRestrictCommonFragmentsAndRareOnes() {
        Place wu = new Place("320506");
        List<String> there = allNames("昆城", wu, null, 200);
        assertThat(there).hasSize(IN_WU).doesNotHaveDuplicates();
        // the number of an alert in 吴中 is a multiple of thirty
        assertThat(allNames("昆城", wu, Section.ALERT, 50)).hasSize(IN_WU / 3).doesNotHaveDuplicates();
        assertThat(allNames("昆城", null, Section.GOOD, 50)).containsExactly("昆城");
        assertThat(allNames("第30昆", new Place("320500"), null, 50)).isEmpty();
        assertThat(allNames("城第30商", wu, Section.ALERT, 50)).containsExactly("昆城第30商行");
        assertThat(allNames("城第30商", new Place("320508"), null, 50)).isEmpty();
    }

    @Test
    void whatEndedYesterdayIsInNoCommonFragmentEither() throws SQLException {
        assertThat(allNames("昆城", null, Section.ALERT, 200)).contains("昆城第0商行");
        bed.be(TODAY.plusDays(1));
        assertThat(allNames("昆城", null, null, 200)).hasSize(CROWD).doesNotContain("昆城第0商行");
        assertThat(allNames("昆城", null, Section.ALERT, 200)).doesNotContain("昆城第0商行");
    }

    @Test
    void suggestionsAreTheFirstThatASearchFinds() {
        assertThat(register.suggest("恒达")).extracting(Suggestion::name).startsWith("恒达", "恒达商贸行");
        assertThat(register.suggest("旧名化工")).containsExactly(new Suggestion("s1", null, "苏州恒达环保科技有限公司", "苏州旧名化工厂"));
        assertThat(register.suggest("昆城"))
                .hasSize(8)
                .first()
                .extracting(Suggestion::name)
                .isEqualTo("昆城");
        assertThat(register.suggest("恒")).isEmpty();
        assertThat(register.suggest(null)).isEmpty();
    }

    private List<String> allNames(String text, Place place, Section section, int limit) {
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            SearchAnswer answer = register.search(new SubjectQuestion(text, place, section), cursor, limit);
            names.addAll(names(answer));
            cursor = answer.hits().nextCursor();
        } while (cursor != null);
        return Collections.unmodifiableList(names);
    }

    private static List<String> names(SearchAnswer answer) {
        return answer.hits().items().stream().map(hit -> hit.subject().name()).toList();
    }
}

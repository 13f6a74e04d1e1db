package org.chengxin.subject.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.SubjectRole;
import org.chengxin.kernel.code.CitizenId;
import org.chengxin.subject.SubjectDatabase;
import org.chengxin.subject.boundary.PersonReference;
import org.chengxin.subject.boundary.SubjectCard;
import org.junit.jupiter.api.Test;

class PersonWriterTest extends RegisterFixture {

    private static final String RELATIONS = "SELECT p.name, o.name, r.role, r.valid_from, r.valid_to"
            + " FROM subject_relation r JOIN subject p ON p.id = r.person_id JOIN subject o ON o.id = r.organisation_id"
            + " ORDER BY r.id";
    private static final String OTHER =
            CitizenId.parseOlder("360426800101008").orElseThrow().value();

    private List<Long> persons(PersonReference... references) throws SQLException {
        return new PersonWriter(SubjectDatabase.watched(connection, statements), NOW, SOURCE)
                .persons(List.of(references));
    }

    @Test
    void oneNumberIsOnePersonHoweverItIsWritten() throws SQLException {
        List<Long> found = persons(
                new PersonReference("王小明", CITIZEN),
                new PersonReference("王小明", "360426 19910101 0071"),
                new PersonReference("王晓明", "360426910101007"),
                new PersonReference("李四", OTHER));
        assertThat(found.subList(0, 3)).containsOnly(found.get(0));
        assertThat(found.get(3)).isNotEqualTo(found.get(0));
        assertThat(persons(new PersonReference("王晓明", CITIZEN))).containsExactly(found.get(0));
        assertThat(rows("SELECT name, kind, code FROM subject ORDER BY name"))
                .containsExactlyInAnyOrder("王小明|PERSON|null", "李四|PERSON|null");
        assertThat(rows("SELECT name, former FROM subject_name WHERE subject_id = " + found.get(0)
                        + " ORDER BY former"))
                .containsExactly("王小明|f", "王晓明|t");
    }

    @Test
    void whoNamesOnePersonIsRefusedTheNumberOfAnother() throws SQLException {
        PersonWriter writer = new PersonWriter(connection, NOW, SOURCE);
        Long person = writer.named(new PersonReference("王小明", CITIZEN));
        assertThat(writer.named(new PersonReference(" 王 小明", "360426910101007")))
                .isEqualTo(person);
        persons(new PersonReference("王晓明", CITIZEN));
        assertThat(writer.named(new PersonReference("王晓明", CITIZEN))).isEqualTo(person);
        List<String> names = rows("SELECT name FROM subject_name ORDER BY normalised");

        assertThatThrownBy(() -> writer.named(new PersonReference("赵铁柱", CITIZEN)))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(BusinessRefusal.Kind.CONFLICT);
                    assertThat(refusal.code()).isEqualTo("PERSON_NAMED_OTHERWISE");
                    assertThat(refusal.arguments().toString())
                            .contains("赵某某", "360426")
                            .doesNotContain("铁柱")
                            .doesNotContain(CITIZEN)
                            .doesNotContain("小明");
                });
        assertThat(rows("SELECT name FROM subject_name ORDER BY normalised")).isEqualTo(names);
        assertThatThrownBy(() -> writer.named(new PersonReference("赵铁柱", "-")))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("PERSON_WITHOUT_NUMBER"));
    }

    @Test
    void withoutAValidNumberOrANameNobodyIsFound() throws SQLException {
        assertThat(persons(
                        new PersonReference("王小明", null),
                        new PersonReference("王小明", "-"),
                        new PersonReference("王小明", "360426199101010072"),
                        new PersonReference(" ", CITIZEN),
                        new PersonReference(null, CITIZEN)))
                .containsOnlyNulls();
        assertThat(rows("SELECT count(*) FROM subject")).containsExactly("0");
    }

    @Test
    void statementsDoNotGrowWithPersons() throws SQLException {
        persons(new PersonReference("王小明", CITIZEN));
        int few = statements.size();
        statements.clear();
        List<PersonReference> many = new ArrayList<>();
        for (int i = 100; i < 600; i++) {
            many.add(new PersonReference("人" + i, "360426850101" + i));
        }
        assertThat(persons(many.toArray(PersonReference[]::new)))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(statements).hasSize(few);
    }

    @Test
    void twoTransactionsThatRegisterTheSamePersonsMakeEachOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch together = new CountDownLatch(4);
            List<Future<List<Long>>> done = new ArrayList<>();
            List<PersonReference> references =
                    List.of(new PersonReference("王小明", CITIZEN), new PersonReference("李四", OTHER));
            for (int i = 0; i < 4; i++) {
                done.add(threads.submit(() -> {
                    try (Connection mine = database.application()) {
                        together.countDown();
                        together.await();
                        List<Long> found = new PersonWriter(mine, NOW, SOURCE).persons(references);
                        mine.commit();
                        return found;
                    }
                }));
            }
            for (Future<List<Long>> each : done) {
                assertThat(each.get()).isEqualTo(done.get(0).get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(rows("SELECT count(*) FROM subject")).containsExactly("2");
    }

    @Test
    void aLegalRepresentativeWithNumberIsTiedToTheOrganisation() throws SQLException {
        Long a = registered(headedBy(since(registration("苏州甲有限公司", A), "2020-01-01"), "王小明", CITIZEN));
        registered(headedBy(registration("苏州乙有限公司", B), "李四", null));
        assertThat(rows(RELATIONS)).containsExactly("王小明|苏州甲有限公司|LEGAL_REPRESENTATIVE|2020-01-01|null");
        // the same again, and then somebody else
        registered(headedBy(registration("苏州甲有限公司", A), "王小明", CITIZEN));
        registered(headedBy(registration("苏州甲有限公司", A), "李四", OTHER));
        assertThat(rows(RELATIONS))
                .containsExactly(
                        "王小明|苏州甲有限公司|LEGAL_REPRESENTATIVE|2020-01-01|2026-03-02",
                        "李四|苏州甲有限公司|LEGAL_REPRESENTATIVE|null|null");

        SubjectCard organisation = new SubjectCards(connection).card(a).orElseThrow();
        assertThat(organisation.persons())
                .extracting(SubjectCard.Relation::name)
                .containsExactly("李四", "王小明");
        Long person = organisation.persons().get(1).subjectId();
        SubjectCard card = new SubjectCards(connection).card(person).orElseThrow();
        assertThat(card.persons())
                .containsExactly(new SubjectCard.Relation(
                        a,
                        "苏州甲有限公司",
                        SubjectRole.LEGAL_REPRESENTATIVE,
                        java.time.LocalDate.parse("2020-01-01"),
                        java.time.LocalDate.parse("2026-03-02"),
                        null));
        assertThat(card.identifiers()).extracting(SubjectCard.Identifier::value).containsExactly("360426********0071");
        assertThat(card.subject().otherCodes()).isEmpty();
    }
}

package org.chengxin.subject.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.subject.boundary.MergeCandidate;
import org.chengxin.subject.boundary.SubjectMatch.How;
import org.chengxin.subject.boundary.SubjectsMerged.Merge;
import org.chengxin.subject.entity.SubjectKind;
import org.junit.jupiter.api.Test;

class ProvisionalSubjectsTest extends RegisterFixture {

    private static final String NAME = "某某银行股份有限公司苏州分行";

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusinessRefusal.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    void isFoundByNameAndNotOpenedTwice() throws SQLException {
        Long first = provisional(NAME);
        assertThat(provisional("某某银行 股份有限公司苏州分行")).isEqualTo(first);
        assertThat(match(NAME).subjectId()).isEqualTo(first);
        assertThat(rows("SELECT kind, provisional FROM subject")).containsExactly("ENTERPRISE|t");
        assertThat(rows("SELECT type, actor, reason FROM subject_event"))
                .containsExactly("PROVISIONAL_OPENED|reviewer.market|等待登记");
    }

    @Test
    void withCodesThatContradictItIsAnother() throws SQLException {
        Long first = provisional(NAME, A);
        assertThat(provisional("另一个名称", A)).isEqualTo(first);
        assertThat(provisional(NAME, B)).isNotEqualTo(first);
        assertThat(match(NAME).how()).isEqualTo(How.AMBIGUOUS);
        refused("SUBJECT_AMBIGUOUS", () -> provisional(NAME));
    }

    @Test
    void isNotOpenedForWhomIsRegistered() throws SQLException {
        registered(registration(NAME, A));
        refused("SUBJECT_KNOWN", () -> provisional(NAME));
        refused("SUBJECT_KNOWN", () -> provisional("另一个名称", A));
        // another code: perhaps a namesake
        assertThat(provisional(NAME, B)).isNotNull();
    }

    @Test
    void nothingIsGuessedAboutItsKind() throws SQLException {
        refused("SUBJECT_KIND_MISSING", () -> provisional("张三"));
        refused("SUBJECT_NAME_MISSING", () -> provisional("  "));
        ProvisionalSubjects subjects = new ProvisionalSubjects(connection, "3205", NOW, SOURCE);
        refused("PERSON_IS_NOT_PROVISIONAL", () -> subjects.open("张三", List.of(), SubjectKind.PERSON, null));
        subjects.open("张三面馆", List.of(), SubjectKind.INDIVIDUAL_BUSINESS, null);
        subjects.open("某某株式会社", codes(A), SubjectKind.REPRESENTATIVE_OFFICE, null);
        subjects.open("某某中心", codes(B), SubjectKind.OTHER_ORGANISATION, null);
        assertThat(rows("SELECT kind FROM subject ORDER BY id"))
                .containsExactly("INDIVIDUAL_BUSINESS", "REPRESENTATIVE_OFFICE", "ENTERPRISE");
    }

    @Test
    void itsRegistrationMakesItTheRegisteredOne() throws SQLException {
        Long provisional = provisional(NAME);
        SubjectWriter.Registered registered = register(registration(NAME, A));
        assertThat(registered.subjects()).containsExactly(provisional);
        assertThat(registered.merges()).isEmpty();
        assertThat(rows("SELECT provisional, code FROM subject")).containsExactly("f|" + A);
        assertThat(rows("SELECT type FROM subject_event ORDER BY id"))
                .containsExactly("PROVISIONAL_OPENED", "REGISTRATION_ARRIVED");
    }

    @Test
    void aFormerNameOfItsRegistrationDoesToo() throws SQLException {
        Long provisional = provisional(NAME);
        assertThat(registered(formerly(registration("新某某银行苏州分行", A), NAME))).isEqualTo(provisional);
        assertThat(rows("SELECT name, former FROM subject_name ORDER BY former"))
                .containsExactly("新某某银行苏州分行|f", NAME + "|t");
    }

    @Test
    void aCodeItWasOpenedWithFindsItWhateverTheName() throws SQLException {
        Long provisional = provisional(NAME, OLD_A);
        assertThat(registered(registration("完全另一个名称", A, OLD_A))).isEqualTo(provisional);
        assertThat(rows("SELECT count(*) FROM subject WHERE provisional")).containsExactly("0");
    }

    @Test
    void isMergedIntoARegisteredSubjectThatTakesItsName() throws SQLException {
        Long registered = registered(registration("某某银行旧称", A));
        Long provisional = provisional(NAME, OLD_A);
        SubjectWriter.Registered again = register(registration(NAME, A));
        assertThat(again.subjects()).containsExactly(registered);
        assertThat(again.merges()).containsExactly(new Merge(provisional, registered));
        assertThat(rows("SELECT merged_into FROM subject WHERE id = " + provisional))
                .containsExactly(registered.toString());
        assertThat(match(null, OLD_A).subjectId()).isEqualTo(registered);
        assertThat(match(NAME).subjectId()).isEqualTo(registered);
        assertThat(match(NAME).formerIds()).containsExactly(provisional);
        assertThat(SubjectReader.current(connection, List.of(provisional, registered)))
                .isEqualTo(Map.of(provisional, registered, registered, registered));
        assertThat(SubjectReader.mergedInto(connection, List.of(registered)))
                .isEqualTo(Map.of(registered, Set.of(provisional)));
        assertThat(rows("SELECT subject_id, type, other_id FROM subject_event WHERE type LIKE 'MERGED%' ORDER BY id"))
                .containsExactly(
                        provisional + "|MERGED_INTO|" + registered, registered + "|MERGED_FROM|" + provisional);
        // and once only
        assertThat(register(registration(NAME, A)).merges()).isEmpty();
    }

    @Test
    void twoThatFitAreAQuestion() throws SQLException {
        Long one = provisional(NAME, OLD_A);
        Long other = provisional(NAME, OLD_B);
        SubjectWriter.Registered registered = register(registration(NAME, A));
        assertThat(registered.merges()).isEmpty();
        Long subject = registered.subjects().get(0);
        assertThat(subject).isNotIn(one, other);
        assertThat(new MergeQuestions(connection).open(0, 10))
                .extracting(
                        MergeCandidate::reason, question -> question.subject().id(), question -> question.other()
                                .id())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                MergeCandidate.Reason.SAME_NAME, Math.min(one, subject), Math.max(one, subject)),
                        org.assertj.core.groups.Tuple.tuple(
                                MergeCandidate.Reason.SAME_NAME, Math.min(other, subject), Math.max(other, subject)));
    }

    @Test
    void aContradictingCodeIsAQuestion() throws SQLException {
        provisional(NAME, B);
        register(registration(NAME, A));
        assertThat(rows("SELECT reason FROM subject_merge_candidate")).containsExactly("CODES_CONTRADICT");
        assertThat(rows("SELECT count(*) FROM subject WHERE provisional")).containsExactly("1");
    }

    @Test
    void twoRegistrationsOfOneNameLeaveItToAPerson() throws SQLException {
        provisional(NAME);
        assertThat(register(registration(NAME, A), registration(NAME, B)).subjects())
                .doesNotHaveDuplicates();
        assertThat(rows("SELECT reason FROM subject_merge_candidate")).containsExactly("SAME_NAME", "SAME_NAME");
        assertThat(rows("SELECT count(*) FROM subject WHERE provisional")).containsExactly("1");
    }

    @Test
    void aNameThatComesWithTheSecondRowOfANewSubjectLeavesItToAPerson() throws SQLException {
        provisional(NAME, OLD_A);
        assertThat(register(registration("新办企业", A), registration(NAME, A)).merges())
                .isEmpty();
        assertThat(rows("SELECT reason FROM subject_merge_candidate")).containsExactly("SAME_NAME");
    }

    @Test
    void anotherRegisteredBearerOfTheNameLeavesItToAPerson() throws SQLException {
        registered(registration(NAME, C));
        provisional(NAME, OLD_A);
        register(registration(NAME, A));
        assertThat(rows("SELECT reason FROM subject_merge_candidate")).containsExactly("SAME_NAME");
        assertThat(rows("SELECT count(*) FROM subject WHERE provisional")).containsExactly("1");
    }

    @Test
    void whatAPersonKeptApartNoRegistrationMerges() throws SQLException {
        registered(registration(NAME, C));
        provisional(NAME, OLD_A);
        register(registration(NAME, A));
        MergeQuestions questions = new MergeQuestions(connection);
        Long question = questions.open(0, 1).get(0).id();
        refused("REASON_REQUIRED", () -> questions.keepApart(question, " ", SOURCE.actor(), NOW));
        questions.keepApart(question, "另一家", SOURCE.actor(), NOW);
        refused("MERGE_CANDIDATE_UNKNOWN", () -> questions.keepApart(question, "另一家", SOURCE.actor(), NOW));
        // even when nobody else has the name any more
        registered(registration("改了名", C));
        assertThat(register(registration(NAME, A)).merges()).isEmpty();
        assertThat(questions.open(0, 10)).isEmpty();
    }

    @Test
    void statementsDoNotGrowWithMerges() throws SQLException {
        register(registration("旧称0", unified("91", 500)));
        provisional("某某新称0有限公司");
        statements.clear();
        assertThat(register(registration("某某新称0有限公司", unified("91", 500))).merges())
                .hasSize(1);
        int few = statements.size();
        org.chengxin.subject.boundary.Registration[] again = new org.chengxin.subject.boundary.Registration[100];
        for (int i = 0; i < again.length; i++) {
            register(registration("旧称" + (i + 1), unified("91", 501 + i)));
            provisional("某某新称" + (i + 1) + "有限公司");
            again[i] = registration("某某新称" + (i + 1) + "有限公司", unified("91", 501 + i));
        }
        statements.clear();
        assertThat(register(again).merges()).hasSize(100);
        assertThat(statements).hasSize(few);
    }
}

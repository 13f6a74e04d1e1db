package org.chengxin.subject.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.code.RegistrationNumber;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.subject.SubjectDatabase;
import org.chengxin.subject.boundary.PersonReference;
import org.chengxin.subject.boundary.SubjectMatch;
import org.chengxin.subject.boundary.SubjectMatch.How;
import org.chengxin.subject.boundary.SubjectQuery;
import org.junit.jupiter.api.Test;

class SubjectMatchingTest extends RegisterFixture {

    private static String organisationCode(String unified) {
        return UnifiedSocialCreditCode.parse(unified)
                .orElseThrow()
                .organisationCode()
                .value();
    }

    @Test
    void byEveryCodeItHasOrHad() throws SQLException {
        Long a = registered(registration("苏州甲有限公司", A, OLD_A));
        registered(registration("苏州乙有限公司", B));
        for (String code : List.of(A, OLD_A, organisationCode(A))) {
            SubjectMatch match = match("苏州甲公司", code);
            assertThat(match.how()).as(code).isEqualTo(How.CODE);
            assertThat(match.subjectId()).isEqualTo(a);
            assertThat(match.registeredName()).isEqualTo("苏州甲有限公司");
        }
    }

    @Test
    void byTheOrganisationCodeInsideACodeThatNobodyHas() throws SQLException {
        Long a = registered(registration("苏州甲有限公司", organisationCode(A)));
        assertThat(match(null, A).subjectId()).isEqualTo(a);
        // fifteen digits of the tax office hold it too
        assertThat(match(null, "321000" + organisationCode(A)).subjectId()).isEqualTo(a);
        assertThat(match(null, B).how()).isEqualTo(How.NONE);
    }

    @Test
    void byNameOnlyWithoutACode() throws SQLException {
        Long a = registered(formerly(registration("苏州甲（集团）有限公司", A), "苏州老甲厂"));
        assertThat(match("苏州甲(集团) 有限公司").how()).isEqualTo(How.NAME);
        assertThat(match("苏州甲(集团) 有限公司").subjectId()).isEqualTo(a);
        assertThat(match("苏州老甲厂", "-", "无", "00000000000000000X").how()).isEqualTo(How.FORMER_NAME);
        assertThat(match("苏州丙有限公司").how()).isEqualTo(How.NONE);
        assertThat(match(null).how()).isEqualTo(How.NONE);
    }

    @Test
    void aPresentNameComesBeforeAFormerOne() throws SQLException {
        registered(formerly(registration("苏州甲有限公司", A), "苏州老厂"));
        Long b = registered(registration("苏州老厂", B));
        assertThat(match("苏州老厂").subjectId()).isEqualTo(b);
    }

    @Test
    void anUnknownCodeWithAKnownNameIsNotMatched() throws SQLException {
        Long a = registered(registration("苏州甲有限公司", A));
        SubjectMatch match = match("苏州甲有限公司", C);
        assertThat(match.how()).isEqualTo(How.CODE_UNKNOWN_NAME_KNOWN);
        assertThat(match.found()).isFalse();
        assertThat(match.candidates())
                .extracting(SubjectMatch.Candidate::subjectId)
                .containsExactly(a);
        assertThat(match.candidates().get(0).code()).isEqualTo(A);
    }

    @Test
    void aCodeOfOneAndThePresentNameOfAnotherDisagree() throws SQLException {
        Long a = registered(formerly(registration("苏州甲有限公司", A), "苏州老甲厂"));
        Long b = registered(formerly(registration("苏州乙有限公司", B), "苏州老乙厂"));
        SubjectMatch match = match("苏州乙有限公司", A);
        assertThat(match.how()).isEqualTo(How.CODE_AND_NAME_DISAGREE);
        assertThat(match.how().pointsToSeveral()).isTrue();
        assertThat(match.candidates())
                .extracting(SubjectMatch.Candidate::subjectId)
                .containsExactlyInAnyOrder(a, b);
        // a former name, its own or another's, and another spelling do not
        assertThat(match("苏州老甲厂", A).subjectId()).isEqualTo(a);
        assertThat(match("苏州老乙厂", A).subjectId()).isEqualTo(a);
        assertThat(match("甲有限公司", A).subjectId()).isEqualTo(a);
    }

    @Test
    void namesakesWithTheirOwnCodesDoNotDisagree() throws SQLException {
        Long a = registered(registration("好再来面馆", A));
        registered(registration("好再来面馆", B));
        assertThat(match("好再来面馆", A).subjectId()).isEqualTo(a);
        SubjectMatch byName = match("好再来面馆");
        assertThat(byName.how()).isEqualTo(How.AMBIGUOUS);
        assertThat(byName.candidates()).hasSize(2);
    }

    @Test
    void codesOfTwoSubjectsAreAmbiguous() throws SQLException {
        registered(registration("苏州甲有限公司", A));
        registered(registration("苏州乙有限公司", B, OLD_B));
        assertThat(match("苏州甲有限公司", A, OLD_B).how()).isEqualTo(How.AMBIGUOUS);
    }

    @Test
    void aProvisionalNameDoesNotContradictACode() throws SQLException {
        Long a = registered(registration("苏州甲有限公司", A));
        provisional("苏州丁有限公司");
        assertThat(match("苏州丁有限公司", A).subjectId()).isEqualTo(a);
    }

    @Test
    void personsAreFoundByTheirNumberAndNeverByName() throws SQLException {
        Long person = new PersonWriter(connection, NOW, SOURCE)
                .persons(List.of(new PersonReference("王小明", CITIZEN)))
                .get(0);
        assertThat(match("王小明").how()).isEqualTo(How.NONE);
        assertThat(match("王小明", A).how()).isEqualTo(How.NONE);
        assertThat(match("另一个名字", CITIZEN).subjectId()).isEqualTo(person);
    }

    @Test
    void anOwnersNumberMeansTheBusinessOrTheOwnerByName() throws SQLException {
        Long person = new PersonWriter(connection, NOW, SOURCE)
                .persons(List.of(new PersonReference("王小明", CITIZEN)))
                .get(0);
        Long business = registered(registration("小明面馆", unified("92", 5), CITIZEN));
        assertThat(business).isNotEqualTo(person);
        assertThat(match("小明面馆", CITIZEN).subjectId()).isEqualTo(business);
        assertThat(match("王小明", CITIZEN).subjectId()).isEqualTo(person);
        assertThat(match("大明面馆", CITIZEN).how()).isEqualTo(How.AMBIGUOUS);
    }

    @Test
    void asManyStatementsWhateverTheNumberOfRows() throws SQLException {
        registered(registration("苏州甲有限公司", A));
        statements.clear();
        List<SubjectQuery> queries = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            queries.add(new SubjectQuery(
                    codes(
                            unified("91", i),
                            RegistrationNumber.generate("320500", i).value()),
                    "公司" + i));
        }
        assertThat(new SubjectMatching(SubjectDatabase.watched(connection, statements)).match(queries))
                .hasSize(2_000);
        assertThat(statements).hasSize(3);
    }
}

package org.chengxin.subject.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengxin.kernel.code.RegistrationNumber;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectKindTest {

    @ParameterizedTest
    @CsvSource({
        "91, ENTERPRISE",
        "92, INDIVIDUAL_BUSINESS",
        "93, ENTERPRISE",
        "11, GOVERNMENT_BODY",
        "12, OTHER_ORGANISATION",
        "13, OTHER_ORGANISATION",
        "51, OTHER_ORGANISATION",
        "52, OTHER_ORGANISATION",
        "53, OTHER_ORGANISATION",
        "31, OTHER_ORGANISATION",
        "61, REPRESENTATIVE_OFFICE",
        "62, REPRESENTATIVE_OFFICE",
        "81, OTHER_ORGANISATION",
        "N1, OTHER_ORGANISATION",
        "A1, OTHER_ORGANISATION"
    })
    void theFirstTwoCharactersOfTheUnifiedCodeDecide(String first2, SubjectKind kind) {
        UnifiedSocialCreditCode code = UnifiedSocialCreditCode.generate(first2, "320500", 7);
        assertThat(SubjectKind.find(code, null, null, "某某")).contains(kind);
        // whatever else is stated
        assertThat(SubjectKind.find(code, null, "自然人", "苏州某某有限公司")).contains(kind);
    }

    @Test
    void anOfficeOfAForeignEnterpriseSharesItsCodeWithEnterprises() {
        UnifiedSocialCreditCode code = UnifiedSocialCreditCode.generate("91", "320500", 7);
        assertThat(SubjectKind.find(code, null, null, "某某株式会社苏州代表处")).contains(SubjectKind.REPRESENTATIVE_OFFICE);
        assertThat(SubjectKind.find(code, null, "外国企业常驻代表机构", "某某（苏州）")).contains(SubjectKind.REPRESENTATIVE_OFFICE);
        assertThat(SubjectKind.find(null, null, null, "某某株式会社苏州代表处")).contains(SubjectKind.REPRESENTATIVE_OFFICE);
        assertThat(SubjectKind.find(null, null, null, "某某街道办事处")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "有限责任公司(自然人投资或控股), ENTERPRISE",
        "有限责任公司（自然人独资）, ENTERPRISE",
        "个人独资企业, ENTERPRISE",
        "农民专业合作经济组织, ENTERPRISE",
        "全民所有制分支机构(非法人), ENTERPRISE",
        "个体工商户, INDIVIDUAL_BUSINESS",
        "个体, INDIVIDUAL_BUSINESS",
        "自然人, PERSON",
        "事业单位, OTHER_ORGANISATION",
        "社会团体, OTHER_ORGANISATION",
        "行政机关, GOVERNMENT_BODY",
        "外国企业常驻代表机构, REPRESENTATIVE_OFFICE"
    })
    void whatTheSourceStatesDecidesWhereThereIsNoUnifiedCode(String stated, SubjectKind kind) {
        assertThat(SubjectKind.find(null, null, stated, "某某")).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"法人及非法人组织", "-", "", "其他", "单位"})
    void wordsThatMayMeanAnybodyDecideNothing(String stated) {
        assertThat(SubjectKind.parse(stated)).isEmpty();
    }

    @Test
    void theOlderRegistrationNumberTellsAnIndividualBusiness() {
        assertThat(SubjectKind.find(null, RegistrationNumber.generate("320500", 60_000_001), null, "某某面馆"))
                .contains(SubjectKind.INDIVIDUAL_BUSINESS);
        assertThat(SubjectKind.find(null, RegistrationNumber.generate("320500", 1), null, "某某厂"))
                .contains(SubjectKind.ENTERPRISE);
        assertThat(SubjectKind.find(
                        null, RegistrationNumber.parse("3205001800931").orElseThrow(), null, "某某厂"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "苏州某某有限公司, ENTERPRISE",
        "某某银行股份有限公司苏州分行, ENTERPRISE",
        "某某（苏州）中心（有限合伙）, ENTERPRISE",
        "某某县人民政府, GOVERNMENT_BODY"
    })
    void namesThatOnlyOneKindMayBearDecide(String name, SubjectKind kind) {
        assertThat(SubjectKind.find(null, null, null, name)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三", "某某面馆", "某某厂", "某某有限公司工会委员会", "某某公司经理李四", "某某局"})
    void otherNamesDecideNothing(String name) {
        assertThat(SubjectKind.find(null, null, null, name)).isEmpty();
    }

    @Test
    void onlyPersonsAreNeverPublic() {
        for (SubjectKind kind : SubjectKind.values()) {
            assertThat(kind.mayBePublic()).isEqualTo(kind != SubjectKind.PERSON);
        }
    }
}

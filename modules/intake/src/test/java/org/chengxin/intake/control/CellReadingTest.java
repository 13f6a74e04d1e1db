package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.intake.control.PenaltyRow.CODE;
import static org.chengxin.intake.control.PenaltyRow.check;
import static org.chengxin.intake.control.PenaltyRow.rules;
import static org.chengxin.intake.control.PenaltyRow.with;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.Severity;
import org.chengxin.kernel.code.RegistrationNumber;
import org.chengxin.kernel.code.SubjectCode.Kind;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single cells become. */
class CellReadingTest {

    @Test
    void codesAreCheckedAndRepairsOnlyOffered() {
        String valid = "91371626MA3N0LHN7H";
        assertThat(UnifiedSocialCreditCode.parse(valid)).isPresent();

        CheckedRow row = with("subjectCode", valid.replace('0', 'O'));

        assertThat(row.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(row.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FindingRule.CODE_CHARACTER);
            assertThat(finding.suggestion()).isEqualTo(valid);
        });
        assertThat(row.content()).doesNotContainKey("subjectCode");
    }

    @Test
    void wrongCodesAreToldByKind() {
        char wrong = CODE.charAt(17) == '0' ? '1' : '0';
        assertThat(rules(with("subjectCode", CODE.substring(0, 17) + wrong)))
                .containsExactly(FindingRule.CODE_CHECK_DIGIT);
        assertThat(rules(with("subjectCode", CODE.substring(0, 17)))).containsExactly(FindingRule.CODE_LENGTH);
        assertThat(rules(with("subjectCode", "370203000030638"))).containsExactly(FindingRule.CODE_CHECK_DIGIT);
    }

    @Test
    void fifteenDigitsThatMayBeTwoKindsSaySoAndGoOn() {
        // passes as registration number and, by its last nine digits, as taxpayer's number
        CheckedRow row = with("subjectCode", "320500000001070");

        assertThat(row.outcome()).isEqualTo(Outcome.ACCEPTABLE);
        assertThat(rules(row)).contains(FindingRule.CODE_TWO_KINDS);
        assertThat(rules(with("subjectCode", "330203000030639"))).doesNotContain(FindingRule.CODE_TWO_KINDS);
    }

    @Test
    void olderNumbersAndThoseOfCooperativesAreFine() {
        String old = RegistrationNumber.generate("320500", 12_345).value();

        assertThat(with("subjectCode", old).outcome()).isEqualTo(Outcome.ACCEPTABLE);
        assertThat(with("subjectCode", "370681NA000276X").subject().code(Kind.REGISTRATION_COOPERATIVE))
                .isPresent();
    }

    @Test
    void fullWidthAndBlanksInCodesAreCleanedAndCounted() {
        CheckedRow row = with("subjectCode", " " + CODE.replace("9", "９").toLowerCase() + "\u00A0");

        assertThat(row.content()).containsEntry("subjectCode", CODE);
        assertThat(row.cleaned()).containsKeys("FULL_WIDTH_TO_HALF", "UPPER_CASED");
    }

    @Test
    void aCitizensNumberAmongCodesIsHiddenAndAPersonLooks() {
        CheckedRow row = with("subjectCode", "360426199101010071");

        assertThat(row.outcome()).isEqualTo(Outcome.SUSPECT);
        assertThat(row.content()).containsEntry("subjectCode", "360426********0071");
        assertThat(row.findings()).extracting(Finding::value).containsExactly("360426********0071");
        assertThat(row.subject().code(Kind.CITIZEN_ID)).contains("360426199101010071");
    }

    @Test
    void aCitizensNumberInTextIsFoundAndMaskedInTheFinding() {
        CheckedRow row = with("facts", "负责人身份证360426199101010071，未经批准排放");

        assertThat(rules(row)).containsExactly(FindingRule.PERSONAL_NUMBER_IN_TEXT);
        assertThat(row.findings().get(0).value()).doesNotContain("19910101");
        assertThat(rules(with("facts", "公司代码" + CODE + "未批先建"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "身份证320501 19800101 7774",
                "身份证320501-19800101-7774",
                "A320501198001017774B",
                "9320501198001017774",
                "３２０５０１　１９８００１０１　７７７４"
            })
    void aCitizensNumberInPartsOrBesideOtherCharactersIsFoundToo(String text) {
        CheckedRow row = with("facts", text);

        assertThat(rules(row)).containsExactly(FindingRule.PERSONAL_NUMBER_IN_TEXT);
        assertThat(row.findings().get(0).value()).doesNotContain("19800101");
    }

    @Test
    void aMobileNumberInTextIsNoFindingButHiddenInOthers() {
        assertThat(rules(with("facts", "电话13812345678，编号320501 19800101 7775"))).isEmpty();
        assertThat(RowDraft.shown(null, "电话13812345678")).isEqualTo("电话138****5678");
    }

    @ParameterizedTest
    @CsvSource({"2026/5/4", "2026.05.04", "20260504", "2026年5月4日", "二〇二六年五月四日", "2026-05-04 12:30:00", "２０２６-05-04"})
    void allFormsOfDatesAreRead(String text) {
        CheckedRow row = with("decidedOn", text);

        assertThat(row.findings()).isEmpty();
        assertThat(row.content()).containsEntry("decidedOn", "2026-05-04");
        assertThat(row.cleaned()).containsKey("DATE_CONVERTED");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30,DATE_UNREADABLE",
        "昨天,DATE_UNREADABLE",
        "2026-07-02,DATE_IN_FUTURE",
        "2026/01/02、2026/01/03,SEVERAL_DATES",
        "1920-01-01,DATE_TOO_EARLY",
        "46146,DATE_SERIAL",
        "长期,DATE_IN_FUTURE"
    })
    void doubtfulDatesAreFound(String text, FindingRule rule) {
        assertThat(rules(with("decidedOn", text))).contains(rule);
    }

    @Test
    void anUnreadableValueOfAnOptionalFieldIsLeftOutWithAWarning() {
        CheckedRow row = with("filedOn", "未知道");

        assertThat(row.outcome()).isEqualTo(Outcome.ACCEPTABLE);
        assertThat(row.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FindingRule.DATE_UNREADABLE);
            assertThat(finding.value()).isEqualTo("未知道");
        });
        assertThat(row.content()).doesNotContainKey("filedOn");
    }

    @ParameterizedTest
    @CsvSource({"'15,000.00',15000", "1.5万元,15000", "人民币壹万伍仟壹佰伍拾元整,15150", "贰拾万元,200000", "945.120,945.12", "0,0"})
    void amountsAreReadInAllForms(String text, BigDecimal yuan) {
        assertThat(with("fine", text).content()).containsEntry("fine", yuan);
    }

    @Test
    void doubtfulAmountsAreFound() {
        assertThat(rules(with("fine", "5万美元"))).containsExactly(FindingRule.AMOUNT_CURRENCY);
        assertThat(rules(with("fine", "很多"))).containsExactly(FindingRule.AMOUNT_UNREADABLE);
        assertThat(rules(with("fine", "-5"))).containsExactly(FindingRule.AMOUNT_IMPLAUSIBLE);
        assertThat(rules(with("fine", "2000000000000"))).containsExactly(FindingRule.AMOUNT_IMPLAUSIBLE);
        CheckedRow blank = with("fine", "未标明");
        assertThat(rules(blank)).containsExactly(FindingRule.AMOUNT_IN_TEXT);
        assertThat(blank.findings().get(0).suggestion()).isEqualTo("15000");
        assertThat(blank.content()).doesNotContainKey("fine");
        assertThat(blank.outcome()).isEqualTo(Outcome.ACCEPTABLE);
    }

    @Test
    void severalYearsWhereNothingFollowsFromThemAreLeftOutWithAWarning() {
        CheckedRow row = with("permitDueYear", "2017/2020");
        assertThat(row.outcome()).isEqualTo(Outcome.ACCEPTABLE);
        assertThat(rules(row)).containsExactly(FindingRule.SEVERAL_DATES);
        assertThat(row.content()).doesNotContainKey("permitDueYear");
        assertThat(with("decidedOn", "2026/01/02、2026/01/03").outcome()).isEqualTo(Outcome.SUSPECT);
        assertThat(with("permitDueYear", "2017年").content()).containsEntry("permitDueYear", "2017");
        assertThat(with("permitDueYear", "不详").findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12个月,12", "1年,12", "三年,36", "半年,6", "十二个月,12", "３,3"})
    void periodsAreReadAsMonths(String text, int months) {
        assertThat(with("periodMonths", text).periodMonths()).contains(months);
    }

    @Test
    void severityThatIsNotStatedGoesToAPerson() {
        assertThat(with("severity", "").severity()).isEmpty();
        assertThat(with("severity", "未定").findings()).isEmpty();
        assertThat(with("severity", "3").severity()).contains(Severity.SERIOUS);
        assertThat(rules(with("severity", "吓人"))).containsExactly(FindingRule.SEVERITY_UNKNOWN);
    }

    @Test
    void namesAreCleanedAndDoubtfulOnesFound() {
        assertThat(with("subjectName", " 苏州某某\n染织有限公司\u200B ").content()).containsEntry("subjectName", "苏州某某染织有限公司");
        CheckedRow trailing = with("subjectName", "苏州某某染织有限公司。");
        assertThat(trailing.outcome()).isEqualTo(Outcome.SUSPECT);
        assertThat(trailing.findings().get(0).suggestion()).isEqualTo("苏州某某染织有限公司");
        assertThat(rules(with("subjectName", "甲公司及相关责任人"))).containsExactly(FindingRule.SEVERAL_SUBJECTS);
        assertThat(rules(with("subjectName", "12345"))).containsExactly(FindingRule.NAME_UNREADABLE);
    }

    @Test
    void wordsOfSourcesBecomeStandardCodes() {
        assertThat(with("kind", "罚金").content()).containsEntry("kind", "罚款");
        assertThat(with("kind", "警告、责令停产").content()).containsEntry("kind", "警告；责令停产停业");
        CheckedRow open = with("kind", "罚款、公开道歉");
        assertThat(rules(open)).containsExactly(FindingRule.CODE_UNKNOWN);
        assertThat(open.content()).containsEntry("kind", "罚款；公开道歉");
        assertThat(open.outcome()).isEqualTo(Outcome.ACCEPTABLE);
    }

    @Test
    void longValuesAreKeptAndCutInFindings() {
        CheckedRow row = with("documentNo", "号".repeat(200));

        assertThat(rules(row)).containsExactly(FindingRule.TOO_LONG);
        assertThat(row.findings().get(0).value()).hasSize(Finding.MAX_VALUE + 1);
        assertThat(row.content()).containsEntry("documentNo", "号".repeat(200));
        assertThat(rules(with("facts", "事".repeat(40_000)))).contains(FindingRule.CELL_TOO_LONG);
    }

    @Test
    void monthsAndTelephonesAreRead() {
        ItemDefinition item = DemonstrationCatalogue.item("LABOUR-SOCIAL");
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("subjectName", "苏州某某染织有限公司");
        cells.put("subjectCode", CODE);
        cells.put("month", "2026年3月");
        cells.put("employees", "1,024");
        cells.put("insured", "1000.0");
        cells.put("contact", "张三丰");
        cells.put("contactPhone", "0512-6666");

        CheckedRow row = check(item, cells, false);

        assertThat(row.content())
                .containsEntry("month", "2026-03")
                .containsEntry("employees", new BigDecimal("1024"))
                .containsEntry("insured", new BigDecimal("1000"));
        assertThat(rules(row)).isEmpty();
        cells.put("contactPhone", "王经理12");
        assertThat(check(item, cells, false).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FindingRule.PHONE_UNREADABLE);
            assertThat(finding.value()).doesNotContain("王经理");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=cmd|'/c calc'!A0", "=1+1", "+1+1", "-2+3", "@SUM(A1:A9)", "${jndi:ldap://x}", "<script>", "{0}"
            })
    void whatWouldBeAFormulaSomewhereStaysText(String text) {
        CheckedRow row = with("facts", text);

        assertThat(row.content()).containsEntry("facts", text);
        assertThat(row.findings()).isEmpty();
    }

    @Test
    void aCitizensNumberIsShownNowhereInAFinding() {
        String number = "360426199101010071";
        for (String field :
                java.util.List.of("fine", "decidedOn", "kind", "permitDueYear", "severity", "scope", "facts")) {
            assertThat(with(field, "甲" + number).findings())
                    .as(field)
                    .isNotEmpty()
                    .allSatisfy(finding -> {
                        assertThat(finding.value() + finding.args() + finding.suggestion())
                                .doesNotContain("19910101");
                    });
        }
    }
}

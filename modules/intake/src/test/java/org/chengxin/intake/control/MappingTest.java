package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.control.HeaderMapping.Fault;
import org.junit.jupiter.api.Test;

class MappingTest {

    private final ItemDefinition penalties = DemonstrationCatalogue.item("PEN-ENV");

    @Test
    void headingsAreComparedWithoutLineBreaksBlanksAndWidth() {
        assertThat(HeaderText.normalise(List.of("行业\n［2017年］", " 罚款 （元） ", "", "备注", "备注", "\uFEFF序号")))
                .containsExactly("行业[2017年]", "罚款 (元)", "#3", "备注", "备注#2", "序号");
    }

    @Test
    void theSameHeadingsHaveTheSameFingerprintInAnyOrder() {
        assertThat(HeaderMapping.fingerprint(List.of("企业名称 ", "代\n码")))
                .isEqualTo(HeaderMapping.fingerprint(List.of("企业名称", "代码")))
                .isEqualTo(HeaderMapping.fingerprint(List.of("代码", "企业名称")))
                .isNotEqualTo(HeaderMapping.fingerprint(List.of("代码", "企业名称", "备注")))
                .hasSize(64);
    }

    @Test
    void columnsThatOnlyTheirPlaceTellsApartMustStayInPlace() {
        assertThat(HeaderMapping.fingerprint(List.of("名称", "备注", "备注")))
                .isNotEqualTo(HeaderMapping.fingerprint(List.of("备注", "名称", "备注")));
        assertThat(HeaderMapping.fingerprint(List.of("名称", "", "备注", "代码")))
                .isNotEqualTo(HeaderMapping.fingerprint(List.of("代码", "", "备注", "名称")));
    }

    @Test
    void aMappingThatWasConfirmedWhenTheOrderCountedIsStillFound() {
        String before = Digests.hex(Digests.sha256(), "代码\n企业名称");

        assertThat(HeaderMapping.fingerprints(List.of("代码", "企业名称")))
                .contains(before, HeaderMapping.fingerprint(List.of("企业名称", "代码")));
    }

    @Test
    void aMappingWithoutHeaderFitsAFileInAnyOrder() {
        HeaderMapping put = HeaderMapping.fromJson(jakarta.json.Json.createObjectBuilder()
                .add(
                        "columns",
                        jakarta.json.Json.createObjectBuilder()
                                .add("单位", "subjectName")
                                .add("代号", "subjectCode"))
                .add("ignored", jakarta.json.Json.createArrayBuilder().add("序号"))
                .add("fixed", jakarta.json.Json.createObjectBuilder().add("severity", "一般"))
                .build());
        List<String> header = List.of("序号", "代号", "单位");

        assertThat(put.fingerprint()).isEqualTo(HeaderMapping.fingerprint(header));
        CheckedRow row = new RowChecker(
                        penalties,
                        DemonstrationCatalogue.tables(),
                        put.arrangedAs(header),
                        new CheckOptions(true, java.time.LocalDate.of(2026, 7, 1)))
                .check(2, List.of("17", "91440300708461136T", "某某染织有限公司"));
        assertThat(row.content())
                .containsEntry("subjectName", "某某染织有限公司")
                .containsEntry("subjectCode", "91440300708461136T")
                .doesNotContainValue("17");
        assertThat(row.severity()).contains(org.chengxin.kernel.Severity.ORDINARY);
    }

    @Test
    void aTemplateIsKnownAndAnythingElseIsNot() {
        assertThat(HeaderMapping.identity(penalties, List.of("企业名称", "统一社会信用代码", "facts")))
                .map(HeaderMapping::columns)
                .contains(Map.of("企业名称", "subjectName", "统一社会信用代码", "subjectCode", "facts", "facts"));
        assertThat(HeaderMapping.identity(penalties, List.of("企业名称", "单位名称"))).isEmpty();
        assertThat(HeaderMapping.identity(penalties, List.of("企业名称", "subjectName")))
                .isEmpty();
    }

    @Test
    void aMappingSaysWhatIsWrongWithIt() {
        HeaderMapping mapping = new HeaderMapping(
                List.of("甲", "乙", "丙"),
                Map.of("甲", "subjectName", "丁", "facts", "丙", "nothing"),
                Set.of("甲"),
                Map.of("subjectName", "某厂"));

        assertThat(mapping.problems(penalties))
                .extracting(HeaderMapping.Problem::fault)
                .containsExactlyInAnyOrder(
                        Fault.UNKNOWN_COLUMN,
                        Fault.COLUMN_TWICE,
                        Fault.COLUMN_UNDECIDED,
                        Fault.FIELD_TWICE,
                        Fault.UNKNOWN_FIELD,
                        Fault.REQUIRED_COLUMN_MISSING);
    }

    @Test
    void nameAndCodeMustHaveColumnsWhereTheItemDemandsBoth() {
        HeaderMapping nameOnly = new HeaderMapping(List.of("名"), Map.of("名", "subjectName"), Set.of(), Map.of());

        assertThat(nameOnly.problems(penalties))
                .containsExactly(new HeaderMapping.Problem(Fault.REQUIRED_COLUMN_MISSING, "统一社会信用代码"));
        assertThat(nameOnly.problems(DemonstrationCatalogue.item("PEN-ADMIN"))).isEmpty();
    }

    @Test
    void usualHeadingsAreProposed() {
        MappingProposal proposal = MappingProposal.propose(
                penalties,
                List.of(
                        "序号",
                        "单位名称",
                        "统一社会信用代码（注册号）",
                        "存在问题",
                        "处理情况",
                        "罚款",
                        "处罚公布时间",
                        "处罚依据",
                        "处罚决定日期",
                        "失信严重程度",
                        "警示或预警期限",
                        "信息使用范围",
                        "信息来源",
                        "星座"));

        assertThat(proposal.mapping().columns())
                .containsEntry("单位名称", "subjectName")
                .containsEntry("统一社会信用代码(注册号)", "subjectCode")
                .containsEntry("存在问题", "facts")
                .containsEntry("处理情况", "result")
                .containsEntry("罚款", "fine")
                .containsEntry("处罚公布时间", "announcedOn")
                .containsEntry("处罚依据", "legalBasis")
                .containsEntry("处罚决定日期", "decidedOn")
                .containsEntry("失信严重程度", "severity")
                .containsEntry("警示或预警期限", "periodMonths")
                .containsEntry("信息使用范围", "scope")
                .containsEntry("信息来源", "authority");
        assertThat(proposal.unassigned()).containsExactly("星座");
        assertThat(proposal.mapping().ignored()).containsExactly("序号", "星座");
        assertThat(proposal.mapping().problems(penalties)).isEmpty();
        assertThat(proposal.confidence()).containsEntry("处罚依据", 100).containsEntry("存在问题", 95);
    }

    @Test
    void theNamesOfTheNationalFormAreProposed() {
        ItemDefinition item = DemonstrationCatalogue.item("PEN-ADMIN");
        List<String> header = List.of(
                "CF_XDR_MC",
                "CF_XDR_LB",
                "CF_XDR_SHXYM",
                "CF_XDR_GSZC",
                "CF_XDR_ZZJG",
                "CF_XDR_SWDJ",
                "CF_XDR_SYDW",
                "CF_XDR_SHZZ",
                "CF_FRDB",
                "CF_FR_ZJLX",
                "CF_FR_ZJHM",
                "CF_XDR_ZJLX",
                "CF_XDR_ZJHM",
                "CF_WSH",
                "CF_WFXW",
                "CF_SY",
                "CF_YJ",
                "CF_CFLB",
                "CF_NR",
                "CF_NR_FK",
                "CF_NR_WFFF",
                "CF_NR_ZKDX",
                "CF_JDRQ",
                "CF_YXQ",
                "CF_GSJZQ",
                "CF_CFJG",
                "CF_CFJGDM",
                "CF_SJLY",
                "CF_SJLYDM",
                "BZ");

        MappingProposal proposal = MappingProposal.propose(item, header);

        assertThat(proposal.unassigned()).isEmpty();
        assertThat(proposal.mapping().columns()).hasSize(header.size());
        assertThat(proposal.confidence().values()).allMatch(confidence -> confidence >= 95);
    }

    @Test
    void noFieldIsProposedTwice() {
        MappingProposal proposal = MappingProposal.propose(penalties, List.of("企业名称", "单位名称", "公司名称"));

        assertThat(proposal.mapping().columns().values()).doesNotHaveDuplicates();
        assertThat(proposal.unassigned()).containsExactly("单位名称", "公司名称");
    }

    @Test
    void theTemplateIsCsvThatSpreadsheetsOpenRightly() {
        assertThat(Template.csv(penalties)).startsWith("\uFEFF企业名称,统一社会信用代码,").endsWith("\r\n");
    }

    @Test
    void theTemplateIsAlsoAWorkbookThatNeedsNoMapping() {
        byte[] workbook = Template.workbook(penalties);

        assertThat(workbook).isEqualTo(Template.workbook(penalties));
        assertThatThrownBy(() -> Lots.read(workbook, null, Limits.STANDARD))
                .isInstanceOfSatisfying(UnreadableFile.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(UnreadableFile.Reason.EMPTY));
        List<String> header = Lots.headerOf(workbook);
        assertThat(header).hasSize(penalties.fields().size()).startsWith("企业名称");
        assertThat(HeaderMapping.identity(penalties, header)).isPresent();
    }

    @Test
    void everyRuleAndRefusalHasItsTextInBothLanguages() {
        for (FindingRule rule : FindingRule.values()) {
            Finding finding = new Finding(2, "facts", "原值", rule, rule.severity(), List.of("甲", "乙", "丙"), "建议的值");
            String chinese = IntakeTexts.of(finding, penalties, java.util.Locale.SIMPLIFIED_CHINESE);
            String english = IntakeTexts.of(finding, penalties, java.util.Locale.UK);
            assertThat(chinese).contains("建议的值").doesNotContain("{").isNotEqualTo(english);
            assertThat(english).contains("Suggestion").doesNotContain("{");
        }
        for (UnreadableFile.Reason reason : UnreadableFile.Reason.values()) {
            UnreadableFile refusal = new UnreadableFile(reason, "A1");
            assertThat(IntakeTexts.of(refusal, java.util.Locale.CHINA))
                    .doesNotContain("{")
                    .isNotBlank();
            assertThat(IntakeTexts.of(refusal, java.util.Locale.ENGLISH))
                    .doesNotContain("{")
                    .isNotBlank();
        }
        for (Fault fault : Fault.values()) {
            assertThat(IntakeTexts.of(new HeaderMapping.Problem(fault, "列"), java.util.Locale.ENGLISH))
                    .contains("列");
        }
    }
}

package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chengxin.catalogue.definition.CodeTableCheck;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.DefinitionCheck;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DemonstrationCatalogueTest {

    static Stream<String> items() {
        return DemonstrationCatalogue.items().map(DemonstrationCatalogueTest::name);
    }

    static Stream<String> mappings() {
        return DemonstrationCatalogue.mappings().map(DemonstrationCatalogueTest::name);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }

    @Test
    void holdsTheItemsOfTheInterface() {
        assertThat(items())
                .contains(
                        "REG-BASIC",
                        "PEN-ENV",
                        "PEN-ADMIN",
                        "LIC-ADMIN",
                        "TAX-GRADE",
                        "COURT-EXEC",
                        "UTIL-WATER",
                        "HONOUR",
                        "BANK-LOAN",
                        "LABOUR-SOCIAL",
                        // D03, D06, D07, D09
                        "REG-INSPECT",
                        "TAX-REG-NATIONAL",
                        "TAX-REG-LOCAL",
                        "TAX-ARREARS",
                        "TAX-EVASION",
                        // D10-D13
                        "UTIL-GAS",
                        "UTIL-POWER",
                        "ORG-CODE",
                        "ORG-REVIEW",
                        "QUALITY-LICENCE",
                        "QUALITY-PENALTY",
                        // D16-D20, D22
                        "CASE-INVESTIGATION",
                        "LABOUR-VIOLATION",
                        "TECH-ENTERPRISE",
                        "TECH-CENTRE",
                        "PATENT",
                        "PATENT-AWARD",
                        "RESEARCH-DEFAULT",
                        "PATENT-INFRINGEMENT",
                        "ENV-RATING",
                        "RATING-THIRD-PARTY",
                        "FINANCE-DEMAND");
    }

    @ParameterizedTest
    @MethodSource("items")
    void isComplete(String code) {
        ItemDefinition item = DemonstrationCatalogue.item(code);

        assertThat(item.code()).isEqualTo(code);
        assertThat(DefinitionCheck.faults(
                        item.toJson(), code, DemonstrationCatalogue.tables().keySet()))
                .isEmpty();
        assertThat(item.legalBasis()).isNotBlank();
        assertThat(item.fields()).extracting(FieldDefinition::titleEn).doesNotContainNull();
        assertThat(item.fields())
                .filteredOn(field -> field.codeTable() != null)
                .allMatch(field -> DemonstrationCatalogue.tables().containsKey(field.codeTable()));
        assertThat(ItemDefinition.fromJson(item.toJson())).isEqualTo(item);
    }

    @ParameterizedTest
    @MethodSource("items")
    void anEmptyTemplateNeedsNoConfirmation(String code) {
        ItemDefinition item = DemonstrationCatalogue.item(code);
        List<String> header = Arrays.asList(
                Template.csv(item).substring(1).strip().replace("\"", "").split(","));

        HeaderMapping mapping = HeaderMapping.identity(item, header).orElseThrow();

        assertThat(mapping.columns()).hasSize(item.fields().size());
        assertThat(mapping.problems(item)).isEmpty();
        new RowChecker(
                item, DemonstrationCatalogue.tables(), mapping, new CheckOptions(false, LocalDate.of(2026, 7, 1)));
    }

    @ParameterizedTest
    @MethodSource("items")
    void everyHeadingMeansOneFieldOnly(String code) {
        ItemDefinition item = DemonstrationCatalogue.item(code);
        List<String> words = item.fields().stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(field.title(), field.name())
                                .map(HeaderText::key)
                                .distinct(),
                        field.aliases().stream().map(HeaderText::key).distinct()))
                .toList();

        assertThat(words).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void shippedMappingsFitTheirItems(String name) {
        ItemDefinition item = DemonstrationCatalogue.item(
                DemonstrationCatalogue.mappingFile(name).getString("item"));
        HeaderMapping mapping = DemonstrationCatalogue.mapping(name);

        assertThat(mapping.problems(item)).isEmpty();
        assertThat(HeaderMapping.fromJson(mapping.toJson())).isEqualTo(mapping);
    }

    /** D06 has five states and D07 four, numbered alike and meaning what each office says: both become one standard. */
    @ParameterizedTest
    @CsvSource({
        "TAX-REG-NATIONAL,1,10", "TAX-REG-NATIONAL,①开业,10", "TAX-REG-NATIONAL,非正常,30", "TAX-REG-NATIONAL,3,30",
        "TAX-REG-NATIONAL,4,40", "TAX-REG-NATIONAL,④,40", "TAX-REG-NATIONAL,5,50", "TAX-REG-NATIONAL,非正常注销,50",
        "TAX-REG-LOCAL,1,10", "TAX-REG-LOCAL,正常,10", "TAX-REG-LOCAL,3,30", "TAX-REG-LOCAL,4,40",
        "TAX-REG-LOCAL,④注销,40", "TAX-REG-LOCAL,5,", "TAX-REG-LOCAL,⑤,", "TAX-REG-NATIONAL,6,"
    })
    void statesOfBothTaxOfficesBecomeOneStandardCode(String code, String written, String standard) {
        ItemDefinition item = DemonstrationCatalogue.item(code);
        HeaderMapping mapping = HeaderMapping.identity(item, List.of("纳税人名称", "主管税务机关", "纳税人状态"))
                .orElseThrow();
        CheckedRow row = new RowChecker(
                        item,
                        DemonstrationCatalogue.tables(),
                        mapping,
                        new CheckOptions(false, LocalDate.of(2026, 7, 1)))
                .check(2, List.of("苏州甲有限公司", "第一分局", written));

        assertThat(row.content().get("state")).isEqualTo(standard);
        assertThat(row.findings())
                .extracting(Finding::rule)
                .containsExactly(standard == null ? new FindingRule[] {FindingRule.CODE_UNKNOWN} : new FindingRule[0]);
    }

    @Test
    void aTableOfASourceHoldsNoCodeThatItsStandardDoesNotKnow() {
        Map<String, CodeTableDefinition> tables = DemonstrationCatalogue.tables();
        assertThat(tables.values())
                .allSatisfy(table -> assertThat(CodeTableCheck.faults(table.toJson(), table.code(), tables))
                        .isEmpty());
        assertThat(tables.values())
                .filteredOn(table -> "TAXPAYER_STATE".equals(table.standard()))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"201710601862.3,201710601862.3", "ZL2017106018623,201710601862.3", "201710601862.4,"})
    void aPatentNumberIsCheckedToItsLastDigit(String written, String kept) {
        ItemDefinition item = DemonstrationCatalogue.item("PATENT");
        HeaderMapping mapping = HeaderMapping.identity(item, List.of("专利权人", "专利号", "专利名称", "申请日"))
                .orElseThrow();
        CheckedRow row = new RowChecker(
                        item,
                        DemonstrationCatalogue.tables(),
                        mapping,
                        new CheckOptions(false, LocalDate.of(2026, 7, 1)))
                .check(2, List.of("苏州甲有限公司", written, "一种装置", "2017-05-01"));

        assertThat(row.content().get("patentNo")).isEqualTo(kept);
        assertThat(row.findings())
                .extracting(Finding::rule)
                .contains(kept == null ? new FindingRule[] {FindingRule.CODE_CHECK_DIGIT} : new FindingRule[0]);
    }

    /** D32: without the columns that name the subject a file is refused as a whole; one of the two will do. */
    @ParameterizedTest
    @MethodSource("items")
    void aFileWithoutNameAndCodeIsRefusedAsAWhole(String code) {
        ItemDefinition item = DemonstrationCatalogue.item(code);
        List<String> without = item.fields().stream()
                .filter(field -> !field.meaning().identifiesSubject())
                .map(FieldDefinition::title)
                .toList();

        HeaderMapping mapping = HeaderMapping.identity(item, without).orElseThrow();

        assertThat(mapping.problems(item))
                .extracting(HeaderMapping.Problem::fault)
                .containsExactly(HeaderMapping.Fault.REQUIRED_COLUMN_MISSING);
    }
}

package org.chengxin.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LotTextTest {

    private final List<Enterprise> city = new CityGenerator(5, 300).enterprises();

    @Test
    void registrationHasEveryRequiredFieldAndTheElevenOfItemD02() {
        List<String> header = header(LotText.registration(city));
        assertThat(header).containsAll(requiredTitles("REG-BASIC"));
        assertThat(header)
                .contains(
                        "企业名称",
                        "统一社会信用代码",
                        "注册号",
                        "企业类型",
                        "注册资本（万元）",
                        "实收资本（万元）",
                        "法定代表人",
                        "住所",
                        "成立日期",
                        "经营期限",
                        "经营范围",
                        "登记机关",
                        "曾用名",
                        "经营状态");
    }

    @Test
    void penaltiesHaveEveryRequiredFieldAndTheSixThatAreMandatoryForNegativeRecords() {
        String text = LotText.penalties(new PenaltyGenerator(3, city, LocalDate.of(2026, 7, 1)).penalties(200, 1));
        assertThat(header(text)).containsAll(requiredTitles("PEN-ENV"));
        assertThat(header(text))
                .contains("主要违法事实", "处罚依据", "处罚结果", "作出处罚的部门", "处罚日期", "警示或预警截止日期", "失信严重程度", "信息使用范围", "罚款金额（元）");
        assertThat(text.lines()).hasSize(201);
    }

    @Test
    void everyItemNamesSuppliersThatTheCityHas() {
        List<String> departments =
                Departments.all().stream().map(Department::code).toList();
        assertThat(CatalogueResources.items())
                .extracting(item -> item.getString("code"))
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
                        "LABOUR-SOCIAL");
        assertThat(CatalogueResources.items()).allSatisfy(item -> assertThat(item.getJsonArray("suppliers"))
                .isNotEmpty()
                .allSatisfy(supplier ->
                        assertThat(departments).contains(supplier.toString().replace("\"", ""))));
        assertThat(CatalogueResources.mappings())
                .allSatisfy(mapping -> assertThat(departments).contains(mapping.getString("supplier")));
    }

    private static List<String> requiredTitles(String item) {
        return CatalogueResources.item(item).getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .filter(field -> field.getBoolean("required", false))
                .map(field -> field.getString("title"))
                .toList();
    }

    private static List<String> header(String csv) {
        return Arrays.asList(csv.lines().findFirst().orElseThrow().split(","));
    }
}

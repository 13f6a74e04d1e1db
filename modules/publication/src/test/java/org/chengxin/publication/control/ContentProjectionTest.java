package org.chengxin.publication.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.publication.boundary.PublicRecord;
import org.junit.jupiter.api.Test;

class ContentProjectionTest {

    private static final String CITIZEN = "360426199101010071";

    private static final ItemDefinition ITEM = ItemDefinition.fromJson("""
            {"code": "TEST", "name": "测试", "nameEn": "Test", "sectionRule": "IDENTITY", "dedupeKey": ["no"],
             "fields": [
              {"name": "no", "title": "文号", "titleEn": "Number"},
              {"name": "kind", "title": "种类", "titleEn": "Kind", "type": "CODE", "codeTable": "KIND"},
              {"name": "fine", "title": "罚款", "type": "AMOUNT_YUAN"},
              {"name": "facts", "title": "事实", "type": "LONG_TEXT"},
              {"name": "code", "title": "代码", "type": "SUBJECT_CODE"},
              {"name": "handler", "title": "经办人", "personal": true, "disclosed": true},
              {"name": "members", "title": "成员", "type": "NAMES", "personal": true, "disclosed": true},
              {"name": "phone", "title": "电话", "type": "PHONE", "personal": true, "disclosed": true},
              {"name": "home", "title": "住址", "personal": true, "disclosed": true, "meaning": "ADDRESS"},
              {"name": "born", "title": "出生", "type": "DATE", "personal": true, "disclosed": true},
              {"name": "guarantor", "title": "担保人", "personal": true},
              {"name": "secret", "title": "内部", "disclosed": false},
              {"name": "scope", "title": "范围", "meaning": "SCOPE"}]}
            """);

    private static final ContentProjection PROJECTION = new ContentProjection(Map.of(
            "KIND",
            new CodeTableDefinition(
                    "KIND", "种类", true, List.of(new CodeTableDefinition.Value("1", "警告", "Warning", List.of())))));

    private static List<PublicRecord.Field> fields(String content) {
        return PROJECTION.project(ITEM, "题", content).fields();
    }

    private static String value(String content) {
        return fields(content).get(0).value();
    }

    @Test
    void showsDisclosedFieldsOnlyInTheItemsOrder() {
        List<PublicRecord.Field> fields =
                fields("{\"scope\": \"公开\", \"secret\": \"CANARY\", \"guarantor\": \"CANARY\", \"unknown\": \"CANARY\","
                        + " \"facts\": \"事\", \"no\": \"甲〔2026〕1号\", \"fine\": 50000.50, \"kind\": null}");
        assertThat(fields)
                .containsExactly(
                        new PublicRecord.Field("no", "文号", "Number", "甲〔2026〕1号", null, "TEXT"),
                        new PublicRecord.Field("fine", "罚款", "罚款", "50000.50", null, "AMOUNT_YUAN"),
                        new PublicRecord.Field("facts", "事实", "事实", "事", null, "LONG_TEXT"));
    }

    @Test
    void leavesBlankFieldsOut() {
        assertThat(fields("{\"no\": \"\", \"facts\": \"  \", \"kind\": null}")).isEmpty();
    }

    @Test
    void writesStandardCodesByTheirTitle() {
        assertThat(fields("{\"kind\": \"1\"}"))
                .containsExactly(new PublicRecord.Field("kind", "种类", "Kind", "警告", "Warning", "CODE"));
        assertThat(fields("{\"kind\": \"其他\"}"))
                .containsExactly(new PublicRecord.Field("kind", "种类", "Kind", "其他", null, "CODE"));
    }

    @Test
    void masksWhatIsPersonal() {
        assertThat(value("{\"handler\": \"张三丰\"}")).isEqualTo("张某某");
        assertThat(value("{\"members\": \"张三；李四\"}")).isEqualTo("张某某；李某某");
        assertThat(value("{\"phone\": \"13812345678\"}")).isEqualTo("138****5678");
        assertThat(value("{\"home\": \"某路1号\"}")).isEqualTo("***");
        assertThat(value("{\"born\": \"1991-01-01\"}")).isEqualTo("***");
    }

    @Test
    void masksCitizensNumbersWhereverTheyStand() {
        assertThat(value("{\"facts\": \"张三（" + CITIZEN + "）\"}")).isEqualTo("张三（360426********0071）");
        assertThat(value("{\"code\": \"" + CITIZEN + "\"}")).isEqualTo("360426********0071");
        assertThat(value("{\"code\": \"" + CITIZEN + "01\"}")).doesNotContain("19910101");
        assertThat(value("{\"kind\": \"" + CITIZEN + "\"}")).doesNotContain("19910101");
    }

    @Test
    void masksNumbersInPartsAndMobilesInProseButNoAmount() {
        assertThat(value("{\"facts\": \"张三 360426 19910101 0071，电话13812345678\"}"))
                .isEqualTo("张三 360426 ******** 0071，电话138****5678");
        assertThat(value("{\"fine\": 13812345678}")).isEqualTo("13812345678");
        assertThat(PROJECTION.project(ITEM, "张三13812345678", "{}").title()).isEqualTo("张三138****5678");
    }

    @Test
    void theTitleKeepsNothingPersonal() {
        ContentProjection.Projected shown = PROJECTION.project(ITEM, "罚款 张三丰 " + CITIZEN, "{\"handler\": \"张三丰\"}");
        assertThat(shown.title()).isEqualTo("罚款 张某某 360426********0071");
    }

    @Test
    void jsonGoesThereAndBack() {
        List<PublicRecord.Field> fields = fields("{\"kind\": \"1\", \"no\": \"引号\\\"号\"}");
        assertThat(ContentJson.read(ContentJson.form(fields), ContentJson.values(fields)))
                .isEqualTo(fields);
    }
}

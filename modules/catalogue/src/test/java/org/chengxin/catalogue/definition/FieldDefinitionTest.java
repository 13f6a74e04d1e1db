package org.chengxin.catalogue.definition;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class FieldDefinitionTest {

    private static String masked(FieldType type, FieldMeaning meaning, String value) {
        return new FieldDefinition("f", "字段", null, null, type, null, false, null, null, true, false, meaning)
                .masked(value);
    }

    @Test
    void aNumberThatIdentifiesTheSubjectIsMaskedAsANumberAlsoInAFieldOfText() {
        assertThat(masked(FieldType.CITIZEN_ID, FieldMeaning.NONE, "360426199101010071"))
                .isEqualTo("360426********0071");
        assertThat(masked(FieldType.TEXT, FieldMeaning.SUBJECT_CODE, "G12345678"))
                .isEqualTo("G1*****78");
        assertThat(masked(FieldType.TEXT, FieldMeaning.SUBJECT_CODE_SECONDARY, "G12345678"))
                .isEqualTo("G1*****78");
    }

    @Test
    void namesKeepTheFamilyNameAndAreSeparatedByTheChineseSemicolonOnly() {
        assertThat(masked(FieldType.TEXT, FieldMeaning.SUBJECT_NAME, "欧阳修")).isEqualTo("欧阳某某");
        assertThat(masked(FieldType.NAMES, FieldMeaning.NONE, "张三；李四")).isEqualTo("张某某；李某某");
        assertThat(masked(FieldType.NAMES, FieldMeaning.NONE, "张三\n李四；王五")).isEqualTo("张某某；王某某");
    }

    @Test
    void telephonesKeepBothEndsAndWhatNoRuleKnowsNothing() {
        assertThat(masked(FieldType.PHONE, FieldMeaning.NONE, "13812345678")).isEqualTo("138****5678");
        assertThat(masked(FieldType.TEXT, FieldMeaning.ADDRESS, "人民路1号")).isEqualTo("***");
        assertThat(masked(FieldType.LONG_TEXT, FieldMeaning.FACTS, "张三做了什么")).isEqualTo("***");
        assertThat(masked(FieldType.DATE, FieldMeaning.NONE, "1991-01-01")).isEqualTo("***");
    }

    @Test
    void aValueIsReadWithAllItsDigitsAndNoneIsEmpty() {
        JsonObject content = Json.createReader(
                        new StringReader("{\"fine\": 1.2050E+3, \"text\": \"甲\", \"none\": null, \"yes\": true}"))
                .readObject();

        assertThat(ContentValue.text(content.get("fine"))).isEqualTo("1205.0");
        assertThat(ContentValue.text(content.get("text"))).isEqualTo("甲");
        assertThat(ContentValue.text(content.get("yes"))).isEqualTo("true");
        assertThat(ContentValue.text(content.get("none"))).isEmpty();
        assertThat(ContentValue.text(content.get("gone"))).isEmpty();
        assertThat(ContentValue.text(JsonValue.NULL)).isEmpty();
    }
}

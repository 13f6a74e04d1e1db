package org.chengxin.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.record.boundary.RecordSheet;
import org.junit.jupiter.api.Test;

class ContentFieldsTest {

    private static final Map<String, CodeTableDefinition> TABLES = Map.of(
            "YESNO",
            new CodeTableDefinition(
                    "YESNO", "是否", false, List.of(new CodeTableDefinition.Value("1", "是", "Yes", List.of()))));

    private static final ItemDefinition FIRST = item(1, """
            {"name": "documentNo", "title": "文号"},
            {"name": "old", "title": "旧字段"}""");

    private static final ItemDefinition SECOND = item(2, """
            {"name": "documentNo", "title": "文号"},
            {"name": "listed", "title": "上市", "titleEn": "Listed", "type": "CODE", "codeTable": "YESNO"},
            {"name": "amount", "title": "金额", "type": "AMOUNT_YUAN"},
            {"name": "person", "title": "负责人", "personal": true},
            {"name": "home", "title": "住址", "personal": true, "meaning": "ADDRESS"},
            {"name": "facts", "title": "事实", "type": "LONG_TEXT"}""");

    private static final String CONTENT = """
            {"documentNo": "1号", "listed": "1", "amount": 1200.50, "person": "欧阳修", "home": "人民路1号",
             "facts": "当事人身份证36042619910101007X。", "gone": "x"}""";

    private static ItemDefinition item(int version, String fields) {
        return ItemDefinition.fromJson("{\"code\": \"X\", \"version\": " + version
                + ", \"name\": \"例\", \"sectionRule\": \"OTHER\", \"dedupeKey\": [\"subject\"], \"fields\": ["
                + "{\"name\": \"subjectName\", \"title\": \"名称\", \"required\": true, \"meaning\": \"SUBJECT_NAME\"}, "
                + fields + "]}");
    }

    @Test
    void values_stand_in_the_order_of_the_item_with_the_words_of_code_tables() {
        List<RecordSheet.Field> fields =
                new ContentFields(TABLES, false, false).fields(new ContentFields.Content(SECOND, CONTENT));

        assertThat(fields)
                .extracting(RecordSheet.Field::name)
                .containsExactly("documentNo", "listed", "amount", "person", "home", "facts");
        assertThat(fields.get(1).value()).isEqualTo("是");
        assertThat(fields.get(1).valueEn()).isEqualTo("Yes");
        assertThat(fields.get(2).value()).isEqualTo("1200.50");
        assertThat(fields.get(3).value()).isEqualTo("欧阳修");
        assertThat(fields.get(5).value()).contains("36042619910101007X");
    }

    @Test
    void masked_means_personal_fields_addresses_and_numbers_in_prose_and_in_the_title() {
        ContentFields masked = new ContentFields(TABLES, true, false);
        ContentFields.Content content = new ContentFields.Content(SECOND, CONTENT);

        assertThat(masked.fields(content))
                .extracting(RecordSheet.Field::value)
                .contains("欧阳某某", "***")
                .noneMatch(value -> value.contains("欧阳修") || value.contains("人民路") || value.contains("19910101"));
        assertThat(masked.title("欧阳修 罚款", content)).isEqualTo("欧阳某某 罚款");
        assertThat(new ContentFields(TABLES, false, false).title("欧阳修 罚款", content))
                .isEqualTo("欧阳修 罚款");
    }

    @Test
    void of_a_natural_person_name_code_address_and_mentions_are_masked_also_side_by_side() {
        ItemDefinition item = item(3, """
                {"name": "code", "title": "证件", "meaning": "SUBJECT_CODE", "type": "SUBJECT_CODE"},
                {"name": "place", "title": "住所", "meaning": "ADDRESS"},
                {"name": "facts", "title": "事实", "type": "LONG_TEXT"}""");
        ContentFields.Content before =
                new ContentFields.Content(item, "{\"subjectName\": \"王小二\", \"code\": \"G12345678\"}");
        ContentFields.Content after = new ContentFields.Content(item, """
                {"subjectName": "王小二", "code": "360426199101010071", "place": "人民路1号",
                 "facts": "王小二，电话13812345678"}""");
        ContentFields masked = new ContentFields(TABLES, true, true);

        assertThat(masked.fields(after))
                .extracting(RecordSheet.Field::value)
                .containsExactly("王某某", "360426********0071", "***", "王某某，电话138****5678");
        assertThat(masked.fields(after).get(0).personal()).isTrue();
        assertThat(masked.title("王小二 罚款", after)).isEqualTo("王某某 罚款");
        assertThat(masked.compare(before, after).toString())
                .contains("王某某", "G1*****78")
                .doesNotContain("王小二")
                .doesNotContain("G12345678")
                .doesNotContain("13812345678");
        assertThat(new ContentFields(TABLES, false, true).fields(after))
                .extracting(RecordSheet.Field::value)
                .contains("王小二", "王小二，电话13812345678");
        assertThat(new ContentFields(TABLES, true, false).fields(after))
                .extracting(RecordSheet.Field::value)
                .contains("王小二", "人民路1号", "王小二，电话138****5678");
    }

    @Test
    void two_versions_are_compared_by_what_is_kept_also_where_it_is_masked() {
        List<RecordSheet.Line> lines = new ContentFields(TABLES, true, false)
                .compare(
                        new ContentFields.Content(FIRST, "{\"documentNo\": \"1号\", \"old\": \"有过\"}"),
                        new ContentFields.Content(SECOND, "{\"documentNo\": \"1号\", \"person\": \"王一\"}"));

        assertThat(lines).extracting(line -> line.field().name()).containsExactly("documentNo", "person", "old");
        assertThat(lines).extracting(RecordSheet.Line::changed).containsExactly(false, true, true);
        assertThat(lines.get(1).before()).isNull();
        assertThat(lines.get(2).after()).isNull();

        List<RecordSheet.Line> names = new ContentFields(TABLES, true, false)
                .compare(
                        new ContentFields.Content(SECOND, "{\"person\": \"王一\"}"),
                        new ContentFields.Content(SECOND, "{\"person\": \"王二\"}"));
        assertThat(names.get(0).changed()).isTrue();
        assertThat(names.get(0).before().value()).isEqualTo(names.get(0).after().value());
        assertThat(new RecordSheet.Comparison(1, 2, names).changes()).isEqualTo(1);
    }
}

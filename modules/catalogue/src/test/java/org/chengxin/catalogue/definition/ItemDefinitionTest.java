package org.chengxin.catalogue.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chengxin.kernel.DisclosureScope;
import org.junit.jupiter.api.Test;

class ItemDefinitionTest {

    private static FieldDefinition field(String name, FieldType type, FieldMeaning meaning, boolean required) {
        return new FieldDefinition(
                name, name + "名", null, List.of("又名" + name), type, 50, required, null, null, false, true, meaning);
    }

    private static ItemDefinition item(boolean negative, List<String> key, FieldDefinition... fields) {
        return new ItemDefinition(
                "X",
                2,
                "某项",
                null,
                SectionRule.OTHER,
                negative,
                false,
                null,
                "JUDGMENT_DEBTOR",
                DisclosureScope.GOVERNMENT,
                "某法",
                "MONTHLY",
                null,
                key,
                List.of(),
                List.of(),
                List.of(fields));
    }

    @Test
    void isTheSameAfterBeingWrittenAndRead() {
        ItemDefinition item = item(
                false,
                List.of(ItemDefinition.SUBJECT, "no"),
                field("name", FieldType.TEXT, FieldMeaning.SUBJECT_NAME, true),
                field("no", FieldType.TEXT, FieldMeaning.DOCUMENT_NO, false),
                new FieldDefinition(
                        "id", "证件号", "Id", null, FieldType.CITIZEN_ID, null, false, "g", null, true, false, null),
                new FieldDefinition(
                        "kind", "类别", "Kind", null, FieldType.CODE, null, false, null, "KIND", false, false, null));

        assertThat(ItemDefinition.fromJson(item.toJson().toString())).isEqualTo(item);
    }

    @Test
    void findsFieldsByNameAndByMeaning() {
        ItemDefinition item =
                item(false, List.of("name"), field("name", FieldType.TEXT, FieldMeaning.SUBJECT_NAME, true));

        assertThat(item.field("name")).isPresent();
        assertThat(item.field("other")).isEmpty();
        assertThat(item.field(FieldMeaning.SUBJECT_NAME))
                .map(FieldDefinition::name)
                .contains("name");
        assertThat(item.fields(FieldMeaning.SCOPE)).isEmpty();
    }

    @Test
    void namesTheMandatoryStatementsThatANegativeItemLacks() {
        ItemDefinition item = item(
                true,
                List.of("name"),
                field("name", FieldType.TEXT, FieldMeaning.SUBJECT_NAME, true),
                field("facts", FieldType.LONG_TEXT, FieldMeaning.FACTS, true),
                field("basis", FieldType.LONG_TEXT, FieldMeaning.LEGAL_BASIS, false));

        assertThat(item.problems())
                .containsExactly(
                        "MISSING_LEGAL_BASIS",
                        "MISSING_RESULT",
                        "MISSING_AUTHORITY",
                        "MISSING_DECIDED_ON",
                        "MISSING_ENDS_ON");
    }

    @Test
    void anItemWithoutASubjectHasAProblem() {
        assertThat(item(false, List.of("a"), field("a", FieldType.TEXT, FieldMeaning.NONE, true))
                        .problems())
                .containsExactly("MISSING_SUBJECT_NAME");
    }

    @Test
    void refusesWhatContradictsItself() {
        FieldDefinition name = field("name", FieldType.TEXT, FieldMeaning.SUBJECT_NAME, true);

        assertThatThrownBy(() -> item(false, List.of("name"), name, name)).hasMessageContaining("twice");
        assertThatThrownBy(() -> item(false, List.of("nothing"), name)).hasMessageContaining("nothing");
        assertThatThrownBy(() -> item(false, List.of(), name)).hasMessageContaining("dedupe");
        assertThatThrownBy(() -> field("kind", FieldType.CODE, null, false)).hasMessageContaining("code table");
        assertThatThrownBy(() -> field("id", FieldType.CITIZEN_ID, null, false)).hasMessageContaining("personal");
    }
}

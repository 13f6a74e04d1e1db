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
    void aNegativeItemIsRefusedWithoutItsSixStatements() {
        FieldDefinition name = field("name", FieldType.TEXT, FieldMeaning.SUBJECT_NAME, true);
        FieldDefinition facts = field("facts", FieldType.LONG_TEXT, FieldMeaning.FACTS, true);
        FieldDefinition optionalBasis = field("basis", FieldType.LONG_TEXT, FieldMeaning.LEGAL_BASIS, false);

        assertThatThrownBy(() -> item(true, List.of("name"), name, facts, optionalBasis))
                .hasMessage("X: MISSING_LEGAL_BASIS, MISSING_RESULT, MISSING_AUTHORITY, MISSING_DECIDED_ON,"
                        + " MISSING_ENDS_ON");
    }

    @Test
    void aNegativeItemIsCompleteWithItsSixStatementsThePeriodAsDayOrAsLength() {
        FieldDefinition[] fields = {
            field("name", FieldType.TEXT, FieldMeaning.SUBJECT_NAME, true),
            field("facts", FieldType.LONG_TEXT, FieldMeaning.FACTS, true),
            field("basis", FieldType.LONG_TEXT, FieldMeaning.LEGAL_BASIS, true),
            field("result", FieldType.LONG_TEXT, FieldMeaning.RESULT, true),
            field("authority", FieldType.TEXT, FieldMeaning.AUTHORITY, true),
            field("on", FieldType.DATE, FieldMeaning.DECIDED_ON, true),
            grouped("endsOn", FieldType.DATE, FieldMeaning.ENDS_ON),
            grouped("months", FieldType.INTEGER, FieldMeaning.PERIOD_MONTHS),
        };
        assertThat(item(true, List.of("name"), fields).negative()).isTrue();

        fields[7] = grouped("remark", FieldType.TEXT, FieldMeaning.NONE);
        assertThatThrownBy(() -> item(true, List.of("name"), fields)).hasMessage("X: MISSING_ENDS_ON");
    }

    private static FieldDefinition grouped(String name, FieldType type, FieldMeaning meaning) {
        return new FieldDefinition(
                name, name, null, List.of(), type, null, false, "period", null, false, true, meaning);
    }

    @Test
    void anItemByWhichNobodyIsFoundMissesItsSubject() {
        FieldDefinition other = field("a", FieldType.TEXT, FieldMeaning.NONE, true);
        assertThat(ItemDefinition.missing(false, List.of(other))).containsExactly("MISSING_SUBJECT_NAME");
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

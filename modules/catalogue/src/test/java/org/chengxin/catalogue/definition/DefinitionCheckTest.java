package org.chengxin.catalogue.definition;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chengxin.catalogue.definition.DefinitionFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DefinitionCheckTest {

    private static final JsonObject ITEM = JsonText.object("""
            {"code":"NEW-ITEM","name":"某项","sectionRule":"OTHER","legalBasis":"某法","frequency":"MONTHLY",
             "titleTemplate":"{no}","dedupeKey":["subject","no"],"fields":[
              {"name":"subjectName","title":"名称","type":"TEXT","required":true,"meaning":"SUBJECT_NAME"},
              {"name":"no","title":"文号","type":"TEXT","aliases":["编号"]},
              {"name":"person","title":"经办人","type":"TEXT","personal":true},
              {"name":"kind","title":"种类","type":"CODE","codeTable":"KIND"}]}""");

    private static List<DefinitionFault> faults(JsonObject json) {
        return DefinitionCheck.faults(json, "NEW-ITEM", Set.of("KIND"));
    }

    @Test
    void aCompleteDefinitionHasNoFaultAndCanBeRead() {
        assertThat(faults(ITEM)).isEmpty();
        assertThat(ItemDefinition.fromJson(ITEM).fields()).hasSize(4);
    }

    /** One change each, and exactly the fault that it makes, with its place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remove  | /legalBasis          |                 | MEMBER_MISSING       | /legalBasis",
                "replace | /name                | ' '             | MEMBER_MISSING       | /name",
                "add     | /legalbasis          | x               | MEMBER_UNKNOWN       | /legalbasis",
                "add     | /fields/1/length     | x               | MEMBER_UNKNOWN       | /fields/1/length",
                "add     | /negative            | x               | MEMBER_TYPE          | /negative",
                "replace | /fields/0/required   | x               | MEMBER_TYPE          | /fields/0/required",
                "replace | /sectionRule         | BAD             | VALUE_UNKNOWN        | /sectionRule",
                "replace | /fields/1/type       | WORD            | VALUE_UNKNOWN        | /fields/1/type",
                "replace | /frequency           | DAILY           | VALUE_UNKNOWN        | /frequency",
                "add     | /proposedScope       | UNDETERMINED    | VALUE_UNKNOWN        | /proposedScope",
                "replace | /code                | OTHER-ITEM      | CODE_DIFFERS         | /code",
                "replace | /fields/2/name       | Person          | NAME_FORM            | /fields/2/name",
                "replace | /fields/2/title      | 编号            | HEADING_TWICE        | /fields/2/title",
                "add     | /dedupeKey/2         | number          | FIELD_UNKNOWN        | /dedupeKey/2",
                "replace | /titleTemplate       | {number}        | FIELD_UNKNOWN        | /titleTemplate",
                "replace | /titleTemplate       | {no} {person}   | TITLE_PERSONAL       | /titleTemplate",
                "replace | /fields/3/codeTable  | KINDS           | CODE_TABLE_UNKNOWN   | /fields/3/codeTable",
                "remove  | /fields/3/codeTable  |                 | CODE_TABLE_MISPLACED | /fields/3/codeTable",
                "add     | /fields/1/codeTable  | KIND            | CODE_TABLE_MISPLACED | /fields/1/codeTable",
                "add     | /fields/1/meaning    | DECIDED_ON      | MEANING_TYPE         | /fields/1/meaning",
                "add     | /fields/1/meaning    | SUBJECT_CODE    | MEANING_TYPE         | /fields/1/meaning",
                "replace | /fields/1/type       | CITIZEN_ID      | CITIZEN_DISCLOSED    | /fields/1",
                "remove  | /fields/0/meaning    |                 | STATEMENT_MISSING    | /fields",
            })
    void everyFaultIsNamedWithItsPlace(String operation, String path, String value, Kind kind, String pointer) {
        var patch = Json.createPatchBuilder();
        JsonPatch change = (operation.equals("remove") ? patch.remove(path) : patch.add(path, value)).build();

        assertThat(faults(change.apply(ITEM)))
                .extracting(DefinitionFault::kind, DefinitionFault::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(kind, pointer));
    }

    @Test
    void aNegativeItemHearsOfEachStatementThatItLacks() {
        JsonObject negative =
                Json.createPatchBuilder().add("/negative", true).build().apply(ITEM);
        assertThat(faults(negative))
                .extracting(DefinitionFault::detail)
                .containsExactly("FACTS", "LEGAL_BASIS", "RESULT", "AUTHORITY", "DECIDED_ON", "ENDS_ON");
    }

    @Test
    void severalFaultsAreToldAtOnceAndNullMeansNone() {
        JsonObject broken = Json.createPatchBuilder()
                .add("/fields/1/maxLength", 0)
                .add("/fields/3/codeTable", "A")
                .add("/dedupeKey/1", "b")
                .build()
                .apply(ITEM);
        assertThat(faults(broken))
                .extracting(DefinitionFault::kind)
                .containsExactlyInAnyOrder(Kind.LENGTH_INVALID, Kind.CODE_TABLE_UNKNOWN, Kind.FIELD_UNKNOWN);
        assertThat(faults(Json.createObjectBuilder(ITEM).addNull("seriesKey").build()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyFaultHasWordsInBothLanguages(Kind kind) {
        DefinitionFault fault = new DefinitionFault(kind, "/fields/0", "某词");
        String chinese = DefinitionTexts.of(fault, Locale.SIMPLIFIED_CHINESE);
        String english = DefinitionTexts.of(fault, Locale.ENGLISH);
        assertThat(chinese).isNotBlank().isNotEqualTo(english);
        assertThat(english).doesNotContain("{").matches("[\\x20-\\x7e“”’某词]+");
    }

    @Test
    void aCodeTableLosesNoValueAndNoWordMeansTwo() {
        CodeTableDefinition standard = new CodeTableDefinition(
                "STATE", "状态", false, List.of(new CodeTableDefinition.Value("1", "有效", null, List.of())));
        Map<String, CodeTableDefinition> tables = Map.of("STATE", standard);

        assertThat(CodeTableCheck.faults(
                        JsonText.object("{\"name\":\"状态\",\"values\":[{\"value\":\"2\",\"aliases\":[\"乙\"]},"
                                + "{\"value\":\"3\",\"aliases\":[\"乙\"]}]}"),
                        "STATE",
                        tables))
                .extracting(DefinitionFault::kind, DefinitionFault::pointer)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.WORD_TWICE, "/values/1/aliases/0"),
                        org.assertj.core.groups.Tuple.tuple(Kind.VALUE_REMOVED, "/values"));
        assertThat(CodeTableCheck.faults(
                        JsonText.object("{\"name\":\"来源\",\"standard\":\"STATE\",\"values\":[{\"value\":\"9\"}]}"),
                        "SOURCE",
                        tables))
                .extracting(DefinitionFault::kind, DefinitionFault::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.STANDARD_UNKNOWN, "/values/0/value"));
    }
}

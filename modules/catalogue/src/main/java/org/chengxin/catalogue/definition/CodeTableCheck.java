package org.chengxin.catalogue.definition;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengxin.catalogue.definition.DefinitionFault.Kind;
import org.chengxin.catalogue.definition.DefinitionShape.Form;

/** Everything that is wrong with a code table, each with its place (E18 标准代码转换表). */
public final class CodeTableCheck {

    private static final DefinitionShape TABLE = new DefinitionShape(
            Map.of(
                    "code",
                    Form.TEXT,
                    "name",
                    Form.TEXT,
                    "standard",
                    Form.TEXT,
                    "open",
                    Form.FLAG,
                    "values",
                    Form.OBJECTS),
            Set.of("name", "values"),
            Map.of());
    private static final DefinitionShape VALUE = new DefinitionShape(
            Map.of("value", Form.TEXT, "title", Form.TEXT, "titleEn", Form.TEXT, "aliases", Form.TEXTS),
            Set.of("value"),
            Map.of());
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    private CodeTableCheck() {}

    /**
     * Checks a table.
     *
     * @param code the code that it is to have
     * @param tables the tables that there are, by code; among them the present form of this one, if there is one
     * @return empty when it can be taken
     */
    public static List<DefinitionFault> faults(JsonObject json, String code, Map<String, CodeTableDefinition> tables) {
        List<DefinitionFault> faults = new ArrayList<>(TABLE.faults(json, ""));
        if (!CODE.matcher(code).matches()) {
            faults.add(new DefinitionFault(Kind.NAME_FORM, "/code", code));
        }
        if (json.get("values") instanceof JsonArray values) {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) instanceof JsonObject value) {
                    faults.addAll(VALUE.faults(value, "/values/" + i));
                }
            }
        }
        if (!faults.isEmpty()) {
            return List.copyOf(faults);
        }
        JsonObject table = DefinitionCheck.withoutNulls(json);
        if (!table.getString("code", code).equals(code)) {
            faults.add(new DefinitionFault(Kind.CODE_DIFFERS, "/code", table.getString("code")));
        }
        List<JsonObject> values = table.getJsonArray("values").getValuesAs(JsonObject.class);
        checkWords(values, faults);
        checkStandard(table.getString("standard", null), values, tables, faults);
        Set<String> kept = new HashSet<>();
        values.forEach(value -> kept.add(value.getString("value")));
        if (tables.containsKey(code)) {
            tables.get(code).values().stream()
                    .map(CodeTableDefinition.Value::value)
                    .filter(value -> !kept.contains(value))
                    .forEach(value -> faults.add(new DefinitionFault(Kind.VALUE_REMOVED, "/values", value)));
        }
        return List.copyOf(faults);
    }

    private static void checkWords(List<JsonObject> values, List<DefinitionFault> faults) {
        Map<String, Integer> words = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            String at = "/values/" + i;
            JsonObject value = values.get(i);
            word(value.getString("value"), i, at + "/value", words, faults);
            word(value.getString("title", value.getString("value")), i, at + "/title", words, faults);
            List<String> aliases = JsonText.list(value, "aliases");
            for (int j = 0; j < aliases.size(); j++) {
                word(aliases.get(j), i, at + "/aliases/" + j, words, faults);
            }
        }
    }

    private static void word(
            String word, int index, String pointer, Map<String, Integer> words, List<DefinitionFault> faults) {
        Integer other = words.putIfAbsent(CodeTableDefinition.key(word), index);
        if (other != null && other != index) {
            faults.add(new DefinitionFault(Kind.WORD_TWICE, pointer, word));
        }
    }

    private static void checkStandard(
            String standard,
            List<JsonObject> values,
            Map<String, CodeTableDefinition> tables,
            List<DefinitionFault> faults) {
        if (standard == null) {
            return;
        }
        CodeTableDefinition target = tables.get(standard);
        if (target == null) {
            faults.add(new DefinitionFault(Kind.CODE_TABLE_UNKNOWN, "/standard", standard));
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i).getString("value");
            if (target.values().stream().noneMatch(known -> known.value().equals(value))) {
                faults.add(new DefinitionFault(Kind.STANDARD_UNKNOWN, "/values/" + i + "/value", value));
            }
        }
    }
}

package org.chengxin.catalogue.definition;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.catalogue.definition.DefinitionFault.Kind;
import org.chengxin.catalogue.definition.DefinitionShape.Form;
import org.chengxin.kernel.DisclosureScope;

/**
 * Everything that is wrong with an item's definition, each with its place, so that whoever writes one can mend it in
 * one go. What passes can be read by {@link ItemDefinition#fromJson(JsonObject)}.
 */
public final class DefinitionCheck {

    private static final DefinitionShape ITEM = new DefinitionShape(
            Map.ofEntries(
                    Map.entry("code", Form.TEXT),
                    Map.entry("version", Form.WHOLE),
                    Map.entry("name", Form.TEXT),
                    Map.entry("nameEn", Form.TEXT),
                    Map.entry("sectionRule", Form.TEXT),
                    Map.entry("negative", Form.FLAG),
                    Map.entry("registersSubjects", Form.FLAG),
                    Map.entry("subjectKindRule", Form.TEXT),
                    Map.entry("subjectRole", Form.TEXT),
                    Map.entry("proposedScope", Form.TEXT),
                    Map.entry("legalBasis", Form.TEXT),
                    Map.entry("frequency", Form.TEXT),
                    Map.entry("titleTemplate", Form.TEXT),
                    Map.entry("dedupeKey", Form.TEXTS),
                    Map.entry("dedupeFallback", Form.TEXTS),
                    Map.entry("seriesKey", Form.TEXTS),
                    Map.entry("fields", Form.OBJECTS)),
            Set.of("name", "sectionRule", "legalBasis", "frequency", "dedupeKey", "fields"),
            Map.of(
                    "sectionRule", SectionRule.class,
                    "subjectKindRule", SubjectKindRule.class,
                    "proposedScope", DisclosureScope.class,
                    "frequency", Frequency.class));

    private static final DefinitionShape FIELD = new DefinitionShape(
            Map.ofEntries(
                    Map.entry("name", Form.TEXT),
                    Map.entry("title", Form.TEXT),
                    Map.entry("titleEn", Form.TEXT),
                    Map.entry("aliases", Form.TEXTS),
                    Map.entry("type", Form.TEXT),
                    Map.entry("maxLength", Form.WHOLE),
                    Map.entry("required", Form.FLAG),
                    Map.entry("requiredGroup", Form.TEXT),
                    Map.entry("codeTable", Form.TEXT),
                    Map.entry("personal", Form.FLAG),
                    Map.entry("disclosed", Form.FLAG),
                    Map.entry("meaning", Form.TEXT)),
            Set.of("name", "title", "type"),
            Map.of("type", FieldType.class, "meaning", FieldMeaning.class));

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)\\}");

    /** Meanings that the checks of rows read as a value of a certain type. */
    private static final Map<FieldMeaning, Set<FieldType>> TYPES = Map.of(
            FieldMeaning.SUBJECT_NAME, EnumSet.of(FieldType.TEXT),
            FieldMeaning.DECIDED_ON, EnumSet.of(FieldType.DATE),
            FieldMeaning.ENDS_ON, EnumSet.of(FieldType.DATE),
            FieldMeaning.ESTABLISHED_ON, EnumSet.of(FieldType.DATE),
            FieldMeaning.PERIOD_MONTHS, EnumSet.of(FieldType.INTEGER),
            FieldMeaning.RESPONSIBLE_PERSON_ID, EnumSet.of(FieldType.CITIZEN_ID),
            FieldMeaning.LEGAL_REPRESENTATIVE_ID, EnumSet.of(FieldType.CITIZEN_ID),
            FieldMeaning.REGISTERED_CAPITAL, EnumSet.of(FieldType.AMOUNT_WAN, FieldType.AMOUNT_YUAN),
            FieldMeaning.FORMER_NAMES, EnumSet.of(FieldType.NAMES));

    private final Set<String> codeTables;
    private final List<DefinitionFault> faults = new ArrayList<>();

    private DefinitionCheck(Set<String> codeTables) {
        this.codeTables = codeTables;
    }

    /**
     * Checks a definition.
     *
     * @param code the code that it is to have; its own may be left out
     * @param codeTables codes of the tables that there are
     * @return empty when it can be taken
     */
    public static List<DefinitionFault> faults(JsonObject json, String code, Set<String> codeTables) {
        return new DefinitionCheck(codeTables).of(json, code);
    }

    private List<DefinitionFault> of(JsonObject json, String code) {
        if (!CODE.matcher(code).matches()) {
            add(Kind.NAME_FORM, "/code", code);
        }
        faults.addAll(ITEM.faults(json, ""));
        if (json.get("fields") instanceof jakarta.json.JsonArray fields) {
            for (int i = 0; i < fields.size(); i++) {
                if (fields.get(i) instanceof JsonObject field) {
                    faults.addAll(FIELD.faults(field, "/fields/" + i));
                }
            }
        }
        if (!faults.isEmpty()) {
            return List.copyOf(faults);
        }
        JsonObject item = withoutNulls(json);
        if (!item.getString("code", code).equals(code)) {
            add(Kind.CODE_DIFFERS, "/code", item.getString("code"));
        }
        if (DisclosureScope.UNDETERMINED.name().equals(item.getString("proposedScope", null))) {
            add(Kind.VALUE_UNKNOWN, "/proposedScope", DisclosureScope.UNDETERMINED.name());
        }
        checkFields(item);
        checkKeys(item);
        checkStatements(item);
        return List.copyOf(faults);
    }

    private void checkFields(JsonObject item) {
        Set<String> names = new HashSet<>();
        Map<String, Integer> headings = new HashMap<>();
        List<JsonObject> fields = item.getJsonArray("fields").getValuesAs(JsonObject.class);
        for (int i = 0; i < fields.size(); i++) {
            JsonObject field = fields.get(i);
            String at = "/fields/" + i;
            String name = field.getString("name");
            if (!NAME.matcher(name).matches() || name.equals(ItemDefinition.SUBJECT)) {
                add(Kind.NAME_FORM, at + "/name", name);
            }
            if (!names.add(name)) {
                add(Kind.FIELD_TWICE, at + "/name", name);
            }
            checkHeadings(field, i, headings);
            checkType(field, at);
        }
    }

    private void checkHeadings(JsonObject field, int index, Map<String, Integer> headings) {
        String at = "/fields/" + index;
        List<String> aliases = JsonText.list(field, "aliases");
        heading(field.getString("name"), index, at + "/name", headings);
        heading(field.getString("title"), index, at + "/title", headings);
        for (int i = 0; i < aliases.size(); i++) {
            heading(aliases.get(i), index, at + "/aliases/" + i, headings);
        }
    }

    private void heading(String word, int field, String pointer, Map<String, Integer> headings) {
        Integer other = headings.putIfAbsent(CodeTableDefinition.key(word), field);
        if (other != null && other != field) {
            add(Kind.HEADING_TWICE, pointer, word);
        }
    }

    private void checkType(JsonObject field, String at) {
        FieldType type = FieldType.valueOf(field.getString("type"));
        FieldMeaning meaning = FieldMeaning.valueOf(field.getString("meaning", FieldMeaning.NONE.name()));
        String table = field.getString("codeTable", null);
        if ((type == FieldType.CODE) != (table != null)) {
            add(Kind.CODE_TABLE_MISPLACED, at + "/codeTable", table == null ? "" : table);
        } else if (table != null && !codeTables.contains(table)) {
            add(Kind.CODE_TABLE_UNKNOWN, at + "/codeTable", table);
        }
        if (type == FieldType.CITIZEN_ID
                && (!field.getBoolean("personal", false) || field.getBoolean("disclosed", false))) {
            add(Kind.CITIZEN_DISCLOSED, at, field.getString("name"));
        }
        if (field.getInt("maxLength", 1) < 1) {
            add(Kind.LENGTH_INVALID, at + "/maxLength", String.valueOf(field.getInt("maxLength")));
        }
        boolean fits =
                TYPES.getOrDefault(meaning, EnumSet.allOf(FieldType.class)).contains(type);
        boolean code = meaning == FieldMeaning.SUBJECT_CODE || meaning == FieldMeaning.SUBJECT_CODE_SECONDARY;
        if (!fits || code && !type.isSubjectCode()) {
            add(Kind.MEANING_TYPE, at + "/meaning", meaning.name());
        }
    }

    private void checkKeys(JsonObject item) {
        Map<String, JsonObject> fields = new HashMap<>();
        item.getJsonArray("fields")
                .getValuesAs(JsonObject.class)
                .forEach(field -> fields.putIfAbsent(field.getString("name"), field));
        for (String key : List.of("dedupeKey", "dedupeFallback", "seriesKey")) {
            List<String> names = JsonText.list(item, key);
            for (int i = 0; i < names.size(); i++) {
                if (!names.get(i).equals(ItemDefinition.SUBJECT) && !fields.containsKey(names.get(i))) {
                    add(Kind.FIELD_UNKNOWN, "/" + key + "/" + i, names.get(i));
                }
            }
        }
        Matcher place = PLACE.matcher(item.getString("titleTemplate", ""));
        while (place.find()) {
            JsonObject field = fields.get(place.group(1));
            if (field == null) {
                add(Kind.FIELD_UNKNOWN, "/titleTemplate", place.group(1));
            } else if (field.getBoolean("personal", false)) {
                // the title goes wherever the record is named, also where its fields would be masked
                add(Kind.TITLE_PERSONAL, "/titleTemplate", place.group(1));
            }
        }
    }

    private void checkStatements(JsonObject item) {
        if (faults.isEmpty()) {
            List<FieldDefinition> fields = item.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                    .map(FieldDefinition::fromJson)
                    .toList();
            ItemDefinition.missing(item.getBoolean("negative", false), fields)
                    .forEach(word -> add(Kind.STATEMENT_MISSING, "/fields", word.substring("MISSING_".length())));
        }
    }

    /** The same without members that are null, which mean the same as none. */
    public static JsonObject withoutNulls(JsonObject json) {
        JsonObjectBuilder clean = Json.createObjectBuilder();
        json.forEach((name, value) -> {
            if (value instanceof jakarta.json.JsonArray array) {
                var entries = Json.createArrayBuilder();
                array.forEach(entry -> entries.add(entry instanceof JsonObject object ? withoutNulls(object) : entry));
                clean.add(name, entries);
            } else if (value.getValueType() != JsonValue.ValueType.NULL) {
                clean.add(name, value);
            }
        });
        return clean.build();
    }

    private void add(Kind kind, String pointer, String detail) {
        faults.add(new DefinitionFault(kind, pointer, detail));
    }
}

package org.chengxin.catalogue.definition;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The standard values of a field, and the other words by which sources give them (E18 标准代码转换表: the five status
 * codes of the state tax office and the four of the local one meet in one table).
 *
 * @param code code of the table
 * @param name Chinese name
 * @param standard code of the standard table into whose values this one converts the codes of one source, such as 4 of
 *     the state tax office; null where the table is a standard itself
 * @param open values outside the table are kept and remarked upon instead of refused
 * @param values in the order in which forms offer them
 */
public record CodeTableDefinition(String code, String name, String standard, boolean open, List<Value> values) {

    /**
     * One standard value.
     *
     * @param value the standard code, kept in records
     * @param title Chinese title
     * @param titleEn English title
     * @param aliases codes and words of sources that mean the same
     */
    public record Value(String value, String title, String titleEn, List<String> aliases) {
        public Value {
            Objects.requireNonNull(value, "value");
            title = title == null ? value : title;
            titleEn = titleEn == null ? title : titleEn;
            aliases = aliases == null ? List.of() : List.copyOf(aliases);
        }
    }

    public CodeTableDefinition {
        Objects.requireNonNull(code, "code");
        name = name == null ? code : name;
        standard = standard == null || standard.isBlank() ? null : standard;
        values = List.copyOf(values);
        // two values under one word would be a guess
        index(code, values);
    }

    /** A table that is a standard itself. */
    public CodeTableDefinition(String code, String name, boolean open, List<Value> values) {
        this(code, name, null, open, values);
    }

    /**
     * A table to look up a cleaned cell in: keys are code, title and aliases as {@link #key} makes them. Build it once
     * a lot.
     *
     * @throws IllegalStateException never; a definition with an ambiguous word cannot be made
     */
    public Map<String, Value> index() {
        return index(code, values);
    }

    /** The standard value that a source's word means; empty when the table does not know it. */
    public Optional<Value> find(String word) {
        return word == null ? Optional.empty() : Optional.ofNullable(index().get(key(word)));
    }

    /** The form in which words are compared: without blanks, Latin letters in upper case, brackets half width. */
    public static String key(String word) {
        StringBuilder key = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c > 0xFF00 && c < 0xFF5F) {
                c = (char) (c - 0xFEE0);
            }
            if (!Character.isWhitespace(c) && c != '\u3000' && c != '\u00A0') {
                key.append(c);
            }
        }
        return key.toString().toUpperCase(Locale.ROOT);
    }

    private static Map<String, Value> index(String code, List<Value> values) {
        Map<String, Value> index = new HashMap<>();
        for (Value value : values) {
            put(code, index, value.value(), value);
            put(code, index, value.title(), value);
            value.aliases().forEach(alias -> put(code, index, alias, value));
        }
        return index;
    }

    private static void put(String code, Map<String, Value> index, String word, Value value) {
        Value other = index.putIfAbsent(key(word), value);
        if (other != null && !other.value().equals(value.value())) {
            throw new IllegalArgumentException("code table " + code + ": " + word + " means two values");
        }
    }

    /** Reads a table as {@link #toJson()} writes it. */
    public static CodeTableDefinition fromJson(JsonObject json) {
        List<Value> values = json.getJsonArray("values").getValuesAs(JsonObject.class).stream()
                .map(value -> new Value(
                        value.getString("value"),
                        value.getString("title", null),
                        value.getString("titleEn", null),
                        JsonText.list(value, "aliases")))
                .toList();
        return new CodeTableDefinition(
                json.getString("code"),
                json.getString("name", null),
                json.getString("standard", null),
                json.getBoolean("open", false),
                values);
    }

    /** The table as JSON. */
    public JsonObject toJson() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Value value : values) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("value", value.value())
                    .add("title", value.title())
                    .add("titleEn", value.titleEn());
            if (!value.aliases().isEmpty()) {
                json.add("aliases", JsonText.array(value.aliases()));
            }
            array.add(json);
        }
        JsonObjectBuilder json = Json.createObjectBuilder().add("code", code).add("name", name);
        if (standard != null) {
            json.add("standard", standard);
        }
        return json.add("open", open).add("values", array).build();
    }
}

package org.chengxin.catalogue.definition;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chengxin.kernel.text.Masking;

/**
 * One field of a catalogue item.
 *
 * @param name technical name, lower camel case, key of the value in a record's content and in the API
 * @param title Chinese title, heading of the template's column
 * @param titleEn English title
 * @param aliases other headings under which departments send this field, incl. the column names of the 双公示 forms
 * @param type see {@link FieldType}
 * @param maxLength in characters; null for the limit of the type (rules.md §5: lengths are soft, longer values are
 *     kept and remarked upon)
 * @param required a row without it is rejected, unless the import is historic
 * @param requiredGroup fields that share this text must not all be blank (分组必填); null for none
 * @param codeTable code of the table whose values are allowed; null unless the type is {@link FieldType#CODE}
 * @param personal personal data: masked wherever the reader is not entitled
 * @param disclosed shown to the public when the record is public
 * @param meaning see {@link FieldMeaning}
 */
public record FieldDefinition(
        String name,
        String title,
        String titleEn,
        List<String> aliases,
        FieldType type,
        Integer maxLength,
        boolean required,
        String requiredGroup,
        String codeTable,
        boolean personal,
        boolean disclosed,
        FieldMeaning meaning) {

    private static final String HIDDEN = "***";

    public FieldDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title of " + name);
        Objects.requireNonNull(type, "type of " + name);
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        titleEn = titleEn == null ? title : titleEn;
        meaning = meaning == null ? FieldMeaning.NONE : meaning;
        if ((type == FieldType.CODE) != (codeTable != null)) {
            throw new IllegalArgumentException("field " + name + ": a code table belongs to type CODE and only there");
        }
        if (type == FieldType.CITIZEN_ID && (!personal || disclosed)) {
            throw new IllegalArgumentException(
                    "field " + name + ": a citizen's number is personal and never disclosed");
        }
    }

    /** Reads a field as {@link #toJson()} writes it; what is absent has its default (disclosed is true by default). */
    public static FieldDefinition fromJson(JsonObject json) {
        boolean personal = json.getBoolean("personal", false);
        return new FieldDefinition(
                json.getString("name"),
                json.getString("title"),
                json.getString("titleEn", null),
                JsonText.list(json, "aliases"),
                FieldType.valueOf(json.getString("type", FieldType.TEXT.name())),
                json.containsKey("maxLength") ? json.getInt("maxLength") : null,
                json.getBoolean("required", false),
                json.getString("requiredGroup", null),
                json.getString("codeTable", null),
                personal,
                json.getBoolean("disclosed", !personal),
                FieldMeaning.valueOf(json.getString("meaning", FieldMeaning.NONE.name())));
    }

    /** Whether a value may hold anything that somebody wrote, a telephone number too; the number of a document may not. */
    public boolean isProse() {
        return (type == FieldType.TEXT || type == FieldType.LONG_TEXT || type == FieldType.NAMES)
                && meaning != FieldMeaning.DOCUMENT_NO;
    }

    /**
     * A value of this field for those who may not read it. More is hidden when in doubt: an address, and whatever no
     * rule for masking knows.
     *
     * @param value as kept, several names separated by ；
     */
    public String masked(String value) {
        if (meaning == FieldMeaning.ADDRESS) {
            return HIDDEN;
        }
        if (type.isSubjectCode() || meaning.identifiesSubject() && meaning != FieldMeaning.SUBJECT_NAME) {
            return Masking.id(value);
        }
        return switch (type) {
            case PHONE -> Masking.phone(value);
            case TEXT -> Masking.personName(value);
            case NAMES ->
                Arrays.stream(value.split("；")).map(Masking::personName).collect(Collectors.joining("；"));
            default -> HIDDEN;
        };
    }

    /** The field as JSON, without what has its default value. */
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", name).add("title", title);
        json.add("titleEn", titleEn).add("type", type.name());
        if (!aliases.isEmpty()) {
            json.add("aliases", JsonText.array(aliases));
        }
        if (maxLength != null) {
            json.add("maxLength", maxLength);
        }
        if (required) {
            json.add("required", true);
        }
        if (requiredGroup != null) {
            json.add("requiredGroup", requiredGroup);
        }
        if (codeTable != null) {
            json.add("codeTable", codeTable);
        }
        if (personal) {
            json.add("personal", true);
        }
        if (disclosed == personal) {
            json.add("disclosed", disclosed);
        }
        if (meaning != FieldMeaning.NONE) {
            json.add("meaning", meaning.name());
        }
        return json.build();
    }
}

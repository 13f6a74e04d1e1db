package org.chengxin.record.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.ContentValue;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.Masking;
import org.chengxin.record.boundary.RecordSheet;

/**
 * Content of a record for officials, on the page and through the interface: by the fields of its item version, codes by
 * their words, personal values masked. Where the subject is a natural person, what names the subject is personal too.
 */
public final class ContentFields {

    private final Map<String, CodeTableDefinition> codeTables;
    private final boolean masked;
    private final boolean person;

    /**
     * @param codeTables by their code; without any, codes stay as they are kept
     * @param masked whether personal values are masked
     * @param person whether the subject is a natural person
     */
    public ContentFields(Map<String, CodeTableDefinition> codeTables, boolean masked, boolean person) {
        this.codeTables = codeTables;
        this.masked = masked;
        this.person = person;
    }

    /**
     * A content version as it is kept.
     *
     * @param json an object by field names
     */
    public record Content(ItemDefinition item, String json) {}

    /** The values of a content that are there, in the order of its item. */
    public List<RecordSheet.Field> fields(Content content) {
        JsonObject values = values(content);
        List<RecordSheet.Field> fields = new ArrayList<>();
        for (FieldDefinition field : content.item().fields()) {
            if (present(values, field.name())) {
                fields.add(shown(field, values, content.item()));
            }
        }
        return fields;
    }

    /** Two contents side by side: the fields of the later one's item, then those that only the earlier one has. */
    public List<RecordSheet.Line> compare(Content before, Content after) {
        JsonObject old = values(before);
        JsonObject now = values(after);
        Set<String> names = new LinkedHashSet<>();
        after.item().fields().forEach(field -> names.add(field.name()));
        before.item().fields().forEach(field -> names.add(field.name()));
        List<RecordSheet.Line> lines = new ArrayList<>();
        for (String name : names) {
            RecordSheet.Field left = field(before.item(), old, name);
            RecordSheet.Field right = field(after.item(), now, name);
            if (left != null || right != null) {
                lines.add(new RecordSheet.Line(left, right, !Objects.equals(kept(old, name), kept(now, name))));
            }
        }
        return lines;
    }

    /** A title that was made from a content, without the personal values that went into it. */
    public String title(String title, Content content) {
        if (!masked) {
            return title;
        }
        return Masking.maskNumbersIn(without(content.item().fields(), values(content), title));
    }

    private RecordSheet.Field field(ItemDefinition item, JsonObject values, String name) {
        return present(values, name)
                ? item.field(name).map(field -> shown(field, values, item)).orElse(null)
                : null;
    }

    private boolean personal(FieldDefinition field) {
        return field.personal() || person && (namesSubject(field) || field.meaning() == FieldMeaning.ADDRESS);
    }

    private static boolean namesSubject(FieldDefinition field) {
        return field.meaning().identifiesSubject()
                || field.meaning() == FieldMeaning.FORMER_NAMES
                || field.meaning() == FieldMeaning.OTHER_NAME;
    }

    /** A text in which the values of these fields, as far as they are personal, are masked. */
    private String without(List<FieldDefinition> fields, JsonObject values, String text) {
        String shown = text;
        for (FieldDefinition field : fields) {
            if (personal(field) && present(values, field.name())) {
                String value = ContentValue.text(values.get(field.name()));
                shown = shown.replace(value, field.masked(value));
            }
        }
        return shown;
    }

    /** Prose without numbers of persons; where it is about a person, also without what names that person. */
    private String prose(JsonObject values, ItemDefinition item, String value) {
        List<FieldDefinition> naming = person
                ? item.fields().stream().filter(ContentFields::namesSubject).toList()
                : List.of();
        return Masking.maskNumbersIn(without(naming, values, value));
    }

    private RecordSheet.Field shown(FieldDefinition field, JsonObject values, ItemDefinition item) {
        String value = ContentValue.text(values.get(field.name()));
        String text = value;
        String textEn = null;
        if (masked && personal(field)) {
            text = field.masked(value);
        } else if (field.type() == FieldType.CODE) {
            CodeTableDefinition.Value known = codeTables.containsKey(field.codeTable())
                    ? codeTables.get(field.codeTable()).values().stream()
                            .filter(standard -> standard.value().equals(value))
                            .findFirst()
                            .orElse(null)
                    : null;
            text = known == null ? value : known.title();
            textEn = known == null ? null : known.titleEn();
        } else if (masked && field.type().isSubjectCode()) {
            text = SubjectCode.classify(value).isPersonal() ? Masking.id(value) : value;
        } else if (masked) {
            text = field.isProse() ? prose(values, item, value) : Masking.maskIdsIn(value);
        }
        return new RecordSheet.Field(
                field.name(), field.title(), field.titleEn(), field.type().name(), text, textEn, personal(field));
    }

    private static JsonObject values(Content content) {
        try (JsonReader reader = Json.createReader(new StringReader(content.json()))) {
            return reader.readObject();
        }
    }

    private static boolean present(JsonObject values, String name) {
        return kept(values, name) != null;
    }

    /** The value as it is compared; null for none. */
    private static String kept(JsonObject values, String name) {
        String text = ContentValue.text(values.get(name));
        return text.isBlank() ? null : text;
    }
}

package org.chengxin.publication.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.ContentValue;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.Masking;
import org.chengxin.publication.boundary.PublicRecord;

/**
 * Takes from a record's content what everybody may read: the disclosed fields of its item version and no others. What
 * is personal is masked; a citizen's number is masked wherever it stands, also in prose and in a column that was meant
 * for something else, a mobile telephone number in prose.
 */
public final class ContentProjection {

    private final Map<String, Map<String, CodeTableDefinition.Value>> titles = new HashMap<>();

    /**
     * @param codeTables by their code; a value is shown by its title there
     */
    public ContentProjection(Map<String, CodeTableDefinition> codeTables) {
        codeTables.forEach((code, table) -> titles.put(
                code, table.values().stream().collect(Collectors.toMap(CodeTableDefinition.Value::value, v -> v))));
    }

    /**
     * What of a record's content is public.
     *
     * @param content as kept: a JSON object by field names
     */
    public Projected project(ItemDefinition item, String title, String content) {
        JsonObject values;
        try (JsonReader reader = ContentJson.JSON.createReader(new StringReader(content))) {
            values = reader.readObject();
        }
        List<PublicRecord.Field> fields = new ArrayList<>();
        String shownTitle = title;
        for (FieldDefinition field : item.fields()) {
            String value = ContentValue.text(values.get(field.name()));
            if (value.isBlank()) {
                continue;
            }
            if (field.personal() && shownTitle.contains(value)) {
                shownTitle = shownTitle.replace(value, field.masked(value));
            }
            if (field.disclosed() && field.meaning() != FieldMeaning.SCOPE) {
                fields.add(shown(field, value));
            }
        }
        return new Projected(Masking.maskNumbersIn(shownTitle), SeriesKey.of(item, values), fields);
    }

    /**
     * The public part of a record.
     *
     * @param series see {@link SeriesKey}; null where the record stands alone
     * @param fields in the item's order, without blank ones
     */
    public record Projected(String title, String series, List<PublicRecord.Field> fields) {}

    private PublicRecord.Field shown(FieldDefinition field, String value) {
        String text = value;
        String textEn = null;
        if (field.personal()) {
            text = field.masked(value);
        } else if (field.type() == FieldType.CODE) {
            CodeTableDefinition.Value known =
                    titles.getOrDefault(field.codeTable(), Map.of()).get(value);
            if (known != null) {
                text = known.title();
                textEn = known.titleEn();
            }
        } else if (field.type().isSubjectCode() && SubjectCode.classify(value).isPersonal()) {
            text = Masking.id(value);
        }
        return new PublicRecord.Field(
                field.name(),
                field.title(),
                field.titleEn(),
                field.isProse() ? Masking.maskNumbersIn(text) : Masking.maskIdsIn(text),
                textEn,
                field.type().name());
    }
}

package org.chengxin.intake.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.ContentValue;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.Submission;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.subject.boundary.SubjectFact;
import org.chengxin.subject.entity.SubjectAttribute;

/**
 * What the rows of a lot say about the identity of their subjects. A negative record says nothing of the kind: a decision
 * quotes the identity of its day, it keeps no register.
 */
final class StatedFacts {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final Submission lot;
    private final Map<SubjectAttribute, FieldDefinition> fields = new LinkedHashMap<>();

    StatedFacts(Submission lot, ItemDefinition item) {
        this.lot = lot;
        if (!item.negative()) {
            for (SubjectAttribute attribute : SubjectAttribute.values()) {
                item.field(FieldMeaning.valueOf(attribute.name())).ifPresent(field -> fields.put(attribute, field));
            }
        }
    }

    /** Whether rows of this item say anything of the kind. */
    static boolean areStatedBy(ItemDefinition item) {
        return !new StatedFacts(null, item).fields.isEmpty();
    }

    List<SubjectFact> of(List<AdmittedRow> rows) {
        List<SubjectFact> facts = new ArrayList<>();
        if (fields.isEmpty()) {
            return facts;
        }
        for (AdmittedRow row : rows) {
            JsonObject content;
            try (JsonReader reader = JSON.createReader(new StringReader(row.content()))) {
                content = reader.readObject();
            }
            fields.forEach((attribute, field) -> {
                JsonValue value = content.get(field.name());
                if (value != null) {
                    facts.add(new SubjectFact(
                            row.subjectId(),
                            attribute,
                            lot.organisationId(),
                            lot.itemCode(),
                            ContentValue.text(value),
                            row.decidedOn(),
                            lot.receivedAt().toInstant(),
                            row.recordNo()));
                }
            });
        }
        return facts;
    }
}

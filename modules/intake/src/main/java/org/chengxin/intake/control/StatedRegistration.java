package org.chengxin.intake.control;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.subject.boundary.PersonReference;
import org.chengxin.subject.boundary.Registration;

/** What a row of a registration lot says of the subject that it registers. */
final class StatedRegistration {

    private final ItemDefinition item;

    StatedRegistration(ItemDefinition item) {
        this.item = item;
    }

    /**
     * @param since the day from which it holds; null if not stated
     */
    Registration of(JsonObject content, LocalDate since) {
        List<SubjectCode.Classified> codes = new ArrayList<>();
        for (FieldMeaning meaning : List.of(FieldMeaning.SUBJECT_CODE, FieldMeaning.SUBJECT_CODE_SECONDARY)) {
            for (FieldDefinition field : item.fields(meaning)) {
                codes.add(SubjectCode.classify(
                        content.getString(field.name(), null), field.type().expectedCode()));
            }
        }
        String former = text(content, FieldMeaning.FORMER_NAMES);
        return new Registration(
                codes,
                text(content, FieldMeaning.SUBJECT_NAME),
                former == null
                        ? List.of()
                        : Arrays.stream(former.split("[;；|、]"))
                                .map(String::strip)
                                .filter(name -> !name.isEmpty())
                                .toList(),
                text(content, FieldMeaning.DIVISION),
                text(content, FieldMeaning.SUBJECT_STATUS),
                false,
                text(content, FieldMeaning.SUBJECT_KIND),
                since,
                new PersonReference(
                        text(content, FieldMeaning.LEGAL_REPRESENTATIVE),
                        text(content, FieldMeaning.LEGAL_REPRESENTATIVE_ID)),
                null);
    }

    private String text(JsonObject content, FieldMeaning meaning) {
        return item.field(meaning)
                .map(field -> content.getString(field.name(), null))
                .orElse(null);
    }
}

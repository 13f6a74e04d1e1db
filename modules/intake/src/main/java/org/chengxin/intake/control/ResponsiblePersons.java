package org.chengxin.intake.control;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.SubjectRole;
import org.chengxin.subject.boundary.PersonReference;
import org.chengxin.subject.boundary.SubjectRegister;
import org.chengxin.subject.boundary.SubjectSource;

/** The persons whom rows hold responsible (C04), found or registered by their numbers and never by name alone. */
final class ResponsiblePersons {

    private final SubjectRegister subjects;
    private final String name;
    private final String number;

    ResponsiblePersons(ItemDefinition item, SubjectRegister subjects) {
        this.subjects = subjects;
        this.name = field(item, FieldMeaning.RESPONSIBLE_PERSON_NAME);
        this.number = field(item, FieldMeaning.RESPONSIBLE_PERSON_ID);
    }

    private static String field(ItemDefinition item, FieldMeaning meaning) {
        return item.field(meaning).map(FieldDefinition::name).orElse(null);
    }

    /** One answer for each content, in their order; with as many statements for a thousand as for one. */
    List<Map<Long, SubjectRole>> of(List<JsonObject> contents, SubjectSource source) {
        if (name == null || number == null || contents.stream().noneMatch(content -> content.containsKey(number))) {
            return Collections.nCopies(contents.size(), Map.of());
        }
        List<PersonReference> references = contents.stream()
                .map(content -> new PersonReference(content.getString(name, null), content.getString(number, null)))
                .toList();
        List<Map<Long, SubjectRole>> responsible = new ArrayList<>(contents.size());
        for (Long person : subjects.persons(references, source)) {
            responsible.add(person == null ? Map.of() : Map.of(person, SubjectRole.RESPONSIBLE_PERSON));
        }
        return responsible;
    }
}

package org.chengxin.intake.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.code.SubjectCode.Classified;
import org.chengxin.kernel.code.SubjectCode.Kind;
import org.chengxin.kernel.text.NameNormaliser;

/**
 * Whom a row is about, as far as the row says so.
 *
 * @param name as cleaned; null when the row has none
 * @param codes every valid code of the subject in the row, the one it is found by first
 * @param formerNames names the subject had before
 */
public record SubjectReference(String name, List<Classified> codes, List<String> formerNames) {

    public SubjectReference {
        codes = List.copyOf(codes);
        formerNames = List.copyOf(formerNames);
    }

    /**
     * The reference as a staged row gives it. Where a code was stated that cannot be read back, such as a citizen's
     * number, which the content holds masked, the name alone finds nobody: nothing is guessed.
     *
     * @param firstCode the row's first code in the clear; null for none
     */
    static SubjectReference stored(ItemDefinition item, String content, String firstCode) {
        JsonObject json;
        try (JsonReader reader = Json.createReader(new StringReader(content))) {
            json = reader.readObject();
        }
        List<Classified> codes = new ArrayList<>();
        boolean lost = false;
        for (FieldMeaning meaning : List.of(FieldMeaning.SUBJECT_CODE, FieldMeaning.SUBJECT_CODE_SECONDARY)) {
            for (FieldDefinition field : item.fields(meaning)) {
                String text = json.getString(field.name(), null);
                Classified code = SubjectCode.classify(text, field.type().expectedCode());
                if (code.kind().isCode()) {
                    codes.add(code);
                } else {
                    lost |= text != null;
                }
            }
        }
        Classified first = SubjectCode.classify(firstCode);
        if (first.kind().isCode()
                && codes.stream().noneMatch(code -> code.value().equals(first.value()))) {
            codes.add(0, first);
        }
        lost |= firstCode != null;
        String name = item.field(FieldMeaning.SUBJECT_NAME)
                .map(field -> json.getString(field.name(), null))
                .orElse(null);
        return new SubjectReference(lost && codes.isEmpty() ? null : name, codes, List.of());
    }

    /** The code of a kind. */
    public Optional<String> code(Kind kind) {
        return codes.stream()
                .filter(code -> code.kind() == kind)
                .map(Classified::value)
                .findFirst();
    }

    /** What stands for the subject in keys: its unified code, else its first code, else its normalised name. */
    public String key() {
        return code(Kind.UNIFIED)
                .orElseGet(() -> codes.isEmpty() ? nameKey() : codes.get(0).value());
    }

    private String nameKey() {
        return name == null ? "" : "name:" + NameNormaliser.normalise(name);
    }
}

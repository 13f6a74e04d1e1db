package org.chengxin.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.forms.FieldType;
import org.chengxin.forms.FormField;
import org.chengxin.forms.FormSchema;

/** What a form was filled in with, by its labels, as people read it. */
public final class FormLines {

    /** A field and its value. */
    public record Line(String label, String value) {}

    private FormLines() {}

    /** The fields that have a value, in the order of the form. */
    static List<Line> of(FormSchema form, Map<String, String> values, ConsoleTexts texts) {
        List<Line> lines = new ArrayList<>();
        for (FormField field : form.fields()) {
            String value = values.get(field.key());
            if (value != null && !value.isBlank()) {
                lines.add(new Line(texts.either(field.label(), field.labelEn()), label(field, value, texts)));
            }
        }
        return lines;
    }

    private static String label(FormField field, String value, ConsoleTexts texts) {
        if (field.type() == FieldType.CHECKBOX) {
            return texts.t(Boolean.parseBoolean(value) ? "yes" : "no");
        }
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(option -> texts.either(option.label(), option.labelEn()))
                .findFirst()
                .orElse(value);
    }
}

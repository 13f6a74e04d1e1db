package org.chengxin.api.view;

import java.util.List;
import org.chengxin.forms.FormField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A field of a task's form.
 *
 * @param required whether it has to be filled wherever it is shown
 * @param conditional whether it is shown only for some values of another field
 */
@Schema(
        name = "FormField",
        description = "任务表单的字段 / a field of a task's form",
        requiredProperties = {"key", "label", "type", "required", "conditional", "options"})
public record FormFieldJson(
        String key,
        String label,
        String labelEn,
        String description,
        String descriptionEn,

        @Schema(enumeration = {"TEXTFIELD", "TEXTAREA", "SELECT", "RADIO", "CHECKBOX"})
        String type,

        boolean required,
        boolean conditional,
        int maxLength,
        List<Option> options) {

    /** A choice. */
    @Schema(
            name = "FormOption",
            requiredProperties = {"value", "label"})
    public record Option(String value, String label, String labelEn) {}

    static FormFieldJson of(FormField field) {
        return new FormFieldJson(
                field.key(),
                field.label(),
                field.labelEn(),
                field.description(),
                field.descriptionEn(),
                field.type().name(),
                field.required(),
                field.requiredWhen() != null,
                field.maxLength(),
                field.options().stream()
                        .map(option -> new Option(option.value(), option.label(), option.labelEn()))
                        .toList());
    }
}

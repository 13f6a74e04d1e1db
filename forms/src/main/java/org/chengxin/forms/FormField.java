package org.chengxin.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field of a form.
 *
 * @param key the name of the value in a decision
 * @param label the Chinese label
 * @param labelEn the English label
 * @param description a Chinese sentence of help, or null
 * @param descriptionEn the same in English, or null
 * @param type how it is drawn and checked
 * @param required whether it must be filled whenever it is visible
 * @param requiredWhen the condition under which it is visible, or null when it always is
 * @param maxLength the most characters its text may have
 * @param options the choices of a select or radio field, otherwise empty
 */
public record FormField(
        String key,
        String label,
        String labelEn,
        String description,
        String descriptionEn,
        FieldType type,
        boolean required,
        RequiredWhen requiredWhen,
        int maxLength,
        List<FormOption> options) {

    /** Whether the field is shown when the form holds these values. */
    public boolean visible(Map<String, String> values) {
        return requiredWhen == null || requiredWhen.holds(values);
    }

    /** Checks one value; the value of a hidden field is never looked at, it can do nothing. */
    Optional<FormError> check(Map<String, String> values) {
        if (!visible(values)) {
            return Optional.empty();
        }
        String value = values.get(key);
        if (value == null || value.isBlank()) {
            return required ? error(FormError.REQUIRED) : Optional.empty();
        }
        if (!allows(value)) {
            return error(FormError.NOT_AN_OPTION);
        }
        return value.codePointCount(0, value.length()) > maxLength ? error(FormError.TOO_LONG) : Optional.empty();
    }

    private boolean allows(String value) {
        if (type == FieldType.CHECKBOX) {
            return value.equals("true") || value.equals("false");
        }
        return !type.hasOptions()
                || options.stream().anyMatch(option -> option.value().equals(value));
    }

    private Optional<FormError> error(String code) {
        return Optional.of(new FormError(key, code));
    }
}

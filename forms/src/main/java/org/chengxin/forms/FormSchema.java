package org.chengxin.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The form of one user task.
 *
 * @param id the id that the process names in {@code camunda:formRef}
 * @param fields the fields from top to bottom
 */
public record FormSchema(String id, List<FormField> fields) {

    /** The field of this key, if the form has one. */
    public Optional<FormField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /**
     * Checks a decision: required fields are filled, options are known, texts are not too long, and no field is sent
     * that the form does not have (somebody who misspells a field should learn of it).
     *
     * @param values value by field key; a missing key and a blank value are the same
     * @return what is wrong, in the order of the fields, unknown fields last; empty when nothing is
     */
    public List<FormError> validate(Map<String, String> values) {
        List<FormError> errors = new ArrayList<>();
        fields.forEach(field -> field.check(values).ifPresent(errors::add));
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(fields.stream().map(FormField::key).collect(Collectors.toSet()));
        unknown.forEach(key -> errors.add(new FormError(key, FormError.UNKNOWN_FIELD)));
        return errors;
    }
}

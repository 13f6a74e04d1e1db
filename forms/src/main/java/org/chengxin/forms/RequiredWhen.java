package org.chengxin.forms;

import java.util.Map;

/**
 * A field is asked for only when another field has a certain value; otherwise it is hidden and not checked.
 *
 * @param key the other field
 * @param value the value that makes this field visible
 */
public record RequiredWhen(String key, String value) {

    /** Whether the condition is met by these values. */
    public boolean holds(Map<String, String> values) {
        return value.equals(values.get(key));
    }
}

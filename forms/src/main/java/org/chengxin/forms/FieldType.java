package org.chengxin.forms;

import java.util.Locale;

/** The kinds of field that forms may use; a small part of Camunda Forms, so that every page can draw all of it. */
public enum FieldType {
    /** One line of text. */
    TEXTFIELD,
    /** Several lines of text. */
    TEXTAREA,
    /** One of several options in a list that opens. */
    SELECT,
    /** One of several options, all visible. */
    RADIO,
    /** Yes or no; its value is {@code true} or {@code false}. */
    CHECKBOX;

    /**
     * @param text the word of the schema, such as {@code textfield}
     * @throws IllegalArgumentException for a component that the pages cannot draw
     */
    static FieldType of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether the value has to be one of the field's options. */
    public boolean hasOptions() {
        return this == SELECT || this == RADIO;
    }
}

package org.chengxin.console;

import java.io.Serializable;

/** A field whose value is the same in every row and has no column, such as 信用等级 = A. */
public class FixedChoice implements Serializable {

    private static final long serialVersionUID = 1L;

    private String field = "";
    private String value = "";

    /** A line that is not used. */
    public FixedChoice() {}

    FixedChoice(String field, String value) {
        this.field = field;
        this.value = value;
    }

    /** Name of the field; empty for a line that is not used. */
    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field == null ? "" : field;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value == null ? "" : value.strip();
    }
}

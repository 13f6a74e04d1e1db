package org.chengxin.forms;

/**
 * What is wrong with one field of a decision.
 *
 * @param key the field
 * @param code one of the constants of this class; stable, also used by the REST interface
 */
public record FormError(String key, String code) {
    /** The field has to be filled and is empty or blank. */
    public static final String REQUIRED = "REQUIRED";
    /** The value is none of the field's options. */
    public static final String NOT_AN_OPTION = "NOT_AN_OPTION";
    /** The text is longer than the form allows. */
    public static final String TOO_LONG = "TOO_LONG";
    /** The form has no such field. */
    public static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";
}

package org.chengxin.kernel.code;

/** What a check of a code found; the first that applies, in the order of the constants after {@link #VALID}. */
public enum CodeCheck {
    VALID,
    /** Null or blank. */
    EMPTY,
    /** Something was typed because something had to be: only zeros, dashes, 无 … */
    PLACEHOLDER,
    WRONG_LENGTH,
    /** A character that this position or this standard does not know, such as the letter O in a unified code. */
    ILLEGAL_CHARACTER,
    /** The place of the administrative division (GB/T 2260) holds no such number. */
    WRONG_DIVISION,
    /** The date inside (birth) does not exist. */
    WRONG_DATE,
    /** The code's own check digit does not fit. */
    WRONG_CHECK_DIGIT,
    /** The code's own check digit fits, that of the organisation code inside does not. */
    WRONG_EMBEDDED_CODE;

    public boolean isValid() {
        return this == VALID;
    }

    /** The key of this result's text in the bundle {@code org.chengxin.kernel.Messages}. */
    public String messageKey() {
        return "CodeCheck." + name();
    }
}

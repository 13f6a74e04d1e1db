package org.chengxin.console;

/** Places in a list, as they come in an address that somebody may have changed. */
final class Positions {

    private Positions() {}

    /** The number in a text; the other value where there is none. */
    static Long number(String text, Long otherwise) {
        return text != null && text.matches("-?\\d{1,9}") ? Long.valueOf(text) : otherwise;
    }

    /** The key of a row in a text; the other value where there is none. */
    static Long key(String text, Long otherwise) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : otherwise;
    }
}

package org.chengxin.console;

/** Places as they stand in addresses: positions in a list, which somebody may have changed, and pages of lots and records. */
final class Positions {

    private Positions() {}

    /** The number in a text; the other value where there is none. */
    static Long number(String text, Long otherwise) {
        return text != null && text.matches("-?\\d{1,9}") ? Long.valueOf(text) : otherwise;
    }

    /** The page of the lot or record that a process is about; null for a process about something else. */
    static String pageOf(String process, String key) {
        if (key == null || process == null) {
            return null;
        }
        return switch (process) {
            case "Submission" -> "lot.xhtml?no=" + key;
            case "CreditRecord" -> "record.xhtml?no=" + key;
            default -> null;
        };
    }

    /** The key of a row in a text; the other value where there is none. */
    static Long key(String text, Long otherwise) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : otherwise;
    }
}

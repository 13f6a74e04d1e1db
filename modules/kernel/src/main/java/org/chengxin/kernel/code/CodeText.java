package org.chengxin.kernel.code;

import java.util.Set;
import java.util.regex.Pattern;
import org.chengxin.kernel.text.TextCleaning;

/** How a code's text is read before any standard looks at it; shared by all codes of this package. */
final class CodeText {

    private static final Set<String> PLACEHOLDER_WORDS =
            Set.of("无", "暂无", "没有", "空", "未知", "不详", "N/A", "NA", "NULL", "NONE", "NIL", "UNKNOWN");
    private static final Pattern ONLY_MARKS = Pattern.compile("[-_/\\\\.*?#—–]+");
    /** Seventeen zeros and an X stands in real files where an individual business has no code. */
    private static final Pattern ONLY_ZEROS = Pattern.compile("0+X?");

    private static final Pattern REGION = Pattern.compile("[1-9][0-9]{5}.*");

    private CodeText() {}

    /** Half-width, without blanks and invisible characters, in upper case; empty text for null. */
    static String normalise(String text) {
        return TextCleaning.token(text);
    }

    static boolean isPlaceholder(String normalised) {
        return PLACEHOLDER_WORDS.contains(normalised)
                || ONLY_MARKS.matcher(normalised).matches()
                || ONLY_ZEROS.matcher(normalised).matches();
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static boolean isDigitsOrLetters(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    }

    /** True if the text starts with six digits that can be a division of GB/T 2260; the table itself is not asked. */
    static boolean startsWithDivision(String text) {
        return REGION.matcher(text).matches();
    }
}

package org.chengxin.kernel.text;

import java.util.EnumSet;
import java.util.Locale;

/**
 * Takes out of text what the eye does not see and a comparison trips over. Two strengths: {@link #prose} for names and
 * sentences, which keep their Chinese punctuation, and {@link #code} for codes, dates and numbers. Null counts as empty
 * text. Characters outside the basic plane (rare characters in names) pass unchanged.
 */
public final class TextCleaning {

    private TextCleaning() {}

    /**
     * Cleans a name or a sentence: invisible characters and line breaks out, blanks squeezed, full-width digits and
     * letters to half-width. Punctuation such as （），。 stays as it is.
     */
    public static Cleaned prose(String text) {
        EnumSet<CleaningRule> applied = EnumSet.noneOf(CleaningRule.class);
        String value = visible(text, applied);
        value = lineBreaksOut(value, applied);
        value = halfWidth(value, false, applied);
        value = squeeze(value, applied);
        return new Cleaned(value, applied);
    }

    /**
     * Cleans a code or a number: as {@link #prose}, and all blanks out, punctuation to half-width, upper case, a
     * spreadsheet's leading apostrophe off.
     */
    public static Cleaned code(String text) {
        EnumSet<CleaningRule> applied = EnumSet.noneOf(CleaningRule.class);
        String value = visible(text, applied);
        value = halfWidth(value, true, applied);
        value = blanksOut(value, applied);
        if (value.startsWith("'") || value.startsWith("`") || value.startsWith("\u2018")) {
            value = value.substring(1);
            applied.add(CleaningRule.TEXT_MARK_REMOVED);
        }
        String upper = value.toUpperCase(Locale.ROOT);
        if (!upper.equals(value)) {
            applied.add(CleaningRule.UPPER_CASED);
        }
        return new Cleaned(upper, applied);
    }

    /** Cleans a date, with or without a time: as {@link #prose}, and punctuation to half-width; inner blanks stay. */
    public static Cleaned date(String text) {
        EnumSet<CleaningRule> applied = EnumSet.noneOf(CleaningRule.class);
        String value = visible(text, applied);
        value = lineBreaksOut(value, applied);
        value = halfWidth(value, true, applied);
        value = squeeze(value, applied);
        return new Cleaned(value, applied);
    }

    /** The value of {@link #code(String)} alone: how a code word is compared. Empty text for null. */
    public static String token(String text) {
        return code(text).value();
    }

    /**
     * Turns full-width digits, letters and punctuation (U+FF01 to U+FF5E) into their half-width forms, character by
     * character, so that positions in the result are positions in the text. Null gives null.
     */
    public static String fullWidthToHalf(String text) {
        return text == null ? null : halfWidth(text, true, EnumSet.noneOf(CleaningRule.class));
    }

    private static String visible(String text, EnumSet<CleaningRule> applied) {
        if (text == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLineBreak(c)) {
                out.append(c);
            } else if (isInvisible(c)) {
                applied.add(CleaningRule.INVISIBLE_REMOVED);
            } else if (c != ' ' && Character.isSpaceChar(c)) {
                out.append(' ');
                applied.add(CleaningRule.SPECIAL_BLANK_TO_PLAIN);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isLineBreak(char c) {
        return c == '\n'
                || c == '\r'
                || c == '\t'
                || c == '\u000B'
                || c == '\f'
                || c == '\u0085'
                || c == '\u2028'
                || c == '\u2029';
    }

    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.CONTROL || c == '\uFFFE' || c == '\uFFFF';
    }

    private static String lineBreaksOut(String text, EnumSet<CleaningRule> applied) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (!isLineBreak(text.charAt(i))) {
                out.append(text.charAt(i++));
                continue;
            }
            applied.add(CleaningRule.LINE_BREAK_REMOVED);
            while (i < text.length() && isLineBreak(text.charAt(i))) {
                i++;
            }
            boolean betweenChinese = out.length() > 0
                    && i < text.length()
                    && isChinese(out.charAt(out.length() - 1))
                    && isChinese(text.charAt(i));
            if (!betweenChinese) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    private static boolean isChinese(char c) {
        return Character.isIdeographic(c)
                || Character.isSurrogate(c)
                || (c >= '\u3001' && c <= '\u303F')
                || (c >= '\uFF01' && c <= '\uFF5E');
    }

    private static String halfWidth(String text, boolean punctuationToo, EnumSet<CleaningRule> applied) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                char half = (char) (c - 0xFEE0);
                if (punctuationToo || isAsciiLetterOrDigit(half)) {
                    if (out == null) {
                        out = new StringBuilder(text);
                    }
                    out.setCharAt(i, half);
                }
            }
        }
        if (out == null) {
            return text;
        }
        applied.add(CleaningRule.FULL_WIDTH_TO_HALF);
        return out.toString();
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static String squeeze(String text, EnumSet<CleaningRule> applied) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean superfluous = c == ' ' && (out.length() == 0 || out.charAt(out.length() - 1) == ' ');
            if (!superfluous) {
                out.append(c);
            }
        }
        if (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        if (out.length() != text.length()) {
            applied.add(CleaningRule.BLANKS_SQUEEZED);
        }
        return out.toString();
    }

    private static String blanksOut(String text, EnumSet<CleaningRule> applied) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLineBreak(c)) {
                applied.add(CleaningRule.LINE_BREAK_REMOVED);
            } else if (c == ' ') {
                applied.add(CleaningRule.BLANKS_REMOVED);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}

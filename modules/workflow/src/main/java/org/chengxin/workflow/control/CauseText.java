package org.chengxin.workflow.control;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.kernel.text.Masking;

/**
 * The cause of a failure in one line that may be shown and logged: what programs call themselves stays, what may be
 * content of a record does not. Whoever needs more finds the whole trace in the server's log.
 */
public final class CauseText {

    private static final int LONGEST = 300;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|“[^”]*”|(?<!\\w)'[^']*'(?!\\w)");
    /** Names of tables, columns and constraints are put in quotes as contents are; only they look like this. */
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_.]*");

    private static final Pattern DIGITS = Pattern.compile("(?<![0-9A-Za-z-])[0-9]{7,}(?![0-9A-Za-z-])");
    private static final Pattern KEY_AND_VALUE = Pattern.compile("\\)=\\([^)]*\\)");

    private CauseText() {}

    /**
     * Message and root of a failure.
     *
     * @param message as the engine kept it; null for none
     * @param root the last cause of the stack trace; null for none
     */
    public static String of(String message, String root) {
        String first = line(message);
        String last = line(root);
        if (last.isEmpty() || last.endsWith(first) && !first.isEmpty()) {
            return shortened(last.isEmpty() ? first : last);
        }
        return shortened(first.isEmpty() ? last : first + " ← " + last);
    }

    private static String line(String text) {
        if (text == null) {
            return "";
        }
        String line = text.strip().lines().findFirst().orElse("");
        line = QUOTED.matcher(line).replaceAll(CauseText::nameOrNothing);
        line = KEY_AND_VALUE.matcher(line).replaceAll(")=(…)");
        return DIGITS.matcher(Masking.maskIdsIn(line)).replaceAll("…");
    }

    private static String nameOrNothing(MatchResult quoted) {
        String text = quoted.group();
        boolean name = NAME.matcher(text.substring(1, text.length() - 1)).matches();
        return Matcher.quoteReplacement(name ? text : "\"…\"");
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}

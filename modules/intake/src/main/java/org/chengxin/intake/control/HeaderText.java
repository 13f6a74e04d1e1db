package org.chengxin.intake.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengxin.kernel.text.TextCleaning;

/** Headings in the form in which they are compared and remembered. */
final class HeaderText {

    private HeaderText() {}

    /**
     * The headings of a file without line breaks, invisible characters and superfluous blanks, in half width. A blank
     * heading gets the number of its column, a repeated one the number of its repetition: {@code #3}, {@code 备注#2}.
     */
    static List<String> normalise(List<String> header) {
        List<String> normalised = new ArrayList<>(header.size());
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String heading = TextCleaning.date(header.get(i)).value();
            if (heading.isEmpty()) {
                heading = "#" + (i + 1);
            }
            int times = seen.merge(heading, 1, Integer::sum);
            normalised.add(times == 1 ? heading : heading + "#" + times);
        }
        return List.copyOf(normalised);
    }

    /** Whether a normalised heading carries a number, so that it was blank or is a repetition of another. */
    static boolean toldApartByPlace(List<String> headings) {
        for (String heading : headings) {
            int mark = heading.lastIndexOf('#');
            boolean numbered = mark >= 0 && mark < heading.length() - 1;
            for (int i = mark + 1; numbered && i < heading.length(); i++) {
                numbered = heading.charAt(i) >= '0' && heading.charAt(i) <= '9';
            }
            if (numbered) {
                return true;
            }
        }
        return false;
    }

    /** The form in which a heading is compared with titles: without blanks and in lower case. */
    static String key(String heading) {
        return TextCleaning.token(heading).toLowerCase(Locale.ROOT);
    }

    /** A heading without what stands in brackets, such as a unit: 罚款金额(元). */
    static String withoutBrackets(String key) {
        StringBuilder out = new StringBuilder(key.length());
        int depth = 0;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '(' || c == '[' || c == '【' || c == '〔') {
                depth++;
            } else if (c == ')' || c == ']' || c == '】' || c == '〕') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                out.append(c);
            }
        }
        return out.toString();
    }
}

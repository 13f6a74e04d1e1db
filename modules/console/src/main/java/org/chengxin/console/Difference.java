package org.chengxin.console;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.webkit.Part;

/** Where a text differs from another: what stands between their common beginning and their common end. */
final class Difference {

    private Difference() {}

    /** The text in parts, those marked that the other one does not have in this place. */
    static List<Part> of(String text, String other) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        if (other == null) {
            return List.of(new Part(text, true));
        }
        int[] here = text.codePoints().toArray();
        int[] there = other.codePoints().toArray();
        int shorter = Math.min(here.length, there.length);
        int begin = 0;
        while (begin < shorter && here[begin] == there[begin]) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && here[here.length - 1 - end] == there[there.length - 1 - end]) {
            end++;
        }
        List<Part> parts = new ArrayList<>();
        add(parts, new String(here, 0, begin), false);
        add(parts, new String(here, begin, here.length - begin - end), true);
        add(parts, new String(here, here.length - end, end), false);
        return parts;
    }

    private static void add(List<Part> parts, String text, boolean marked) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, marked));
        }
    }
}

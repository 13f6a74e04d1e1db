package org.chengxin.intake.control;

import java.util.Map;
import java.util.TreeMap;

/** How many rows came to which outcome, or, negative, left it. */
public final class RowCounts {

    private final Map<String, Integer> counts = new TreeMap<>();

    public void add(String outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    /** A row goes from one outcome to another. */
    public void move(String from, String to) {
        counts.merge(from, -1, Integer::sum);
        counts.merge(to, 1, Integer::sum);
    }

    public int of(String outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** All rows. */
    public int sum() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}

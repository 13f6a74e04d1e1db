package org.chengxin.kernel.text;

import java.util.EnumSet;
import java.util.Objects;

/**
 * A cleaned text and how it came about.
 *
 * @param value   the cleaned text, never null, empty if nothing was left
 * @param applied the rules that changed something; empty if the text was clean
 */
public record Cleaned(String value, EnumSet<CleaningRule> applied) {

    public Cleaned {
        Objects.requireNonNull(value, "value");
        applied = EnumSet.copyOf(applied);
    }

    /** A copy, so that nobody changes what this cleaning reports. */
    @Override
    public EnumSet<CleaningRule> applied() {
        return EnumSet.copyOf(applied);
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    public boolean isChanged() {
        return !applied.isEmpty();
    }
}

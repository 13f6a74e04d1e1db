package org.chengxin.intake.boundary;

import java.util.List;

/**
 * What a lot's review is about besides the rows in which something was found.
 *
 * @param rows those in which nothing was found that a person should look at
 * @param groups the rest by what the rows have in common, the largest groups first
 * @param moreGroups whether there are further groups
 */
public record Remainder(int rows, List<Group> groups, boolean moreGroups) {

    /**
     * Rows that are alike; a part that the item does not have, or the rows do not state, is null.
     *
     * @param kind kind of decision or grade, in Chinese
     * @param kindEn the same in English where it is a code
     * @param severity a name of {@link org.chengxin.kernel.Severity}
     * @param band of the amount: 0 below 10,000 yuan, 1 below 100,000, 2 below a million, 3 from there on
     */
    public record Group(String kind, String kindEn, String severity, String authority, Integer band, int rows) {}
}

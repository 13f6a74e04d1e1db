package org.chengxin.intake.boundary;

import java.util.List;

/**
 * What the checks find in a file before it is a lot: by the rules that look at one row alone. Which enterprise a row is
 * about, and whether it repeats an earlier one, is found when the lot is checked.
 *
 * @param rows how many rows were looked at, from the first on
 * @param more whether the file goes on after them
 * @param rejected rows that would be rejected
 * @param suspect rows that would wait to be confirmed
 * @param rules in how many rows each rule found something: the gravest first, and of these the most frequent
 * @param examples the first findings, gravest first, in the order of the file
 * @param corrects numbers of the lots whose rows it brings again, in the order of their first rows
 */
public record FileFindings(
        int rows,
        boolean more,
        int rejected,
        int suspect,
        List<RuleCount> rules,
        List<FindingView> examples,
        List<String> corrects) {

    public FileFindings {
        rules = List.copyOf(rules);
        examples = List.copyOf(examples);
        corrects = List.copyOf(corrects);
    }

    /** Rows in which nothing was found that keeps them from being taken. */
    public int clean() {
        return rows - rejected - suspect;
    }
}

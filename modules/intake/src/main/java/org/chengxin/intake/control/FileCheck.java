package org.chengxin.intake.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chengxin.intake.boundary.FileFindings;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.RuleCount;

/** Checks the first rows of a file as they will be checked when it is a lot; nothing is kept of it. */
public final class FileCheck {

    /** So many rows are looked at: more would keep the clerk waiting, and the lot's own check looks at all of them. */
    public static final int ROWS = 5_000;
    /** So many findings are shown as examples; the rest are counted. */
    static final int EXAMPLES = 20;

    private final RowChecker checker;
    private final int mostRows;
    private final Map<FindingRule, Found> found = new EnumMap<>(FindingRule.class);
    private final Map<FindingSeverity, List<Finding>> examples = new TreeMap<>(Comparator.reverseOrder());
    private final Set<String> corrects = new LinkedHashSet<>();
    private int rows;
    private int rejected;
    private int suspect;

    /** What one rule found. */
    private static final class Found {
        private FindingSeverity gravest;
        private int lastRow;
        private int rows;
        private int lastSuggested;
        private int suggestions;

        void add(Finding finding) {
            if (gravest == null || finding.severity().compareTo(gravest) > 0) {
                gravest = finding.severity();
            }
            if (lastRow != finding.row()) {
                lastRow = finding.row();
                rows++;
            }
            if (finding.suggestion() != null && lastSuggested != finding.row()) {
                lastSuggested = finding.row();
                suggestions++;
            }
        }
    }

    public FileCheck(RowChecker checker) {
        this(checker, ROWS);
    }

    FileCheck(RowChecker checker, int mostRows) {
        this.checker = checker;
        this.mostRows = mostRows;
    }

    /**
     * Looks at the rows that follow.
     *
     * @param source at its beginning; the caller closes it
     * @throws UnreadableFile when it breaks off within these rows
     */
    public FileFindings of(RowSource source) {
        boolean more = false;
        while (!more && source.next()) {
            if (rows == mostRows) {
                more = true;
            } else {
                add(checker.check(source.rowNumber(), source.cells()));
                if (source instanceof CorrectionFile correction) {
                    correction.origin().map(CorrectionFile.Origin::lotNo).ifPresent(corrects::add);
                }
            }
        }
        return new FileFindings(rows, more, rejected, suspect, rules(), examples(), List.copyOf(corrects));
    }

    private void add(CheckedRow row) {
        rows++;
        switch (row.outcome()) {
            case REJECTED -> rejected++;
            case SUSPECT -> suspect++;
            default -> {}
        }
        for (Finding finding : row.findings()) {
            found.computeIfAbsent(finding.rule(), rule -> new Found()).add(finding);
            List<Finding> kept = examples.computeIfAbsent(finding.severity(), severity -> new ArrayList<>());
            if (kept.size() < EXAMPLES) {
                kept.add(finding);
            }
        }
    }

    private List<RuleCount> rules() {
        return found.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<FindingRule, Found> rule) -> rule.getValue().gravest)
                        .thenComparing(rule -> rule.getValue().rows)
                        .reversed())
                .map(rule -> new RuleCount(
                        rule.getKey().name(),
                        rule.getValue().gravest.name(),
                        rule.getValue().rows,
                        rule.getValue().suggestions))
                .toList();
    }

    private List<FindingView> examples() {
        return examples.values().stream()
                .flatMap(List::stream)
                .limit(EXAMPLES)
                .map(finding -> FindingView.of(checker.item(), finding))
                .toList();
    }
}

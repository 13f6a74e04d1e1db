package org.chengxin.intake.control;

import java.util.List;
import java.util.Objects;

/**
 * One thing that was found in a row.
 *
 * @param row number of the row as a person sees it in the file
 * @param field name of the field; null when it is about the row as a whole
 * @param value what was there, cut to {@value #MAX_VALUE} characters, masked where it is personal; null for nothing
 * @param rule see {@link FindingRule}; its name is the stable code of the interface
 * @param severity what it means for the row
 * @param args what the text of the rule is filled with
 * @param suggestion a value that would pass; null for none. Never applied by the system
 */
public record Finding(
        int row,
        String field,
        String value,
        FindingRule rule,
        FindingSeverity severity,
        List<String> args,
        String suggestion) {

    /** Longest value that is shown; more of a cell helps nobody. */
    public static final int MAX_VALUE = 100;

    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        args = args == null ? List.of() : List.copyOf(args);
        if (value != null && value.codePointCount(0, value.length()) > MAX_VALUE) {
            value = value.substring(0, value.offsetByCodePoints(0, MAX_VALUE)) + "…";
        }
    }
}

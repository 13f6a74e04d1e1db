package org.chengxin.intake.boundary;

/**
 * How many rows of a lot wait for the supplier because of a rule.
 *
 * @param rule stable name
 * @param severity the gravest with which it was found
 * @param rows that are suspect or rejected
 * @param suggestions rows for which the rule has a suggestion
 */
public record RuleCount(String rule, String severity, int rows, int suggestions) {}

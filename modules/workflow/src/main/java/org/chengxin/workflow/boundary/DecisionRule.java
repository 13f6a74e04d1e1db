package org.chengxin.workflow.boundary;

/**
 * A row of a decision table.
 *
 * @param table such as {@code disclosure-period}
 * @param row its id, which records keep with what it decided
 * @param description what it says, in Chinese, as officials wrote it
 * @param maxMonths the longest period that it allows; null for none, and for tables about something else
 * @param minMonths the shortest period before repair; null likewise
 */
public record DecisionRule(String table, String row, String description, Integer minMonths, Integer maxMonths) {}

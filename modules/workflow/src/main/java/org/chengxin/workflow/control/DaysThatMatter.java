package org.chengxin.workflow.control;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * The days by which a decision table tells cases apart. Rules of time say from when on they hold, so that all days between
 * two such days are answered alike: to ask for one of them is to ask for all. A table that does more with a day than
 * compare it with days it names is not understood here, and each day of it stands for itself.
 */
final class DaysThatMatter {

    private static final Pattern DAY = Pattern.compile("date\\(\"(\\d{4}-\\d{2}-\\d{2})\"\\)");
    private static final Pattern COMPARISON = Pattern.compile("([<>=,\\-\\s\\[\\]()]|\\.\\.|null|not)*");

    private final NavigableSet<LocalDate> named = new TreeSet<>();
    private boolean understood = true;

    private DaysThatMatter() {}

    /**
     * @param dmn a model with one table
     * @param variable the input that is a day
     */
    static DaysThatMatter in(InputStream dmn, String variable) {
        DaysThatMatter days = new DaysThatMatter();
        for (DecisionTable table : Dmn.readModelFromStream(dmn).getModelElementsByType(DecisionTable.class)) {
            int column = 0;
            for (Input input : table.getInputs()) {
                String expression = input.getInputExpression().getText().getTextContent();
                if (expression.contains(variable)) {
                    days.understood &= expression.strip().equals("date(" + variable + ")");
                    for (Rule rule : table.getRules()) {
                        days.take(rule.getInputEntries().stream()
                                .skip(column)
                                .findFirst()
                                .orElseThrow()
                                .getText()
                                .getTextContent());
                    }
                }
                column++;
            }
            days.understood &= table.getRules().stream()
                    .flatMap(rule -> rule.getOutputEntries().stream())
                    .noneMatch(entry -> entry.getText().getTextContent().contains(variable));
        }
        return days;
    }

    private void take(String test) {
        Matcher day = DAY.matcher(test);
        while (day.find()) {
            named.add(LocalDate.parse(day.group(1)));
        }
        understood &= COMPARISON.matcher(DAY.matcher(test).replaceAll("")).matches();
    }

    /** A day that the table answers as it answers this one, the same for all that lie between the same two days. */
    LocalDate like(LocalDate day) {
        if (day == null || !understood || named.contains(day)) {
            return day;
        }
        LocalDate earlier = named.lower(day);
        LocalDate later = named.higher(day);
        if (earlier != null) {
            return earlier.plusDays(1);
        }
        return later == null ? LocalDate.EPOCH : later.minusDays(1);
    }
}

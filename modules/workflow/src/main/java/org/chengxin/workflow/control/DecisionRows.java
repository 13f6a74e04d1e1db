package org.chengxin.workflow.control;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.chengxin.workflow.boundary.DecisionRule;

/** Reads the rows of a decision table from its model. */
public final class DecisionRows {

    private DecisionRows() {}

    /**
     * The rows of a table, in its order.
     *
     * @param table id of the table, which is also the name of its file
     */
    public static List<DecisionRule> read(String table) {
        String resource = "decisions/" + table + ".dmn";
        InputStream in = DecisionRows.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The model " + resource + " is missing");
        }
        List<DecisionRule> rows = new ArrayList<>();
        for (DecisionTable found : Dmn.readModelFromStream(in).getModelElementsByType(DecisionTable.class)) {
            List<Output> outputs = List.copyOf(found.getOutputs());
            for (Rule rule : found.getRules()) {
                rows.add(new DecisionRule(
                        table,
                        rule.getId(),
                        rule.getDescription().getTextContent(),
                        months(outputs, rule, "minMonths"),
                        months(outputs, rule, "maxMonths")));
            }
        }
        return rows;
    }

    private static Integer months(List<Output> outputs, Rule rule, String name) {
        List<OutputEntry> entries = List.copyOf(rule.getOutputEntries());
        for (int i = 0; i < outputs.size(); i++) {
            String text = entries.get(i).getText().getTextContent().strip();
            if (outputs.get(i).getName().equals(name) && text.matches("\\d+")) {
                return Integer.valueOf(text);
            }
        }
        return null;
    }
}

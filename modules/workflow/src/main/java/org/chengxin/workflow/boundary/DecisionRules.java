package org.chengxin.workflow.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.workflow.control.DecisionRows;

/**
 * The rows of the decision tables in this version, for the question why something was decided so. What decided is kept
 * with the record by table and row; a row keeps its meaning, and one that was taken out of the table is not found here.
 */
@ApplicationScoped
public class DecisionRules {

    private static final List<String> TABLES =
            List.of("conduct-class", "disclosure-limit", "disclosure-period", "disclosure-scope");

    private final Map<String, DecisionRule> rules = new HashMap<>();

    public DecisionRules() {
        TABLES.forEach(table -> DecisionRows.read(table).forEach(rule -> rules.put(table + "#" + rule.row(), rule)));
    }

    /**
     * A row.
     *
     * @param key table and row such as {@code conduct-class#alert-serious}
     */
    public Optional<DecisionRule> find(String key) {
        return Optional.ofNullable(rules.get(key));
    }

    /** All rows of all tables. */
    public Collection<DecisionRule> all() {
        return List.copyOf(rules.values());
    }
}

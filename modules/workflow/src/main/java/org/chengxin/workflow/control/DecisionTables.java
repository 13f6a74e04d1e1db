package org.chengxin.workflow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.record.boundary.RecordDecisions;
import org.chengxin.record.entity.SupplierStatement;

/**
 * Asks the DMN tables. An answer depends on nothing but the inputs, and an evaluation costs milliseconds, so each
 * combination of inputs is asked once a start of the server.
 */
@ApplicationScoped
public class DecisionTables implements RecordDecisions {

    private static final int MOST_REMEMBERED = 50_000;

    @Inject
    DecisionService decisions;

    /** A table asked for every day of ten years would be asked ten thousand times for a dozen answers. */
    private final DaysThatMatter periodDays = DaysThatMatter.in(
            DecisionTables.class.getClassLoader().getResourceAsStream("decisions/disclosure-period.dmn"), "decidedOn");

    private final Map<Map<String, Object>, Map<String, Object>> answers = new ConcurrentHashMap<>();

    @Override
    public ConductClass conductClass(String sectionRule, SupplierStatement stated) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("itemRule", sectionRule);
        inputs.put("severity", name(stated.severity()));
        inputs.put("kind", stated.kind());
        Map<String, Object> answer = ask("conduct-class", inputs);
        return new ConductClass(
                Optional.ofNullable((String) answer.get("section")).map(Section::valueOf),
                rule("conduct-class", answer));
    }

    @Override
    public Period period(boolean negative, SupplierStatement stated, LocalDate decidedOn, boolean historic) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("negative", negative);
        inputs.put("severity", name(stated.severity()));
        inputs.put("regime", stated.regime());
        inputs.put("kind", stated.kind());
        LocalDate like = periodDays.like(decidedOn);
        inputs.put("decidedOn", like == null ? null : like.toString());
        inputs.put("historic", historic);
        Map<String, Object> answer = ask("disclosure-period", inputs);
        return new Period(
                Optional.ofNullable((Number) answer.get("maxMonths")).map(Number::intValue),
                Boolean.TRUE.equals(answer.get("unlimited")),
                rule("disclosure-period", answer));
    }

    @Override
    public Scope scope(String sectionRule, SupplierStatement stated) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("rowColumn", stated.scopeColumn());
        inputs.put("statedRow", name(stated.rowScope()));
        inputs.put("lotScope", name(stated.lotScope()));
        inputs.put("standingScope", name(stated.standingScope()));
        inputs.put("personalSubject", stated.personalSubject());
        Map<String, Object> answer = ask("disclosure-scope", inputs);
        if (!DisclosureScope.PUBLIC.name().equals(answer.get("scope"))) {
            return new Scope(scopeOf(answer), rule("disclosure-scope", answer));
        }
        inputs.clear();
        inputs.put("scope", answer.get("scope"));
        inputs.put("itemRule", sectionRule);
        inputs.put("regime", stated.regime());
        inputs.put("kind", stated.kind());
        Map<String, Object> limited = ask("disclosure-limit", inputs);
        boolean stands = DisclosureScope.PUBLIC.name().equals(limited.get("scope"));
        return new Scope(
                scopeOf(limited), stands ? rule("disclosure-scope", answer) : rule("disclosure-limit", limited));
    }

    /** A table that has no answer says what nobody said: withheld. */
    private static DisclosureScope scopeOf(Map<String, Object> answer) {
        Object scope = answer.get("scope");
        return scope == null ? DisclosureScope.UNDETERMINED : DisclosureScope.valueOf((String) scope);
    }

    private Map<String, Object> ask(String table, Map<String, Object> inputs) {
        Map<String, Object> key = new HashMap<>(inputs);
        key.put("", table);
        Map<String, Object> known = answers.get(key);
        if (known != null) {
            return known;
        }
        DmnDecisionRuleResult result = decisions
                .evaluateDecisionTableByKey(table)
                .variables(inputs)
                .evaluate()
                .getSingleResult();
        Map<String, Object> answer = result == null ? Map.of() : new HashMap<>(result.getEntryMap());
        if (answers.size() >= MOST_REMEMBERED) {
            answers.clear();
        }
        answers.put(key, answer);
        return answer;
    }

    /** Which row decided, and on what basis: kept with the record, shown where somebody asks why. */
    private static String rule(String table, Map<String, Object> answer) {
        Object row = answer.get("rule");
        Object citation = answer.get("citation");
        return table + "#" + (row == null ? "none" : row) + (citation == null ? "" : " " + citation);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}

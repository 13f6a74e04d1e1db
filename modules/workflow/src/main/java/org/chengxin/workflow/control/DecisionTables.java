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
import org.chengxin.kernel.Severity;
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

    private final Map<Map<String, Object>, Map<String, Object>> answers = new ConcurrentHashMap<>();

    @Override
    public ConductClass conductClass(String sectionRule, Severity severity) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("itemRule", sectionRule);
        inputs.put("severity", name(severity));
        Map<String, Object> answer = ask("conduct-class", inputs);
        return new ConductClass(
                Optional.ofNullable((String) answer.get("section")).map(Section::valueOf),
                rule("conduct-class", answer));
    }

    @Override
    public Period period(boolean negative, Severity severity, LocalDate decidedOn, boolean historic) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("negative", negative);
        inputs.put("severity", name(severity));
        inputs.put("decidedOn", decidedOn == null ? null : decidedOn.toString());
        inputs.put("historic", historic);
        Map<String, Object> answer = ask("disclosure-period", inputs);
        return new Period(
                Optional.ofNullable((Number) answer.get("maxMonths")).map(Number::intValue),
                Boolean.TRUE.equals(answer.get("unlimited")),
                rule("disclosure-period", answer));
    }

    @Override
    public Scope scope(SupplierStatement stated) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("rowColumn", stated.scopeColumn());
        inputs.put("statedRow", name(stated.rowScope()));
        inputs.put("lotScope", name(stated.lotScope()));
        inputs.put("standingScope", name(stated.standingScope()));
        inputs.put("personalSubject", stated.personalSubject());
        Map<String, Object> answer = ask("disclosure-scope", inputs);
        Object scope = answer.get("scope");
        // a table that has no answer says what nobody said: withheld
        return new Scope(
                scope == null ? DisclosureScope.UNDETERMINED : DisclosureScope.valueOf((String) scope),
                rule("disclosure-scope", answer));
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

package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.chengxin.kernel.DisclosureScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** disclosure-scope.dmn, row by row, and over all combinations that nothing is ever widened. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisclosureScopeTest extends DecisionTest {
    private static final List<String> STATEMENTS =
            Arrays.asList(null, "", "PUBLIC", "GOVERNMENT", "AUTHORISED", "UNDETERMINED", "everyone");
    private static final List<Boolean> ANSWERS = Arrays.asList(null, true, false);

    DisclosureScopeTest() {
        super("disclosure-scope");
    }

    @ParameterizedTest
    @CsvSource({
        // column, row, lot, standing, person -> scope, rule
        "true,  PUBLIC,       ,             ,             false, PUBLIC,       row-public",
        "true,  PUBLIC,       GOVERNMENT,   AUTHORISED,   false, PUBLIC,       row-public",
        "true,  PUBLIC,       ,             ,             true,  UNDETERMINED, row-public-of-person",
        "true,  PUBLIC,       ,             ,             ,      UNDETERMINED, row-public-of-person",
        "true,  GOVERNMENT,   PUBLIC,       PUBLIC,       false, GOVERNMENT,   row-government",
        "true,  GOVERNMENT,   ,             ,             true,  GOVERNMENT,   row-government",
        "true,  AUTHORISED,   PUBLIC,       PUBLIC,       false, AUTHORISED,   row-authorised",
        "true,  ,             PUBLIC,       PUBLIC,       false, UNDETERMINED, row-not-stated",
        "true,  '',           PUBLIC,       PUBLIC,       false, UNDETERMINED, row-not-stated",
        "true,  UNDETERMINED, PUBLIC,       PUBLIC,       false, UNDETERMINED, row-not-stated",
        "true,  公开,         ,             ,             false, UNDETERMINED, row-not-stated",
        "false, ,             PUBLIC,       GOVERNMENT,   false, PUBLIC,       lot-public",
        "false, '',           PUBLIC,       ,             false, PUBLIC,       lot-public",
        "false, ,             PUBLIC,       ,             true,  UNDETERMINED, lot-public-of-person",
        "false, ,             GOVERNMENT,   PUBLIC,       false, GOVERNMENT,   lot-government",
        "false, ,             AUTHORISED,   PUBLIC,       true,  AUTHORISED,   lot-authorised",
        "false, ,             UNDETERMINED, PUBLIC,       false, UNDETERMINED, lot-undetermined",
        "false, ,             everyone,     PUBLIC,       false, UNDETERMINED, lot-undetermined",
        "false, ,             ,             PUBLIC,       false, PUBLIC,       standing-public",
        "false, ,             '',           PUBLIC,       false, PUBLIC,       standing-public",
        "false, ,             ,             PUBLIC,       true,  UNDETERMINED, standing-public-of-person",
        "false, ,             ,             GOVERNMENT,   true,  GOVERNMENT,   standing-government",
        "false, ,             ,             AUTHORISED,   false, AUTHORISED,   standing-authorised",
        "false, ,             ,             ,             false, UNDETERMINED, nothing-stated",
        "false, ,             ,             UNDETERMINED, false, UNDETERMINED, nothing-stated",
        "false, PUBLIC,       PUBLIC,       PUBLIC,       false, UNDETERMINED, nothing-stated",
        ",      PUBLIC,       PUBLIC,       PUBLIC,       false, UNDETERMINED, nothing-stated"
    })
    void theNearestStatementCounts(
            Boolean column, String row, String lot, String standing, Boolean person, String scope, String rule) {
        DmnDecisionRuleResult result = decide(inputs(column, row, lot, standing, person));

        assertThat((String) result.getEntry("scope")).isEqualTo(scope);
        assertThat((String) result.getEntry("rule")).isEqualTo(rule);
    }

    @Test
    void nothingIsPublicThatWasNotStatedPublicOfAnOrganisation() {
        DmnEngine tables = RememberingFeel.tables();
        DmnDecision table =
                tables.parseDecision("disclosure-scope", ModelFiles.open("/decisions/disclosure-scope.dmn"));
        for (Boolean column : ANSWERS) {
            for (String row : STATEMENTS) {
                for (String lot : STATEMENTS) {
                    for (String standing : STATEMENTS) {
                        for (Boolean person : ANSWERS) {
                            String scope = tables.evaluateDecisionTable(
                                            table, inputs(column, row, lot, standing, person))
                                    .getSingleResult()
                                    .getEntry("scope");
                            String stated = nearest(column, row, lot, standing);
                            assertThat(scope).isIn(stated, DisclosureScope.UNDETERMINED.name());
                            if (scope.equals("PUBLIC")) {
                                assertThat(person).isFalse();
                                assertThat(column).isNotNull();
                            }
                        }
                    }
                }
            }
        }
    }

    private static String nearest(Boolean column, String row, String lot, String standing) {
        if (Boolean.TRUE.equals(column)) {
            return row;
        }
        return lot != null && !lot.isEmpty() ? lot : standing;
    }

    private static Map<String, Object> inputs(Boolean column, String row, String lot, String standing, Boolean person) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("rowColumn", column);
        inputs.put("statedRow", row);
        inputs.put("lotScope", lot);
        inputs.put("standingScope", standing);
        inputs.put("personalSubject", person);
        return inputs;
    }
}

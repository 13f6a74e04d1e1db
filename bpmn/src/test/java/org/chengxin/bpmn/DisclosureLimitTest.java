package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.chengxin.kernel.DisclosureScope;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** disclosure-limit.dmn, row by row; it narrows and never widens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisclosureLimitTest extends DecisionTest {

    DisclosureLimitTest() {
        super("disclosure-limit");
    }

    @ParameterizedTest
    @CsvSource({
        "BY_GRADE,    ,                      A,    PUBLIC,       highest-grade",
        "BY_GRADE,    ,                      B,    GOVERNMENT,   lower-grade",
        "BY_GRADE,    ,                      D,    GOVERNMENT,   lower-grade",
        "BY_GRADE,    ,                      ,     GOVERNMENT,   lower-grade",
        "BY_SEVERITY, MARKET_SUPERVISION,    警告, GOVERNMENT,   market-warning",
        "BY_SEVERITY, MARKET_SUPERVISION,    罚款, PUBLIC,       no-limit",
        "BY_SEVERITY, ,                      警告, PUBLIC,       no-limit",
        "BY_SEVERITY, FINANCIAL_SUPERVISION, 罚款, UNDETERMINED, officer-first",
        "IDENTITY,    ,                      ,     PUBLIC,       no-limit"
    })
    void whatIsStatedAsPublicMayBeLimited(String itemRule, String regime, String kind, String scope, String rule) {
        DmnDecisionRuleResult row = decide(inputs("PUBLIC", itemRule, regime, kind));

        assertThat((String) row.getEntry("scope")).isEqualTo(scope);
        assertThat((String) row.getEntry("rule")).isEqualTo(rule);
    }

    @ParameterizedTest
    @EnumSource(value = DisclosureScope.class, names = "PUBLIC", mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotStatedAsPublicStaysAsItWasStated(DisclosureScope stated) {
        for (String regime : new String[] {null, "MARKET_SUPERVISION", "FINANCIAL_SUPERVISION"}) {
            for (String grade : new String[] {null, "A", "D", "警告"}) {
                DmnDecisionRuleResult row = decide(inputs(stated.name(), "BY_GRADE", regime, grade));
                assertThat((String) row.getEntry("scope")).isEqualTo(stated.name());
            }
        }
    }

    private static Map<String, Object> inputs(String scope, String itemRule, String regime, String kind) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("scope", scope);
        inputs.put("itemRule", itemRule);
        inputs.put("regime", regime);
        inputs.put("kind", kind);
        return inputs;
    }
}

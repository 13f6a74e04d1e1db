package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.Severity;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** conduct-class.dmn, row by row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConductClassTest extends DecisionTest {

    ConductClassTest() {
        super("conduct-class");
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY,            , IDENTITY, identity-by-item",
        "IDENTITY,    SERIOUS , IDENTITY, identity-by-item",
        "GOOD,                , GOOD,     good-by-item",
        "GOOD,        ORDINARY, GOOD,     good-by-item",
        "OTHER,               , OTHER,    other-by-item",
        "BY_SEVERITY, MINOR   , WARNING,  warning-minor",
        "BY_SEVERITY, ORDINARY, WARNING,  warning-ordinary",
        "BY_SEVERITY, SERIOUS , ALERT,    alert-serious",
        "BY_SEVERITY, GRAVE   ,         , person-grave",
        "BY_SEVERITY,         ,         , person-not-stated",
        "BY_SEVERITY, ''      ,         , person-not-stated",
        "BY_SEVERITY, 严重    ,         , person-not-stated",
        "           , ORDINARY,         , person-not-stated",
        "UNHEARD_OF , SERIOUS ,         , person-not-stated"
    })
    void theSectionFollowsTheItemAndThenWhatTheSupplierStates(
            String itemRule, String severity, String section, String rule) {
        DmnDecisionRuleResult row = classify(itemRule, severity);

        assertThat((String) row.getEntry("section")).isEqualTo(section);
        assertThat((String) row.getEntry("rule")).isEqualTo(rule);
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void everySeverityTheSystemReadsHasARowOfItsOwn(Severity severity) {
        DmnDecisionRuleResult row = classify("BY_SEVERITY", severity.name());

        assertThat((String) row.getEntry("rule")).isNotEqualTo("person-not-stated");
        if (row.getEntry("section") != null) {
            assertThat(Section.valueOf(row.getEntry("section"))).isIn(Section.WARNING, Section.ALERT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A, GOOD, good-by-grade",
        "B, OTHER, other-by-grade",
        "D, OTHER, other-by-grade",
        ", OTHER, other-by-grade"
    })
    void onlyTheHighestGradeIsGoodConduct(String grade, String section, String rule) {
        DmnDecisionRuleResult row = decide(inputs("BY_GRADE", null, grade));

        assertThat((String) row.getEntry("section")).isEqualTo(section);
        assertThat((String) row.getEntry("rule")).isEqualTo(rule);
    }

    private DmnDecisionRuleResult classify(String itemRule, String severity) {
        return decide(inputs(itemRule, severity, null));
    }

    private static Map<String, Object> inputs(String itemRule, String severity, String kind) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("itemRule", itemRule);
        inputs.put("severity", severity);
        inputs.put("kind", kind);
        return inputs;
    }
}

package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** disclosure-period.dmn, row by row, and on both sides of every date on which the rules change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisclosurePeriodTest extends DecisionTest {

    DisclosurePeriodTest() {
        super("disclosure-period");
    }

    @ParameterizedTest
    @CsvSource({
        // decided on, severity -> shortest, longest in months, rule
        "2027-02-28, MINOR,     0,  3, order-36-minor",
        "2026-04-01, MINOR,     0,  3, order-36-minor",
        "2026-04-01, ORDINARY,  3, 12, order-36-ordinary",
        "2026-04-01, GRAVE,     3, 12, order-36-grave",
        "2026-04-01, SERIOUS,  12, 36, order-36-serious",
        "2026-04-01, ,          0,  3, order-36-not-stated",
        "2026-04-01, '',        0,  3, order-36-not-stated",
        "2026-03-31, MINOR,     3, 36, order-58",
        "2026-03-31, ORDINARY,  3, 36, order-58",
        "2026-03-31, SERIOUS,   3, 36, order-58",
        "2025-06-22, ,          3, 36, order-58",
        "2023-05-01, ORDINARY,  3, 36, order-58",
        "2023-05-01, GRAVE,     3, 36, order-58",
        "2023-04-30, SERIOUS,   6, 36, notice-527-serious",
        "2023-04-30, ORDINARY,  3, 12, notice-527-ordinary",
        "2023-04-30, MINOR,     3, 12, notice-527-ordinary",
        "2023-04-30, GRAVE,     3, 12, notice-527-ordinary",
        "2023-04-30, ,          3, 12, notice-527-ordinary",
        "2003-11-11, SERIOUS,   6, 36, notice-527-serious"
    })
    void theRulesOfTheDayOfTheDecisionCount(String decidedOn, String severity, int min, int max, String rule) {
        for (boolean historic : new boolean[] {false, true}) {
            assertPeriod(decide(inputs(true, severity, decidedOn, historic)), min, max, false, rule);
            assertPeriod(decide(inputs(true, severity, LocalDate.parse(decidedOn), historic)), min, max, false, rule);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // decided on, severity, kind -> longest in months, rule
        "2021-09-01, SERIOUS,  警告,     3, market-reprimand",
        "2026-11-20, ,         通报批评, 3, market-reprimand",
        "2021-09-01, MINOR,    罚款,     3, market-small-fine",
        "2026-04-01, MINOR,    罚款,     3, market-small-fine",
        "2026-04-01, ORDINARY, 罚款,    12, order-36-ordinary",
        "2026-03-31, ORDINARY, 罚款,    36, order-58",
        "2021-08-31, MINOR,    警告,    12, notice-527-ordinary"
    })
    void marketSupervisionHasARuleOfItsOwnForWhatIsSmall(
            String decidedOn, String severity, String kind, int max, String rule) {
        Map<String, Object> inputs = inputs(true, severity, decidedOn, false);
        inputs.put("regime", "MARKET_SUPERVISION");
        inputs.put("kind", kind);
        DmnDecisionRuleResult row = decide(inputs);

        assertThat(((Number) row.getEntry("maxMonths")).intValue()).isEqualTo(max);
        assertThat((String) row.getEntry("rule")).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"2026-04-01, SERIOUS", "2010-01-01, ", ", "})
    void whatIsNotNegativeHasNoEnd(String decidedOn, String severity) {
        assertPeriod(decide(inputs(false, severity, decidedOn, false)), null, null, true, "not-negative");
    }

    @Test
    void withoutADayOfDecisionThereIsNoPeriodAndThatIsNotTheSameAsNoEnd() {
        assertPeriod(decide(inputs(true, "SERIOUS", null, true)), null, null, false, "historic-undated");
        assertPeriod(decide(inputs(true, "SERIOUS", null, false)), null, null, false, "undated");
        assertPeriod(decide(inputs(true, null, null, null)), null, null, false, "undated");
    }

    @Test
    void whereItIsUnknownWhetherItIsNegativeThereIsNoPeriod() {
        assertPeriod(decide(inputs(null, "SERIOUS", "2026-04-01", false)), null, null, false, "unknown");
    }

    private static void assertPeriod(
            DmnDecisionRuleResult row, Integer min, Integer max, boolean unlimited, String rule) {
        assertThat((String) row.getEntry("rule")).isEqualTo(rule);
        assertThat((Integer) row.getEntry("minMonths")).isEqualTo(min);
        assertThat((Integer) row.getEntry("maxMonths")).isEqualTo(max);
        assertThat((Boolean) row.getEntry("unlimited")).isEqualTo(unlimited);
    }

    private static Map<String, Object> inputs(Boolean negative, String severity, Object decidedOn, Boolean historic) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("negative", negative);
        inputs.put("severity", severity);
        inputs.put("decidedOn", decidedOn);
        inputs.put("historic", historic);
        inputs.put("regime", null);
        inputs.put("kind", null);
        return inputs;
    }
}

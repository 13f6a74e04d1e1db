package org.chengxin.workflow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;

class DaysThatMatterTest {

    @Test
    void days_between_two_that_a_rule_names_are_one() {
        DaysThatMatter days =
                days("date(decidedOn)", ">= date(\"2023-05-01\")", "[date(\"2021-09-01\")..date(\"2023-05-01\"))", "-");

        assertThat(days.like(day("2024-02-29"))).isEqualTo(days.like(day("2030-01-01")));
        assertThat(days.like(day("2022-01-01"))).isEqualTo(days.like(day("2023-04-30")));
        assertThat(days.like(day("1999-01-01"))).isEqualTo(days.like(day("2021-08-31")));
        assertThat(days.like(day("2021-08-31"))).isBefore(day("2021-09-01"));
        assertThat(days.like(day("2022-06-01"))).isBetween(day("2021-09-02"), day("2023-04-30"));
        assertThat(days.like(day("2024-01-01"))).isAfter(day("2023-05-01"));
    }

    @Test
    void a_day_that_a_rule_names_stands_for_itself_and_no_day_for_none() {
        DaysThatMatter days = days("date(decidedOn)", "> date(\"2023-05-01\")", "null");

        assertThat(days.like(day("2023-05-01"))).isEqualTo(day("2023-05-01"));
        assertThat(days.like(null)).isNull();
    }

    @Test
    void what_does_more_than_compare_is_left_alone() {
        assertThat(days("date(decidedOn)", "< today()").like(day("2023-05-02"))).isEqualTo(day("2023-05-02"));
        assertThat(days("date(decidedOn).year", "> 2023").like(day("2023-05-02")))
                .isEqualTo(day("2023-05-02"));
        assertThat(days("date(decidedOn)", "< date(\"2023-05-01\") + duration(\"P1Y\")")
                        .like(day("2023-05-02")))
                .isEqualTo(day("2023-05-02"));
    }

    /** The table itself, asked for days on both sides of those it names and for the days that stand for them. */
    @Test
    void the_table_of_periods_answers_for_a_day_as_for_the_one_that_stands_for_it() {
        DaysThatMatter days = DaysThatMatter.in(periods(), "decidedOn");
        assertThat(days.like(day("2024-02-02"))).isEqualTo(days.like(day("2024-02-03")));

        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        DmnDecision table = engine.parseDecision("disclosure-period", periods());
        for (LocalDate day = day("2020-12-17"); day.isBefore(day("2026-07-01")); day = day.plusDays(15)) {
            for (LocalDate near :
                    List.of(day, day.withDayOfMonth(1), day.withDayOfMonth(1).minusDays(1))) {
                for (String severity : new String[] {"MINOR", "SERIOUS", null}) {
                    for (String regime : new String[] {"MARKET_SUPERVISION", null}) {
                        assertThat(ask(engine, table, severity, regime, near))
                                .as("%s %s %s", severity, regime, near)
                                .isEqualTo(ask(engine, table, severity, regime, days.like(near)));
                    }
                }
            }
        }
    }

    private static Map<String, Object> ask(
            DmnEngine engine, DmnDecision table, String severity, String regime, LocalDate day) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("negative", true);
        inputs.put("severity", severity);
        inputs.put("regime", regime);
        inputs.put("kind", "警告");
        inputs.put("decidedOn", day.toString());
        inputs.put("historic", false);
        return engine.evaluateDecisionTable(table, inputs).getSingleResult().getEntryMap();
    }

    private static InputStream periods() {
        return DaysThatMatter.class.getClassLoader().getResourceAsStream("decisions/disclosure-period.dmn");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static DaysThatMatter days(String expression, String... tests) {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < tests.length; i++) {
            rules.append("<rule id='r").append(i).append("'><inputEntry id='s").append(i);
            rules.append("'><text>-</text></inputEntry><inputEntry id='e")
                    .append(i)
                    .append("'><text><![CDATA[");
            rules.append(tests[i])
                    .append("]]></text></inputEntry><outputEntry id='o")
                    .append(i);
            rules.append("'><text>1</text></outputEntry></rule>");
        }
        String dmn = "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='n'>"
                + "<decision id='t' name='t'><decisionTable id='table'>"
                + "<input id='i0'><inputExpression id='x0'><text>severity</text></inputExpression></input>"
                + "<input id='i1'><inputExpression id='x1'><text>" + expression + "</text></inputExpression></input>"
                + "<output id='o' name='months'/>" + rules + "</decisionTable></decision></definitions>";
        return DaysThatMatter.in(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)), "decidedOn");
    }
}

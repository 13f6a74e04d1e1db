package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How every decision table of this module is written. */
class DecisionModelRulesTest {
    private static final String CHINESE = "(?s).*\\p{IsHan}.*";

    static List<String> decisions() {
        return ModelFiles.decisions();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionIsNamedVersionedAndDrawn(String file) throws IOException {
        Decision decision = only(file, Decision.class);
        String text = new String(ModelFiles.open("/decisions/" + file).readAllBytes(), StandardCharsets.UTF_8);

        assertThat(file).isEqualTo(decision.getId() + ".dmn");
        assertThat(decision.getName()).matches(CHINESE);
        assertThat(decision.getVersionTag()).isNotBlank();
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
        assertThat(decision.getDescription().getTextContent()).matches(CHINESE);
        assertThat(text).contains("dmnElementRef=\"" + decision.getId() + "\"");
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyColumnAndRowSaysInChineseWhatItIs(String file) {
        DecisionTable table = only(file, DecisionTable.class);

        assertThat(table.getInputs()).extracting(Input::getLabel).allMatch(label -> label.matches(CHINESE));
        assertThat(table.getOutputs()).extracting(Output::getLabel).allMatch(label -> label.matches(CHINESE));
        assertThat(table.getOutputs()).extracting(Output::getName).contains("rule", "citation");
        assertThat(table.getRules()).allSatisfy(rule -> {
            assertThat(rule.getId()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
            assertThat(rule.getDescription().getTextContent()).matches(CHINESE);
        });
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void theRuleThatIsKeptWithARecordIsTheIdOfTheRow(String file) {
        DecisionTable table = only(file, DecisionTable.class);
        int column = List.copyOf(table.getOutputs()).stream()
                .map(Output::getName)
                .toList()
                .indexOf("rule");
        for (Rule rule : table.getRules()) {
            String named = List.copyOf(rule.getOutputEntries()).get(column).getTextContent();
            assertThat(named.strip()).isEqualTo('"' + rule.getId() + '"');
        }
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> T only(
            String file, Class<T> type) {
        return ModelFiles.decision(file).getModelElementsByType(type).iterator().next();
    }
}

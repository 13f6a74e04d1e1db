package org.chengxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StockEngineTest {

    @Test
    void every_step_that_works_becomes_a_job_and_nothing_else() {
        String model = """
                <bpmn:startEvent id="A"/><bpmn:serviceTask id="B" x="1"/><bpmn:businessRuleTask id="C"/><bpmn:userTask id="D"/>
                """;

        assertThat(StockEngine.everyStepAJob(model)).isEqualToIgnoringWhitespace("""
                <bpmn:startEvent id="A"/><bpmn:serviceTask camunda:asyncBefore="true" id="B" x="1"/>
                <bpmn:businessRuleTask camunda:asyncBefore="true" id="C"/><bpmn:userTask id="D"/>
                """);
    }
}

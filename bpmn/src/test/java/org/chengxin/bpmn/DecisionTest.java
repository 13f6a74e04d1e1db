package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A decision table on the engine that runs it in the server; at the end every rule of it must have decided something. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DecisionTest {
    private final String decision;
    private final Set<String> decided = new HashSet<>();
    private final DecisionService decisions = EngineInMemory.get().getDecisionService();
    private String deployment;

    DecisionTest(String decision) {
        this.decision = decision;
    }

    private String resource() {
        return "decisions/" + decision + ".dmn";
    }

    @BeforeAll
    void deploy() {
        deployment = EngineInMemory.get()
                .getRepositoryService()
                .createDeployment()
                .addClasspathResource(resource())
                .deploy()
                .getId();
    }

    @AfterAll
    void everyRuleWasTested() {
        EngineInMemory.get().getRepositoryService().deleteDeployment(deployment, true);
        DmnModelInstance model =
                Dmn.readModelFromStream(getClass().getClassLoader().getResourceAsStream(resource()));
        Set<String> rules = new TreeSet<>();
        model.getModelElementsByType(Rule.class).forEach(rule -> rules.add(rule.getId()));
        assertThat(decided).as("rules that decided").containsExactlyInAnyOrderElementsOf(rules);
    }

    /** The row that decides; every row names its rule and what the rule rests on. */
    DmnDecisionRuleResult decide(Map<String, Object> inputs) {
        DmnDecisionRuleResult result =
                decisions.evaluateDecisionTableByKey(decision, inputs).getSingleResult();
        decided.add(result.getEntry("rule"));
        assertThat((String) result.getEntry("citation")).isNotBlank();
        return result;
    }
}

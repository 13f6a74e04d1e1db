package org.chengxin.bpmn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The expression language of the server's engine, asked only once about the same cell and the same value: reading a
 * cell costs far more than deciding a table, and over all combinations of inputs the same few questions come back
 * thousands of times. Right only as long as a cell looks at nothing but its own input, so any other cell is refused.
 */
final class RememberingFeel implements FeelEngine {
    private static final String LITERAL = "true|false|null|\"[^\"]*\"";
    private static final String LITERALS = "(" + LITERAL + ")(, (" + LITERAL + "))*";
    private static final String ANY_OR_LITERALS = "-|" + LITERALS + "|not\\(" + LITERALS + "\\)";
    private static final String NAME_OR_LITERAL = "[a-z][A-Za-z]*|" + LITERAL;

    private final Map<List<Object>, Object> answers = new HashMap<>();
    private final FeelEngine engine;

    private RememberingFeel(FeelEngine engine) {
        this.engine = engine;
    }

    /** An engine for decision tables alone, without the commands and transactions of a process engine around it. */
    static DmnEngine tables() {
        ProcessEngineConfigurationImpl server =
                (ProcessEngineConfigurationImpl) EngineInMemory.get().getProcessEngineConfiguration();
        FeelEngine feel = ((DefaultDmnEngineConfiguration) server.getDmnEngine().getConfiguration()).getFeelEngine();
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(() -> new RememberingFeel(feel));
        return configuration.buildEngine();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext inputs) {
        return (T) remembered(
                NAME_OR_LITERAL,
                expression,
                inputs.resolve(expression),
                () -> engine.evaluateSimpleExpression(expression, inputs));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext inputs) {
        return (boolean) remembered(
                ANY_OR_LITERALS,
                cell,
                inputs.resolve(input),
                () -> engine.evaluateSimpleUnaryTests(cell, input, inputs));
    }

    private Object remembered(String allowed, String text, TypedValue value, Supplier<Object> question) {
        if (!text.matches(allowed)) {
            throw new IllegalArgumentException("looks at more than its own input: " + text);
        }
        List<Object> key = Arrays.asList(allowed, text, value == null ? null : value.getValue());
        if (!answers.containsKey(key)) {
            answers.put(key, question.get());
        }
        return answers.get(key);
    }
}

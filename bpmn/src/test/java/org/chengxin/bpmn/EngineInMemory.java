package org.chengxin.bpmn;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;

/** One engine for all tests of this module, since starting one costs more than a test; jobs run only by hand. */
final class EngineInMemory {
    private static final ProcessEngine ENGINE = start();

    private EngineInMemory() {}

    static ProcessEngine get() {
        return ENGINE;
    }

    private static ProcessEngine start() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:models");
        configuration.setDatabaseSchemaUpdate("create-drop");
        configuration.setHistory("activity");
        configuration.setJobExecutorActivate(false);
        configuration.setCmmnEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setExpressionManager(new MockExpressionManager());
        return configuration.buildProcessEngine();
    }
}

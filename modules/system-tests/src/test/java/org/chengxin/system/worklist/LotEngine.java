package org.chengxin.system.worklist;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.chengxin.workflow.control.Decision;
import org.chengxin.workflow.control.TaskNotices;
import org.chengxin.workflow.control.Worklist;
import org.chengxin.workflow.delegate.Variables;
import org.chengxin.workflow.engine.TaskTimers;
import org.chengxin.workflow.engine.WorklistParseListener;

/**
 * The engine with the real models of lots and of periods that end. The steps of a lot do nothing to rows, which it has
 * none of here; what its decision leads to is written to the table {@code effect}.
 */
final class LotEngine {

    private static final AtomicInteger ENGINES = new AtomicInteger();

    private final Transactions transactions;
    private final Worklist worklist;
    private final TaskNotices notices;

    LotEngine(Transactions transactions, Worklist worklist, TaskNotices notices) {
        this.transactions = transactions;
        this.worklist = worklist;
        this.notices = notices;
    }

    /** Another one on the same database; the caller closes it. */
    ProcessEngine start(TaskTimers timers) throws Exception {
        ProcessEngine engine = transactions.call(() -> configuration(timers).buildProcessEngine());
        transactions.call(() -> engine.getRepositoryService()
                .createDeployment()
                .name("chengxin")
                .enableDuplicateFiltering(true)
                .addClasspathResource("processes/submission.bpmn")
                .addClasspathResource("processes/period-end.bpmn")
                .deploy());
        return engine;
    }

    private StandaloneProcessEngineConfiguration configuration(TaskTimers timers) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("office-" + ENGINES.incrementAndGet());
        configuration.setDataSource(transactions.dataSource());
        configuration.setTransactionsExternallyManaged(true);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setDatabaseType("postgres");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setHistory("none");
        configuration.setJobExecutorActivate(false);
        configuration.setCmmnEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setBeans(Map.ofEntries(
                step("checkRows", lot -> {
                    lot.setVariable(Variables.ROWS_LEFT, false);
                    lot.setVariable(Variables.ACCEPTED, true);
                    lot.setVariable(Variables.REVIEWED, false);
                    lot.setVariable(Variables.PARTS, 1);
                }),
                step("openReview", lot -> {}),
                step("approveLot", this::effect),
                step("returnLot", this::effect),
                step("admitRecords", lot -> lot.setVariableLocal(Variables.RECORDS_LEFT, false)),
                step("closeLot", lot -> lot.setVariable(Variables.ROWS_SETTLED, false)),
                step("rematchRows", lot -> lot.setVariable(Variables.REMATCH_LEFT, false)),
                step("remindOwners", lot -> notices.remind(lot.getProcessInstanceId())),
                step("escalateTask", lot -> notices.escalate(lot.getProcessInstanceId())),
                Map.entry("taskTimers", timers)));
        configuration.setCustomPreBPMNParseListeners(
                new ArrayList<>(List.of(Injected.into(new WorklistParseListener(), worklist))));
        return configuration;
    }

    private static Map.Entry<Object, Object> step(String name, JavaDelegate does) {
        return Map.entry(name, does);
    }

    /** What a decision leads to, as the process knows it. */
    private void effect(DelegateExecution lot) throws SQLException {
        Decision decision = worklist.decision((String) lot.getVariable(Variables.DECISION_TASK));
        try (Connection connection = transactions.dataSource().getConnection()) {
            OtherModules.writeEffect(connection, lot.getProcessBusinessKey(), decision);
        }
    }
}

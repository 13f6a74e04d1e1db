package org.chengxin.bench;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/** The engine of the application with its stock settings, by itself and not in the application. */
final class CamundaTasks implements EngineTasks {

    private final ProcessEngine engine;

    CamundaTasks(BareDatabase database) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUrl(database.url());
        configuration.setJdbcUsername(database.user());
        configuration.setJdbcPassword(database.password());
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "one-task.bpmn",
                        EngineTasks.model("http://camunda.org/schema/1.0/bpmn", "engine:historyTimeToLive=\"P30D\""))
                .deploy();
    }

    @Override
    public void start(int from, int count) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            for (int i = from; i < from + count; i++) {
                engine.getRuntimeService().startProcessInstanceByKey(PROCESS, "R" + i, EngineTasks.variables(i));
            }
            return null;
        });
    }

    @Override
    public List<String> page(int first, int most) {
        return group().orderByDueDate().asc().orderByTaskId().asc().listPage(first, most).stream()
                .map(Task::getId)
                .toList();
    }

    private TaskQuery group() {
        return engine.getTaskService().createTaskQuery().taskCandidateGroup(GROUP);
    }

    @Override
    public long open() {
        return group().includeAssignedTasks().count();
    }

    @Override
    public long mine(String user) {
        return engine.getTaskService().createTaskQuery().taskAssignee(user).count();
    }

    @Override
    public long overdue() {
        return group().includeAssignedTasks().dueBefore(new Date()).count();
    }

    @Override
    public void claim(String task, String user) {
        engine.getTaskService().claim(task, user);
    }

    @Override
    public void complete(String task) {
        engine.getTaskService().complete(task, DECISION);
    }

    @Override
    public void close() {
        engine.close();
    }
}

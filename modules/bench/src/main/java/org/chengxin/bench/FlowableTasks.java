package org.chengxin.bench;

import java.util.Date;
import java.util.List;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskQuery;

/** Another engine of the same descent, with its stock settings. */
final class FlowableTasks implements EngineTasks {

    private final ProcessEngine engine;

    FlowableTasks(BareDatabase database) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUrl(database.url());
        configuration.setJdbcUsername(database.user());
        configuration.setJdbcPassword(database.password());
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setAsyncExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("one-task.bpmn", EngineTasks.model("http://flowable.org/bpmn", ""))
                .deploy();
    }

    @Override
    public void start(int from, int count) {
        engine.getManagementService().executeCommand(context -> {
            for (int i = from; i < from + count; i++) {
                engine.getRuntimeService().startProcessInstanceByKey(PROCESS, "R" + i, EngineTasks.variables(i));
            }
            return null;
        });
    }

    @Override
    public List<String> page(int first, int most) {
        return group().orderByTaskDueDate().asc().orderByTaskId().asc().listPage(first, most).stream()
                .map(Task::getId)
                .toList();
    }

    private TaskQuery group() {
        return engine.getTaskService().createTaskQuery().taskCandidateGroup(GROUP);
    }

    @Override
    public long open() {
        return group().ignoreAssigneeValue().count();
    }

    @Override
    public long mine(String user) {
        return engine.getTaskService().createTaskQuery().taskAssignee(user).count();
    }

    @Override
    public long overdue() {
        return group().ignoreAssigneeValue().taskDueBefore(new Date()).count();
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

package org.chengxin.workflow.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * What the engine writes down of itself: instances, activities and tasks of the processes that people work in, and
 * every failure; nothing of {@code CreditRecord}, of which there are millions and whose story is in our own append-only
 * events (docs/adr/0004). Written into the database at the first start: a change later needs a migration.
 */
class LegalHistory implements HistoryLevel {

    private static final String SILENT = "CreditRecord:";

    @Override
    public int getId() {
        return 26;
    }

    @Override
    public String getName() {
        return "chengxin";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        if (isFailure(type)) {
            return true;
        }
        if (!isCourse(type)) {
            return false;
        }
        String definition = definitionOf(entity);
        return definition == null || !definition.startsWith(SILENT);
    }

    private static boolean isFailure(HistoryEventType type) {
        return type.equals(HistoryEventTypes.INCIDENT_CREATE)
                || type.equals(HistoryEventTypes.INCIDENT_RESOLVE)
                || type.equals(HistoryEventTypes.INCIDENT_DELETE)
                || type.equals(HistoryEventTypes.JOB_FAIL);
    }

    private static boolean isCourse(HistoryEventType type) {
        String kind = type.getEntityType();
        return kind.equals("process-instance") || kind.equals("activity-instance") || kind.equals("task-instance");
    }

    private static String definitionOf(Object entity) {
        if (entity instanceof ExecutionEntity execution) {
            return execution.getProcessDefinitionId();
        }
        if (entity instanceof TaskEntity task) {
            return task.getProcessDefinitionId();
        }
        return null;
    }
}

package org.chengxin.workflow.control;

import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * What a model says about a user task.
 *
 * @param ownerRole the role whose people own it, in the organisation that its record or lot belongs to
 * @param dueRule id of a rule of the legal clock; null for no deadline
 * @param form id of its form
 */
public record TaskKind(String ownerRole, String dueRule, String form) {

    /** A property of a task as the model has it; null where it has none. */
    static String property(UserTask task, String name) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }
}

package org.chengxin.workflow.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.chengxin.workflow.control.TaskKind;
import org.chengxin.workflow.control.Worklist;

/** Gives every user task of every model its row in the worklist, so that no model can forget it. */
@ApplicationScoped
public class WorklistParseListener extends AbstractBpmnParseListener {

    @Inject
    Worklist worklist;

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        TaskKind kind = new TaskKind(
                required(element, "ownerRole"),
                property(element, "dueRule"),
                element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef"));
        TaskListener opened = task -> worklist.open(
                kind,
                task.getId(),
                task.getProcessDefinitionId()
                        .substring(0, task.getProcessDefinitionId().indexOf(':')),
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                task.getExecution().getProcessBusinessKey());
        definition.addTaskListener(TaskListener.EVENTNAME_CREATE, opened);
        definition.addTaskListener(TaskListener.EVENTNAME_DELETE, task -> worklist.cancel(task.getId()));
    }

    private static String required(Element task, String name) {
        String value = property(task, name);
        if (value == null) {
            throw new IllegalStateException("user task " + task.attribute("id") + " has no property " + name);
        }
        return value;
    }

    private static String property(Element task, String name) {
        Element extensions = task.element("extensionElements");
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties == null) {
            return null;
        }
        for (Element property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
            if (name.equals(property.attribute("name"))) {
                return property.attribute("value");
            }
        }
        return null;
    }
}

package org.chengxin.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/**
 * All ways through a process model, each flow taken at most twice, so that loops are walked and still end. Whatever a
 * boundary event leads to is walked both from before and from after the step it sits on.
 */
final class RecordPaths {
    private static final int TIMES_ROUND_A_LOOP = 2;

    private final List<List<FlowNode>> paths = new ArrayList<>();
    private final BpmnModelInstance model;

    private RecordPaths(BpmnModelInstance model) {
        this.model = model;
    }

    /** The paths from every start event to where they end. */
    static List<List<FlowNode>> of(BpmnModelInstance model) {
        RecordPaths walk = new RecordPaths(model);
        model.getModelElementsByType(StartEvent.class)
                .forEach(start -> walk.walk(start, new ArrayList<>(), new HashMap<>()));
        return walk.paths;
    }

    /** The transition of the record's state that a step asks for, as its property says. */
    static Optional<String> transition(FlowNode node) {
        if (node.getExtensionElements() == null) {
            return Optional.empty();
        }
        return node.getExtensionElements().getElementsQuery().list().stream()
                .flatMap(element -> element.getDomElement().getChildElements().stream())
                .filter(element -> "property".equals(element.getLocalName()))
                .filter(element -> "recordTransition".equals(element.getAttribute("name")))
                .map(element -> element.getAttribute("value"))
                .findFirst();
    }

    private void walk(FlowNode node, List<FlowNode> before, Map<String, Integer> taken) {
        List<FlowNode> path = new ArrayList<>(before);
        path.add(node);
        if (node instanceof Activity) {
            for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
                if (event.getAttachedTo().equals(node)) {
                    walk(event, before, taken);
                    walk(event, path, taken);
                }
            }
        }
        if (node.getOutgoing().isEmpty()) {
            paths.add(path);
        }
        for (SequenceFlow flow : node.getOutgoing()) {
            int times = taken.getOrDefault(flow.getId(), 0);
            if (times < TIMES_ROUND_A_LOOP) {
                Map<String, Integer> counted = new HashMap<>(taken);
                counted.put(flow.getId(), times + 1);
                walk(flow.getTarget(), path, counted);
            }
        }
    }
}

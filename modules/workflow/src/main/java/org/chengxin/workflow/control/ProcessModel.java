package org.chengxin.workflow.control;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.chengxin.workflow.boundary.ProcessDiagram;
import org.chengxin.workflow.boundary.ProcessDiagram.Box;
import org.chengxin.workflow.boundary.ProcessDiagram.Kind;
import org.chengxin.workflow.boundary.ProcessDiagram.Point;

/** A process model as it is drawn and walked through, read once from its file. */
public final class ProcessModel {

    private static final int MARGIN = 12;

    /**
     * A flow and where it leads.
     *
     * @param from id of the element it leaves
     * @param to id of the element it enters
     */
    record Edge(String id, String from, String to) {}

    private final List<ProcessDiagram.Node> nodes = new ArrayList<>();
    private final List<ProcessDiagram.Flow> flows = new ArrayList<>();
    private final Map<String, ProcessDiagram.Node> byId = new HashMap<>();
    private final Map<String, List<Edge>> leaving = new HashMap<>();
    /** The event that can interrupt a step. */
    private final Map<String, String> onBorder = new HashMap<>();
    /** What a step does with a record, as its model says. */
    private final Map<String, String> transitions = new HashMap<>();

    private String start;
    private Box view;

    private ProcessModel() {}

    /**
     * Reads a model.
     *
     * @param resource of the class path, such as {@code processes/credit-record.bpmn}
     */
    public static ProcessModel read(String resource) {
        InputStream in = ProcessModel.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The model " + resource + " is missing");
        }
        BpmnModelInstance bpmn = Bpmn.readModelFromStream(in);
        ProcessModel model = new ProcessModel();
        bpmn.getModelElementsByType(BpmnShape.class).forEach(model::take);
        // what encloses others lies under them
        model.nodes.sort(Comparator.comparing(node -> node.kind() != Kind.SUBPROCESS));
        bpmn.getModelElementsByType(BpmnEdge.class).forEach(model::take);
        model.measure();
        return model;
    }

    private void take(BpmnShape shape) {
        FlowNode element = (FlowNode) shape.getBpmnElement();
        ProcessDiagram.Node node = new ProcessDiagram.Node(
                element.getId(),
                kind(element),
                element.getName(),
                box(shape.getBounds()),
                label(shape.getBpmnLabel()),
                false,
                false);
        nodes.add(node);
        byId.put(node.id(), node);
        if (element instanceof StartEvent && element.getParentElement() instanceof Process) {
            start = node.id();
        }
        if (element instanceof BoundaryEvent boundary && boundary.cancelActivity()) {
            onBorder.put(boundary.getAttachedTo().getId(), node.id());
        }
        if (element.getExtensionElements() != null) {
            element.getExtensionElements()
                    .getElementsQuery()
                    .list()
                    .forEach(extension -> extension.getChildElementsByType(CamundaProperty.class).stream()
                            .filter(property -> "recordTransition".equals(property.getCamundaName()))
                            .forEach(property -> transitions.put(node.id(), property.getCamundaValue())));
        }
    }

    private void take(BpmnEdge drawn) {
        SequenceFlow flow = (SequenceFlow) drawn.getBpmnElement();
        List<Point> points = drawn.getWaypoints().stream()
                .map(point -> new Point((int) Math.round(point.getX()), (int) Math.round(point.getY())))
                .toList();
        flows.add(new ProcessDiagram.Flow(flow.getId(), flow.getName(), points, label(drawn.getBpmnLabel()), false));
        leaving.computeIfAbsent(flow.getSource().getId(), id -> new ArrayList<>())
                .add(new Edge(
                        flow.getId(), flow.getSource().getId(), flow.getTarget().getId()));
    }

    private static Kind kind(FlowNode element) {
        if (element instanceof StartEvent) {
            return Kind.START;
        }
        if (element instanceof EndEvent) {
            return Kind.END;
        }
        if (element instanceof BoundaryEvent) {
            return Kind.BOUNDARY;
        }
        if (element instanceof Gateway) {
            return Kind.GATEWAY;
        }
        if (element instanceof SubProcess) {
            return Kind.SUBPROCESS;
        }
        if (element instanceof UserTask) {
            return Kind.USER_TASK;
        }
        return element instanceof BusinessRuleTask ? Kind.RULE_TASK : Kind.SERVICE_TASK;
    }

    private static Box label(BpmnLabel label) {
        return label == null ? null : box(label.getBounds());
    }

    private static Box box(Bounds bounds) {
        return new Box(
                (int) Math.round(bounds.getX()),
                (int) Math.round(bounds.getY()),
                (int) Math.round(bounds.getWidth()),
                (int) Math.round(bounds.getHeight()));
    }

    private void measure() {
        List<Box> boxes = Stream.concat(
                        nodes.stream().flatMap(node -> Stream.of(node.box(), node.label())),
                        flows.stream().map(ProcessDiagram.Flow::label))
                .filter(java.util.Objects::nonNull)
                .toList();
        int left = boxes.stream().mapToInt(Box::x).min().orElseThrow() - MARGIN;
        int top = boxes.stream().mapToInt(Box::y).min().orElseThrow() - MARGIN;
        int right = boxes.stream().mapToInt(box -> box.x() + box.width()).max().orElseThrow() + MARGIN;
        int bottom =
                boxes.stream().mapToInt(box -> box.y() + box.height()).max().orElseThrow() + MARGIN;
        view = new Box(left, top, right - left, bottom - top);
    }

    String start() {
        return start;
    }

    boolean knows(String element) {
        return byId.containsKey(element);
    }

    Kind kind(String element) {
        return byId.get(element).kind();
    }

    List<Edge> leaving(String element) {
        return leaving.getOrDefault(element, List.of());
    }

    /** The event on the border of a step that can interrupt it; null for none. */
    String onBorder(String element) {
        return onBorder.get(element);
    }

    /** Whether the model says that a step does this with a record. */
    public boolean does(String element, String transition) {
        return transition.equals(transitions.get(element));
    }

    /** The picture with nothing going through it. */
    public ProcessDiagram drawn(String process) {
        return new ProcessDiagram(process, view, nodes, flows, List.of(), null);
    }

    /** The picture with a way through it. */
    public ProcessDiagram drawn(String process, ProcessPath path) {
        return new ProcessDiagram(
                process,
                view,
                nodes.stream()
                        .map(node -> new ProcessDiagram.Node(
                                node.id(),
                                node.kind(),
                                node.name(),
                                node.box(),
                                node.label(),
                                path.way().contains(node.id()),
                                node.id().equals(path.token())))
                        .toList(),
                flows.stream()
                        .map(flow -> new ProcessDiagram.Flow(
                                flow.id(),
                                flow.name(),
                                flow.points(),
                                flow.label(),
                                path.flows().contains(flow.id())))
                        .toList(),
                path.way(),
                path.token());
    }
}

package org.chengxin.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Officials read the diagrams: everything is drawn, nothing lies on anything else. */
class DiagramTest {

    static List<String> processes() {
        return ModelFiles.processes();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyElementIsDrawnOnce(String file) {
        BpmnModelInstance model = ModelFiles.process(file);

        assertThat(shapes(model).keySet())
                .containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .toList());
        assertThat(edges(model).keySet())
                .containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void shapesKeepApartExceptAnEventOnTheBorderOfItsStep(String file) {
        BpmnModelInstance model = ModelFiles.process(file);
        Map<String, Rectangle2D> shapes = shapes(model);
        shapes.forEach((one, first) -> shapes.forEach((other, second) -> {
            if (one.compareTo(other) < 0 && !attached(model, one, other) && !attached(model, other, one)) {
                if (isWithin(model, one, other) || isWithin(model, other, one)) {
                    assertThat(first.contains(second) || second.contains(first))
                            .as(one + " and " + other)
                            .isTrue();
                } else {
                    assertThat(first.intersects(second))
                            .as(one + " and " + other)
                            .isFalse();
                }
            }
        }));
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
            Rectangle2D host = shapes.get(event.getAttachedTo().getId());
            Rectangle2D circle = shapes.get(event.getId());
            assertThat(host.intersects(circle) && !host.contains(circle))
                    .as(event.getId())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void flowsRunStraightFromBorderToBorder(String file) {
        BpmnModelInstance model = ModelFiles.process(file);
        Map<String, Rectangle2D> shapes = shapes(model);
        Map<String, List<Line2D>> edges = edges(model);
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            List<Line2D> lines = edges.get(flow.getId());
            Line2D last = lines.get(lines.size() - 1);
            assertThat(onBorder(
                            shapes.get(flow.getSource().getId()),
                            lines.get(0).getX1(),
                            lines.get(0).getY1()))
                    .as(flow.getId())
                    .isTrue();
            assertThat(onBorder(shapes.get(flow.getTarget().getId()), last.getX2(), last.getY2()))
                    .as(flow.getId())
                    .isTrue();
            assertThat(lines)
                    .as(flow.getId())
                    .allMatch(line -> line.getX1() == line.getX2() || line.getY1() == line.getY2());
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void flowsCrossNeitherStepsNorEachOther(String file) {
        BpmnModelInstance model = ModelFiles.process(file);
        Map<String, Rectangle2D> shapes = shapes(model);
        Map<String, List<Line2D>> edges = edges(model);
        edges.forEach((flow, lines) -> lines.forEach(line -> {
            shapes.forEach((node, shape) -> {
                if (isWithin(model, flow, node)) {
                    assertThat(shape.contains(line.getP1()) && shape.contains(line.getP2()))
                            .as(flow + " leaves " + node)
                            .isTrue();
                } else {
                    assertThat(line.intersects(inner(shape)))
                            .as(flow + " through " + node)
                            .isFalse();
                }
            });
            edges.forEach((other, others) -> {
                if (!other.equals(flow)) {
                    assertThat(others).as(flow + " and " + other).noneMatch(line::intersectsLine);
                }
            });
        }));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyNameHasRoomOfItsOwn(String file) {
        BpmnModelInstance model = ModelFiles.process(file);
        Map<String, Rectangle2D> labels = labels(model);
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            assertThat(labels.containsKey(flow.getId())).as(flow.getId()).isEqualTo(flow.getName() != null);
        }
        labels.forEach((name, label) -> {
            shapes(model).forEach((node, shape) -> assertThat(label.intersects(shape))
                    .as("name of " + name + " on " + node)
                    .isEqualTo(isWithin(model, name, node)));
            edges(model).forEach((flow, lines) -> assertThat(lines)
                    .as("name of " + name + " on " + flow)
                    .noneMatch(line -> line.intersects(label)));
            labels.forEach((other, second) -> {
                if (!other.equals(name)) {
                    assertThat(label.intersects(second))
                            .as("names of " + name + " and " + other)
                            .isFalse();
                }
            });
        });
    }

    /** Whether an element or flow is part of that subprocess. */
    private static boolean isWithin(BpmnModelInstance model, String element, String node) {
        return model.getModelElementById(element).getParentElement().equals(model.getModelElementById(node));
    }

    private static boolean attached(BpmnModelInstance model, String event, String host) {
        return model.getModelElementById(event) instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().getId().equals(host);
    }

    private static boolean onBorder(Rectangle2D shape, double x, double y) {
        boolean within = x >= shape.getMinX() && x <= shape.getMaxX() && y >= shape.getMinY() && y <= shape.getMaxY();
        return within && !inner(shape).contains(x, y);
    }

    private static Rectangle2D inner(Rectangle2D shape) {
        return new Rectangle2D.Double(shape.getX() + 1, shape.getY() + 1, shape.getWidth() - 2, shape.getHeight() - 2);
    }

    private static Map<String, Rectangle2D> shapes(BpmnModelInstance model) {
        Map<String, Rectangle2D> shapes = new TreeMap<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            shapes.put(shape.getBpmnElement().getId(), rectangle(shape.getBounds()));
        }
        return shapes;
    }

    private static Map<String, Rectangle2D> labels(BpmnModelInstance model) {
        Map<String, Rectangle2D> labels = new TreeMap<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            put(labels, shape.getBpmnElement().getId(), shape.getBpmnLabel());
        }
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            put(labels, edge.getBpmnElement().getId(), edge.getBpmnLabel());
        }
        return labels;
    }

    private static void put(Map<String, Rectangle2D> labels, String element, BpmnLabel label) {
        if (label != null) {
            labels.put(element, rectangle(label.getBounds()));
        }
    }

    private static Map<String, List<Line2D>> edges(BpmnModelInstance model) {
        Map<String, List<Line2D>> edges = new TreeMap<>();
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            List<Waypoint> points = List.copyOf(edge.getWaypoints());
            List<Line2D> lines = new ArrayList<>();
            for (int i = 1; i < points.size(); i++) {
                Waypoint from = points.get(i - 1);
                Waypoint to = points.get(i);
                lines.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
            }
            edges.put(edge.getBpmnElement().getId(), lines);
        }
        return edges;
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}

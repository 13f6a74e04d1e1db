package org.chengxin.workflow.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.chengxin.workflow.boundary.ProcessDiagram.Kind;

/**
 * The way through a model, found from the steps that left an event. Between two of them only such elements were passed as
 * leave none: gateways, people's tasks (what they decided is told by the step after them), and a decision table that found
 * no answer. The shortest way through those is the one that was taken.
 */
public final class ProcessPath {

    private final ProcessModel model;
    private final Set<String> way = new LinkedHashSet<>();
    private final Set<String> flows = new HashSet<>();
    private String at;

    public ProcessPath(ProcessModel model) {
        this.model = model;
        stand(model.start());
    }

    /**
     * A step left its event.
     *
     * @return false for a step that this model does not have
     */
    public boolean follow(String activity) {
        if (activity == null || !model.knows(activity)) {
            return false;
        }
        if (!walk(activity::equals, kind -> kind != Kind.SERVICE_TASK)) {
            stand(activity);
        }
        return true;
    }

    /** Nothing further happened: the record is where somebody has to do something, or its process is at its end. */
    public void rest() {
        walk(
                element -> model.kind(element) == Kind.USER_TASK || model.kind(element) == Kind.END,
                kind -> kind == Kind.GATEWAY || kind == Kind.RULE_TASK);
    }

    /** Something from outside ended the wait, if there was one. */
    public void interrupt() {
        String event = model.onBorder(at);
        if (event != null) {
            stand(event);
            walk(element -> model.kind(element) == Kind.END, kind -> false);
        }
    }

    /** The passed elements, in the order in which they were first passed. */
    public List<String> way() {
        return List.copyOf(way);
    }

    Set<String> flows() {
        return flows;
    }

    /** Where the record is. */
    public String token() {
        return at;
    }

    private void stand(String element) {
        way.add(element);
        at = element;
    }

    /** Goes the shortest way to an element, through others of certain kinds only; stays where it is if there is none. */
    private boolean walk(Predicate<String> goal, Predicate<Kind> through) {
        Map<String, ProcessModel.Edge> cameBy = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(at));
        while (!open.isEmpty()) {
            for (ProcessModel.Edge edge : model.leaving(open.poll())) {
                if (!edge.to().equals(at) && cameBy.putIfAbsent(edge.to(), edge) == null) {
                    if (goal.test(edge.to())) {
                        take(edge, cameBy);
                        return true;
                    }
                    if (through.test(model.kind(edge.to()))) {
                        open.add(edge.to());
                    }
                }
            }
        }
        return false;
    }

    private void take(ProcessModel.Edge last, Map<String, ProcessModel.Edge> cameBy) {
        List<ProcessModel.Edge> edges = new ArrayList<>();
        for (ProcessModel.Edge edge = last; edge != null; edge = cameBy.get(edge.from())) {
            edges.add(0, edge);
        }
        for (ProcessModel.Edge edge : edges) {
            flows.add(edge.id());
            stand(edge.to());
        }
    }
}

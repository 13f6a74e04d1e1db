package org.chengxin.workflow.boundary;

import java.util.List;

/**
 * A process as its model draws it, with the way that one record went through it. Measures are those of the diagram, in
 * pixels at full size.
 *
 * @param process id of the process
 * @param view what encloses everything that is drawn
 * @param way ids of the passed elements in the order in which they were first passed
 * @param token id of the element where the record is, or where its process ended
 */
public record ProcessDiagram(
        String process, Box view, List<Node> nodes, List<Flow> flows, List<String> way, String token) {

    /** What an element looks like. */
    public enum Kind {
        START,
        END,
        /** On the border of a step, for what may interrupt it. */
        BOUNDARY,
        GATEWAY,
        /** Encloses others, which go once for each part of the work. */
        SUBPROCESS,
        /** A person decides. */
        USER_TASK,
        /** A decision table is asked. */
        RULE_TASK,
        SERVICE_TASK;

        public boolean isTask() {
            return this == USER_TASK || this == RULE_TASK || this == SERVICE_TASK;
        }
    }

    public record Box(int x, int y, int width, int height) {}

    public record Point(int x, int y) {}

    /**
     * An element.
     *
     * @param name as the model has it; null for none
     * @param label where its name stands; null for inside of it
     */
    public record Node(String id, Kind kind, String name, Box box, Box label, boolean passed, boolean token) {}

    /**
     * A sequence flow.
     *
     * @param name as the model has it; null for none
     * @param label where its name stands; null for none
     */
    public record Flow(String id, String name, List<Point> points, Box label, boolean passed) {}
}

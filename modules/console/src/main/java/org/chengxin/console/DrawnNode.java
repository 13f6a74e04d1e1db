package org.chengxin.console;

import java.util.List;
import org.chengxin.workflow.boundary.ProcessDiagram;

/** An element of a diagram as the page draws it. */
public final class DrawnNode {

    private static final int ROOM_IN_STEP = 8;
    private static final int ROOM_BESIDE = 84;

    private final ProcessDiagram.Node node;
    private final String name;
    private final List<TextLine> lines;

    DrawnNode(ProcessDiagram.Node node, String name) {
        this.node = node;
        this.name = name;
        ProcessDiagram.Box box = node.box();
        this.lines = isFrame()
                ? TextLine.single(name, new ProcessDiagram.Box(box.x(), box.y() + ROOM_IN_STEP, box.width(), 0))
                : node.label() == null
                        ? TextLine.centred(name, box, box.width() - ROOM_IN_STEP)
                        : TextLine.from(
                                name, node.label(), Math.max(node.label().width(), ROOM_BESIDE), node.box());
    }

    public String getId() {
        return node.id();
    }

    public String getName() {
        return name;
    }

    public boolean isToken() {
        return node.token();
    }

    public boolean isPassed() {
        return node.passed();
    }

    public boolean isTask() {
        return node.kind().isTask();
    }

    public boolean isGateway() {
        return node.kind() == ProcessDiagram.Kind.GATEWAY;
    }

    public boolean isEnd() {
        return node.kind() == ProcessDiagram.Kind.END;
    }

    public boolean isEvent() {
        return !isTask() && !isGateway() && !isFrame();
    }

    /** Encloses other elements. */
    public boolean isFrame() {
        return node.kind() == ProcessDiagram.Kind.SUBPROCESS;
    }

    public boolean isBoundary() {
        return node.kind() == ProcessDiagram.Kind.BOUNDARY;
    }

    /** Class of the stylesheet: kind, and whether it was passed. */
    public String getStyle() {
        return "node " + node.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                + (node.passed() ? " passed" : "") + (node.token() ? " token" : "");
    }

    /** The sign that says what kind of step it is: a person, a table; nothing for the system's own. */
    public String getSign() {
        return switch (node.kind()) {
            case USER_TASK -> "person";
            case RULE_TASK -> "table";
            default -> "";
        };
    }

    public int getX() {
        return node.box().x();
    }

    public int getY() {
        return node.box().y();
    }

    public int getWidth() {
        return node.box().width();
    }

    public int getHeight() {
        return node.box().height();
    }

    public int getCentreX() {
        return getX() + getWidth() / 2;
    }

    public int getCentreY() {
        return getY() + getHeight() / 2;
    }

    public int getRight() {
        return getX() + getWidth();
    }

    public int getRadius() {
        return getWidth() / 2;
    }

    /** The corners of a gateway. */
    public String getCorners() {
        return getCentreX() + "," + getY() + " " + getRight() + "," + getCentreY() + " " + getCentreX() + ","
                + (getY() + getHeight()) + " " + getX() + "," + getCentreY();
    }

    public List<TextLine> getLines() {
        return lines;
    }
}

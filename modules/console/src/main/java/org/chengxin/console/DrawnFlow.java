package org.chengxin.console;

import java.util.List;
import java.util.stream.Collectors;
import org.chengxin.workflow.boundary.ProcessDiagram;

/** A flow of a diagram as the page draws it. */
public final class DrawnFlow {

    private final ProcessDiagram.Flow flow;
    private final List<TextLine> lines;

    DrawnFlow(ProcessDiagram.Flow flow, String name) {
        this.flow = flow;
        this.lines = flow.label() == null ? List.of() : TextLine.single(name, flow.label());
    }

    public boolean isPassed() {
        return flow.passed();
    }

    public String getPoints() {
        return flow.points().stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }

    public List<TextLine> getLines() {
        return lines;
    }
}

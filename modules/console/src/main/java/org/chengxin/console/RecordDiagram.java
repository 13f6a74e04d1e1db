package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.chengxin.record.boundary.EventView;
import org.chengxin.workflow.boundary.ProcessDiagram;
import org.chengxin.workflow.boundary.ProcessDiagrams;

/** The diagram of a record's process, with what it passed and where it is, as shapes for the page to draw. */
@Named("recordDiagram")
@RequestScoped
public class RecordDiagram {

    @Inject
    RecordFile file;

    @Inject
    ProcessDiagrams diagrams;

    @Inject
    ConsoleTexts texts;

    private ProcessDiagram diagram;
    private List<DrawnNode> nodes;
    private List<DrawnFlow> flows;

    private ProcessDiagram diagram() {
        if (diagram == null) {
            diagram = diagrams.ofRecord(file.getSheet().run());
        }
        return diagram;
    }

    public ProcessDiagram.Box getView() {
        return diagram().view();
    }

    public List<DrawnNode> getNodes() {
        if (nodes == null) {
            nodes = diagram().nodes().stream()
                    .map(node -> new DrawnNode(node, texts.element(node.id(), node.name())))
                    .toList();
        }
        return nodes;
    }

    /** The flows, those that were passed last, so that they lie on top. */
    public List<DrawnFlow> getFlows() {
        if (flows == null) {
            flows = diagram().flows().stream()
                    .sorted((one, other) -> Boolean.compare(one.passed(), other.passed()))
                    .map(flow -> new DrawnFlow(flow, texts.element(flow.id(), flow.name())))
                    .toList();
        }
        return flows;
    }

    /** The names of the passed elements in their order, for those who do not see the picture. */
    public List<String> getWay() {
        return diagram().way().stream()
                .map(id -> getNodes().stream()
                        .filter(node -> node.getId().equals(id))
                        .findFirst()
                        .map(DrawnNode::getName)
                        .orElse(null))
                .filter(name -> name != null && !name.isEmpty())
                .toList();
    }

    /** The name of the element where the record is. */
    public String getPlace() {
        return getNodes().stream()
                .filter(DrawnNode::isToken)
                .map(DrawnNode::getName)
                .collect(Collectors.joining());
    }

    /** Whether its process is at an end there. */
    public boolean isOver() {
        return getNodes().stream().anyMatch(node -> node.isToken() && node.isEnd());
    }

    /** What happened to the record in other processes after that: the diagram of this one does not show it. */
    public List<EventView> getElsewhere() {
        List<EventView> run = file.getSheet().run();
        int last = -1;
        for (int i = 0; i < run.size(); i++) {
            if (diagram().process().equals(run.get(i).process())) {
                last = i;
            }
        }
        return last < 0 ? List.of() : run.subList(last + 1, run.size());
    }
}

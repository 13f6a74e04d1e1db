package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.chengxin.workflow.boundary.FlowQuery;
import org.chengxin.workflow.boundary.ProcessDiagram;
import org.chengxin.workflow.boundary.ProcessDiagrams;
import org.chengxin.workflow.boundary.ProcessFlow;
import org.chengxin.workflow.boundary.StepFigures;

/** Where work stands and how long its steps take, on the diagram of its process. Its address says all that it shows. */
@Named("flowView")
@RequestScoped
public class FlowView {

    /**
     * An element and how it is doing.
     *
     * @param figures null where nothing stands and nothing went through
     */
    public record Place(DrawnNode node, StepFigures figures) {

        /** Whether some are late there, or stand still. */
        public boolean late() {
            return figures != null && (figures.overdue() > 0 || figures.failed() > 0);
        }
    }

    static final List<Integer> DAYS = List.of(7, 30, 90, 366);
    private static final int MONTH = 30;

    @Inject
    ProcessFlow flow;

    @Inject
    ProcessDiagrams diagrams;

    @Inject
    Catalogue catalogue;

    @Inject
    Answers answers;

    @Inject
    ConsoleTexts texts;

    private String process = ProcessDiagrams.PROCESSES.get(0);
    private String organisation;
    private String item;
    private int days = MONTH;
    private ProcessDiagram diagram;
    private List<Place> places = List.of();
    private List<DrawnFlow> flows = List.of();
    private List<OrganisationSummary> organisations;

    /** Reads the page that the address asks for. */
    public void open() {
        List<StepFigures> found = answers.orErrorPage(() -> flow.figures(query()));
        if (found == null) {
            return;
        }
        Map<String, StepFigures> figures =
                found.stream().collect(Collectors.toMap(StepFigures::element, Function.identity()));
        diagram = diagrams.of(process);
        places = diagram.nodes().stream()
                .map(node ->
                        new Place(new DrawnNode(node, texts.element(node.id(), node.name())), figures.get(node.id())))
                .toList();
        flows = diagram.flows().stream()
                .map(drawn -> new DrawnFlow(drawn, texts.element(drawn.id(), drawn.name())))
                .toList();
    }

    private FlowQuery query() {
        return new FlowQuery(process, organisation, item, days);
    }

    public ProcessDiagram.Box getView() {
        return diagram == null ? null : diagram.view();
    }

    /** All elements. */
    public List<Place> getPlaces() {
        return places;
    }

    public List<DrawnFlow> getFlows() {
        return flows;
    }

    /** The elements that have figures, from left to right. */
    public List<Place> getRows() {
        return places.stream()
                .filter(place -> place.figures() != null)
                .sorted(Comparator.comparingInt(place -> place.node().getX()))
                .toList();
    }

    public List<String> getProcesses() {
        return ProcessDiagrams.PROCESSES;
    }

    public List<Integer> getSpans() {
        return DAYS;
    }

    /** The organisations to choose from; one for a supervisor. */
    public List<OrganisationSummary> getOrganisations() {
        if (organisations == null) {
            List<OrganisationSummary> overseen = answers.orNothing(flow::overseen);
            organisations = overseen == null ? List.of() : overseen;
        }
        return organisations;
    }

    /** Whether there is more than one organisation to choose from. */
    public boolean isOfAll() {
        return getOrganisations().size() > 1;
    }

    public List<CatalogueEntry> getItems() {
        return isOfAll() || getOrganisations().isEmpty()
                ? catalogue.items()
                : catalogue.itemsOf(getOrganisations().get(0).id());
    }

    /** The query of this page, for the link to its file. */
    public String getQuery() {
        return "process=" + encoded(process) + "&days=" + days
                + (organisation == null ? "" : "&organisation=" + encoded(organisation))
                + (item == null ? "" : "&item=" + encoded(item));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String getProcess() {
        return process;
    }

    public void setProcess(String process) {
        if (process != null && !process.isBlank()) {
            this.process = process;
        }
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation == null || organisation.isBlank() ? null : organisation;
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item == null || item.isBlank() ? null : item;
    }

    public String getDays() {
        return String.valueOf(days);
    }

    /** What is none of the spans offered is a month. */
    public void setDays(String text) {
        days = DAYS.stream()
                .filter(span -> span.toString().equals(text))
                .findFirst()
                .orElse(MONTH);
    }
}

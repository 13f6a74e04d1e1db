package org.chengxin.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.workflow.boundary.Inbox;
import org.chengxin.workflow.boundary.InboxCounts;
import org.chengxin.workflow.boundary.TaskPage;
import org.chengxin.workflow.boundary.TaskView;

/** The inbox: mine, of the group, overdue, done; what is due first stands first. Everything it shows is in its address. */
@Named("inboxView")
@RequestScoped
public class InboxView {

    static final int ROWS = 25;

    /** Ages by which people look: a day, three, a week, two, a month. */
    private static final List<Integer> AGES = List.of(1, 3, 7, 14, 30);

    @Inject
    Inbox inbox;

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentUser me;

    @Inject
    Answers answers;

    private InboxAddress address;
    private String after;
    private String notice;
    private TaskPage page;
    private InboxCounts counts;
    private List<Catalogue.ItemName> items;

    /** What the address asks for; known in every phase, since forms are sent to it. */
    @PostConstruct
    void readAddress() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        address = InboxAddress.of(asked);
        after = asked.get("after");
        notice = asked.get("notice");
    }

    /** Reads the page that the address asks for. */
    public void open() {
        page = answers.orErrorPage(() -> inbox.list(address.query(getAfter(), ROWS)));
    }

    public TaskPage getPage() {
        if (page == null) {
            open();
        }
        return page;
    }

    public InboxCounts getCounts() {
        if (counts == null) {
            counts = inbox.counts();
        }
        return counts;
    }

    /** The processes that have tasks for people. */
    public List<String> getProcesses() {
        return List.of("Submission", "CreditRecord");
    }

    /** The items that tasks of this organisation can be about. */
    public List<Catalogue.ItemName> getItems() {
        if (items == null) {
            items = catalogue.namesOf(me.getActor().organisationId());
        }
        return items;
    }

    /** The rules by which something can be found. */
    public List<String> getFindings() {
        return FindingView.rules();
    }

    public List<Integer> getAges() {
        return AGES;
    }

    /** The query of this list without the place in it, for the links to its other pages. */
    public String getQuery() {
        return address.text();
    }

    /** The same as a value of one parameter: a task that is opened from here leads on within this list. */
    public String getList() {
        return URLEncoder.encode(address.text(), StandardCharsets.UTF_8);
    }

    /** The page of the lot or record that a task is about; null for a task about something else. */
    public String file(TaskView task) {
        return Positions.pageOf(task.process(), task.businessKey());
    }

    /** Whether a filter is set, so that an empty list means that nothing fits. */
    public boolean isFiltered() {
        return !address.filters().isEmpty();
    }

    public String getBox() {
        return address.box();
    }

    /** The filters that are set, by the parameter of the address. */
    public Map<String, String> getFilters() {
        return address.filters();
    }

    public String getAfter() {
        return after == null || after.isBlank() ? null : after;
    }

    public String getNotice() {
        return notice;
    }
}

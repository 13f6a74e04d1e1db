package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chengxin.workflow.boundary.Inbox;
import org.chengxin.workflow.boundary.InboxCounts;
import org.chengxin.workflow.boundary.TaskPage;
import org.chengxin.workflow.boundary.TaskQuery;
import org.chengxin.workflow.boundary.TaskView;

/** The inbox: mine, of the group, overdue, done; what is due first stands first. Everything it shows is in its address. */
@Named("inboxView")
@RequestScoped
public class InboxView {

    static final int ROWS = 25;

    @Inject
    Inbox inbox;

    @Inject
    Answers answers;

    private String notice;
    private String box = "group";
    private String process;
    private String q;
    private String after;
    private TaskPage page;
    private InboxCounts counts;

    /** Reads the page that the address asks for. */
    public void open() {
        boolean done = "done".equals(box);
        TaskQuery query = new TaskQuery(
                done,
                "mine".equals(box),
                "overdue".equals(box),
                blankToNull(process),
                blankToNull(q),
                blankToNull(after),
                ROWS);
        page = answers.orErrorPage(() -> inbox.list(query));
    }

    public TaskPage getPage() {
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

    /** The query of this list without the place in it, for the links to its other pages. */
    public String getQuery() {
        StringBuilder query = new StringBuilder("box=").append(box);
        append(query, "process", process);
        append(query, "q", q);
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        if (blankToNull(value) != null) {
            query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /** The page of the lot or record that a task is about; null for a task about something else. */
    public String file(TaskView task) {
        return switch (task.process()) {
            case "Submission" -> "lot.xhtml?no=" + task.businessKey();
            case "CreditRecord" -> "record.xhtml?no=" + task.businessKey();
            default -> null;
        };
    }

    /** Whether a filter is set, so that an empty list means that nothing fits. */
    public boolean isFiltered() {
        return blankToNull(process) != null || blankToNull(q) != null;
    }

    public String getBox() {
        return box;
    }

    public void setBox(String box) {
        this.box = box == null || !box.matches("mine|group|overdue|done") ? "group" : box;
    }

    public String getProcess() {
        return process;
    }

    public void setProcess(String process) {
        this.process = process;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getNotice() {
        return notice;
    }

    public void setNotice(String notice) {
        this.notice = notice;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

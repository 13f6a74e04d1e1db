package org.chengxin.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.chengxin.workflow.boundary.Inbox;
import org.chengxin.workflow.boundary.TaskEvent;
import org.chengxin.workflow.boundary.TaskView;

/**
 * Where a task stands: in which list it was opened, what comes after it there, and who had it. After a decision the next of
 * the list opens, or the task stays open, as its reader chose; the browser remembers the choice.
 */
@Named("taskPlace")
@RequestScoped
public class TaskPlace {

    private static final String COOKIE = "chengxin_after_decision";
    private static final String STAY = "stay";
    private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

    @Inject
    Inbox inbox;

    @Inject
    Answers answers;

    private InboxAddress list;
    private boolean goingOn;
    private List<TaskEvent> trail;

    /** What the address says; known in every phase, since forms are sent to it. */
    @PostConstruct
    void readAddress() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        String asked = external.getRequestParameterMap().get("list");
        list = asked == null ? null : InboxAddress.parse(asked);
        goingOn = !(external.getRequestCookieMap().get(COOKIE) instanceof Cookie cookie
                && STAY.equals(cookie.getValue()));
    }

    /** The list as a further parameter of an address; empty where the task was not opened from one. */
    public String getPart() {
        return list == null ? "" : "&list=" + URLEncoder.encode(list.text(), StandardCharsets.UTF_8);
    }

    /** The list's own query; null where the task was not opened from one. */
    public String getList() {
        return list == null ? null : list.text();
    }

    /** The way back to the list. */
    public String getBack() {
        return "inbox.xhtml" + (list == null ? "" : "?" + list.text());
    }

    /** What the list is narrowed by, by the parameter of its address. */
    public Map<String, String> getFilters() {
        return list == null ? Map.of() : list.filters();
    }

    /**
     * Leads on after a decision: to the next task of the list, or to the decided one.
     *
     * @param undoable whether it can still be undone; then the page that follows says so
     */
    public void afterDecision(String id, boolean undoable) {
        remember();
        if (goingOn) {
            lead(id, "decided", "decidedLast", undoable ? id : null);
        } else {
            answers.leadTo("task.xhtml", "id", id, "list", getList(), "notice", "decidedStays");
        }
    }

    /**
     * Leads on to the next task of the list.
     *
     * @param notice what to say there; null for nothing
     * @param noticeAtEnd what to say in the list when there is none
     */
    public void lead(String id, String notice, String noticeAtEnd) {
        lead(id, notice, noticeAtEnd, null);
    }

    private void lead(String id, String notice, String noticeAtEnd, String undo) {
        InboxAddress here = list == null ? InboxAddress.parse(null) : list;
        TaskView next = inbox.next(here.query(null, 1), id);
        if (next == null) {
            String undoing = undo == null ? "" : "&undo=" + undo;
            answers.leadTo(getBack() + (list == null ? "?" : "&") + "notice=" + noticeAtEnd + undoing);
        } else {
            answers.leadTo("task.xhtml", "id", next.id(), "list", getList(), "notice", notice, "undo", undo);
        }
    }

    private void remember() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.addResponseCookie(
                COOKIE,
                goingOn ? "next" : STAY,
                Map.of("path", external.getRequestContextPath(), "maxAge", YEAR_SECONDS, "httpOnly", true));
    }

    /** Who had the task and since when. */
    public List<TaskEvent> trail(String id) {
        if (trail == null) {
            trail = inbox.trail(id);
        }
        return trail;
    }

    /** Whether the next task opens after a decision. */
    public boolean isGoingOn() {
        return goingOn;
    }

    public void setGoingOn(boolean goingOn) {
        this.goingOn = goingOn;
    }
}

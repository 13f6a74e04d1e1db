package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chengxin.organisation.boundary.Organisations.Member;
import org.chengxin.workflow.boundary.HeldTask;
import org.chengxin.workflow.boundary.HeldTaskPage;
import org.chengxin.workflow.boundary.StandIns;
import org.chengxin.workflow.boundary.TaskAssignments;

/** What people of the supervisor's organisation have, the longest first. */
@Named("heldTasks")
@RequestScoped
public class HeldTasksView {

    private static final int ROWS = 50;

    @Inject
    TaskAssignments assignments;

    @Inject
    StandIns people;

    @Inject
    Answers answers;

    private String holder;
    private String after;
    private HeldTaskPage page = new HeldTaskPage(List.of(), null);
    private List<Member> colleagues;

    /** Reads the page that the address names. */
    public void open() {
        HeldTaskPage found = answers.orErrorPage(() -> assignments.held(holder, after, ROWS));
        if (found != null) {
            page = found;
        }
    }

    public List<HeldTask> getTasks() {
        return page.tasks();
    }

    /** Where the next page begins; null at the end. */
    public String getNext() {
        return page.next();
    }

    /** Who can have tasks here. */
    public List<Member> getPeople() {
        if (colleagues == null) {
            colleagues = people.colleagues();
        }
        return colleagues;
    }

    public String getHolder() {
        return holder;
    }

    /** The account whose tasks are shown; blank for all. */
    public void setHolder(String holder) {
        this.holder = holder == null || holder.isBlank() ? null : holder;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}

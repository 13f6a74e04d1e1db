package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chengxin.workflow.boundary.EscalatedTask;
import org.chengxin.workflow.boundary.EscalatedTaskPage;
import org.chengxin.workflow.boundary.EscalatedTasks;

/** What is late in the supervisor's organisation. */
@Named("escalatedView")
@RequestScoped
public class EscalatedView {

    private static final int ROWS = 50;

    @Inject
    EscalatedTasks late;

    @Inject
    Answers answers;

    private String after;
    private EscalatedTaskPage page = new EscalatedTaskPage(List.of(), null);

    /** Reads the page that the address names. */
    public void open() {
        EscalatedTaskPage found = answers.orErrorPage(() -> late.list(after, ROWS));
        if (found != null) {
            page = found;
        }
    }

    public List<EscalatedTask> getTasks() {
        return page.tasks();
    }

    /** Where the next page begins; null at the end. */
    public String getNext() {
        return page.next();
    }

    /** The page of the lot or record that a task is about; null for a task about something else. */
    public String pageOf(EscalatedTask task) {
        return Positions.pageOf(task.process(), task.businessKey());
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}

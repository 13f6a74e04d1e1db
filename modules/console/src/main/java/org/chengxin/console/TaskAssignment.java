package org.chengxin.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.organisation.boundary.Organisations.Member;
import org.chengxin.workflow.boundary.TaskAssignments;
import org.chengxin.workflow.boundary.TaskEvent;
import org.chengxin.workflow.boundary.TaskView;

/** A supervisor gives one task to somebody of its group, or back to the group; both want a reason. */
@Named("taskAssignment")
@ViewScoped
public class TaskAssignment implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    TaskAssignments assignments;

    @Inject
    TaskWork words;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String id;
    private String to;
    private String reason;
    private final List<String> problems = new ArrayList<>();
    private transient TaskView task;
    private transient List<Member> group;
    private transient List<TaskEvent> trail;

    /** Reads the task that the address names. */
    public void open() {
        task = answers.orErrorPage(() -> assignments.get(id == null ? "" : id));
    }

    public TaskView getTask() {
        if (task == null) {
            task = assignments.get(id);
        }
        return task;
    }

    /** Whom it may be given to. */
    public List<Member> getGroup() {
        if (group == null) {
            group = assignments.group(id);
        }
        return group;
    }

    public List<TaskEvent> getTrail() {
        if (trail == null) {
            trail = assignments.trail(id);
        }
        return trail;
    }

    /** Gives it to who was chosen. */
    public void reassign() {
        act("taskGiven", () -> {
            if (to == null || to.isBlank()) {
                throw BusinessRefusal.invalid("ASSIGN_TO_WHOM");
            }
            return assignments.reassign(id, to, reason);
        });
    }

    /** Puts it back into the pool. */
    public void returnToPool() {
        act("taskReturned", () -> assignments.returnToPool(id, reason));
    }

    private void act(String notice, Supplier<TaskView> action) {
        problems.clear();
        try {
            action.get();
            answers.leadTo("assign.xhtml", "id", id, "notice", notice);
        } catch (BusinessRefusal refusal) {
            task = null;
            problems.add(
                    refusal.code().equals("TOO_LONG")
                            ? texts.f("FormError.TOO_LONG", texts.t("event.reason"))
                            : words.words(refusal));
        }
    }

    public List<String> getProblems() {
        return problems;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}

package org.chengxin.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.chengxin.forms.FormSchema;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.workflow.boundary.Inbox;
import org.chengxin.workflow.boundary.StandingDecisions;
import org.chengxin.workflow.boundary.TaskView;
import org.chengxin.workflow.boundary.WithdrawnDecision;

/**
 * Decisions that can still be taken back: the one just taken, named by the address of the page that follows it, and
 * that of the task that a page shows.
 */
@Named("decisionUndo")
@RequestScoped
public class DecisionUndo {

    @Inject
    Inbox inbox;

    @Inject
    StandingDecisions standing;

    @Inject
    Answers answers;

    @Inject
    TaskPlace place;

    @Inject
    CurrentUser me;

    @Inject
    ApplicationClock clock;

    private String id;
    private TaskView decided;
    private WithdrawnDecision withdrawn;
    private String withdrawnOf;

    @PostConstruct
    void readAddress() {
        String named = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("undo");
        id = named == null || named.isBlank() ? null : named;
    }

    /** The task that was decided on the page before; null for none. */
    public TaskView getDecided() {
        if (decided == null && id != null) {
            decided = answers.orNothing(() -> inbox.get(id));
        }
        return decided;
    }

    /** Whether nothing has come yet of what was decided on a task. */
    public boolean stands(TaskView task) {
        return task != null && task.takesEffectAt() != null;
    }

    /** Whether the decision on a task stands, and is this user's to undo. A button that was shown is heard also later. */
    public boolean offered(TaskView task) {
        if (task == null) {
            return false;
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        return stands(task) && me.getActor().username().equals(task.decidedBy())
                || faces.isPostback() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    /** The seconds that are left for it, at least 0. */
    public long secondsLeft(TaskView task) {
        return Math.max(
                0,
                Duration.between(clock.instant(), task.takesEffectAt().toInstant())
                        .toSeconds());
    }

    /** Takes the decision on a task back, and leads to the task, which says what came of that. */
    public void undo(String taskId) {
        String said;
        try {
            standing.undo(taskId);
            said = "undone";
        } catch (BusinessRefusal refusal) {
            said = refusal.code();
        }
        answers.leadTo("task.xhtml", "id", taskId, "list", place.getList(), "notice", said);
    }

    /** The last decision on an open task that came to nothing; null for none. */
    public WithdrawnDecision withdrawnOf(TaskView task) {
        if (task == null || !"OPEN".equals(task.state()) || !"REVIEWER".equals(task.group())) {
            return null;
        }
        if (!task.id().equals(withdrawnOf)) {
            withdrawn = answers.orNothing(() -> standing.lastWithdrawn(task.id()));
            withdrawnOf = task.id();
        }
        return withdrawn;
    }

    /**
     * What this user had filled in before taking the decision on this task back, to go on with; empty where that is not
     * so.
     */
    Map<String, String> typedBefore(TaskView task, FormSchema form) {
        WithdrawnDecision last = withdrawnOf(task);
        if (last == null || !last.undone() || !me.getActor().username().equals(last.decidedBy())) {
            return Map.of();
        }
        Map<String, String> typed = new HashMap<>(last.fields());
        typed.remove(TaskWork.SAMPLE_SEEN);
        typed.computeIfPresent(
                ReviewReason.WORDS, (key, reason) -> ReviewReason.words(form, typed.get(ReviewReason.KIND), reason));
        return typed;
    }
}

package org.chengxin.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.chengxin.forms.FieldType;
import org.chengxin.forms.FormError;
import org.chengxin.forms.FormField;
import org.chengxin.forms.FormSchema;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.workflow.boundary.Inbox;
import org.chengxin.workflow.boundary.TaskView;

/** One task: its form, who has it, and the decision. What was typed stays typed, whatever came in between. */
@Named("taskWork")
@ViewScoped
public class TaskWork implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String REVIEW_LOT = "ReviewLot";
    private static final String APPROVE = "approve";
    static final String TAKEN_BACK = "takeBack";
    static final String SAMPLE_SEEN = "sampleSeen";

    /**
     * A line of the error summary.
     *
     * @param key the field that it is about; null for the whole
     */
    public record Problem(String key, String text) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    @Inject
    Inbox inbox;

    @Inject
    ConsoleTexts texts;

    @Inject
    Formats formats;

    @Inject
    Answers answers;

    @Inject
    TaskPlace place;

    @Inject
    DecisionUndo undo;

    private String id;
    private String notice;
    private boolean prefilled;
    private final Map<String, Boolean> checks = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private transient TaskView task;
    private transient FormSchema form;

    /** Reads the task that the address names; who has undone a decision on it finds what was filled in. */
    public void open() {
        task = answers.orErrorPage(() -> inbox.get(id == null ? "" : id));
        if (task != null && isOpenForMe()) {
            values.putAll(undo.typedBefore(task, getForm()));
            prefilled = !values.isEmpty();
            getForm().fields().stream()
                    .filter(field -> field.type() == FieldType.CHECKBOX && values.containsKey(field.key()))
                    .forEach(field -> checks.put(field.key(), Boolean.valueOf(values.get(field.key()))));
        }
    }

    public TaskView getTask() {
        if (task == null) {
            task = inbox.get(id);
        }
        return task;
    }

    public FormSchema getForm() {
        if (form == null) {
            form = inbox.form(id);
        }
        return form;
    }

    /** The fields that are asked for; whether the sample was looked at is known without asking. */
    public List<FormField> getFields() {
        return getForm().fields().stream()
                .filter(field -> !field.key().equals(SAMPLE_SEEN))
                .toList();
    }

    public boolean isOpenForMe() {
        return "OPEN".equals(getTask().state())
                && (getTask().assignee() == null
                        || getTask().mine()
                        || getTask().entrusted());
    }

    public void claim() {
        problems.clear();
        act(() -> inbox.claim(id));
    }

    public void release() {
        problems.clear();
        act(() -> inbox.release(id));
    }

    /** Decides, and leads on to the next task; a form that is not complete says so at its fields. */
    public void decide() {
        problems.clear();
        notice = null;
        checks.forEach((key, checked) -> values.put(key, checked.toString()));
        Map<String, String> decision = visibleValues();
        if (decision.containsKey(ReviewReason.KIND)) {
            decision.put(ReviewReason.WORDS, reason(decision.get(ReviewReason.KIND), decision.get(ReviewReason.WORDS)));
        }
        if (isUnderReview() && APPROVE.equals(decision.get("outcome"))) {
            // who approves here says so; what was looked at is known, and asked there
            decision.put(SAMPLE_SEEN, "true");
        }
        for (FormError error : getForm().validate(decision)) {
            problems.add(new Problem(error.key(), problem(error)));
        }
        if (problems.isEmpty() && act(() -> inbox.decideUndoably(id, decision))) {
            // what was decided here and can still be undone is, on the page that follows
            place.afterDecision(id, undo.stands(getTask()));
        }
    }

    /**
     * Approves a lot: the flagged rows that stayed, and the remainder of which the sample was looked at. Not where another
     * outcome is chosen already: a letter typed beside the field must not overrule it.
     */
    public void approve() {
        String chosen = values.get("outcome");
        if (chosen != null && !chosen.isBlank() && !chosen.equals(APPROVE)) {
            problems.clear();
            problems.add(new Problem("outcome", texts.t("review.approve.otherwise")));
            return;
        }
        values.put("outcome", APPROVE);
        decide();
    }

    /** A reason from the list with what was written beside it; blank where neither says anything. */
    public String reason(String kind, String words) {
        return ReviewReason.joined(getForm(), kind, words);
    }

    /** Whether this is the review of a lot that still goes on. */
    public boolean isUnderReview() {
        return REVIEW_LOT.equals(getTask().step()) && "OPEN".equals(getTask().state());
    }

    /** Leads on to the next task without a decision on this one. */
    public void goOn() {
        place.lead(id, null, "noneOpen");
    }

    /** Whether something is wrong at a field, and not with the task as a whole. */
    public boolean isIncomplete() {
        return problems.stream().anyMatch(problem -> problem.key() != null);
    }

    /** Values of hidden fields were typed before another choice hid them; they are no part of the decision. */
    private Map<String, String> visibleValues() {
        Map<String, String> visible = new LinkedHashMap<>();
        for (FormField field : getForm().fields()) {
            String value = values.get(field.key());
            if (value != null && !value.isBlank() && field.visible(values)) {
                visible.put(field.key(), value.strip());
            }
        }
        return visible;
    }

    private boolean act(Supplier<TaskView> action) {
        notice = null;
        try {
            task = action.get();
            return true;
        } catch (BusinessRefusal refusal) {
            task = null;
            problems.add(new Problem(null, words(refusal)));
            return false;
        }
    }

    /** Who decided what and when, or who has it since when: the arguments of these refusals are written for people. */
    public String words(BusinessRefusal refusal) {
        List<String> arguments = refusal.arguments();
        return switch (refusal.code()) {
            case "TASK_DECIDED" ->
                texts.f3(
                        switch (arguments.get(2)) {
                            case "" -> "Refusal.TASK_DECIDED.plain";
                            case TAKEN_BACK -> "Refusal.TASK_DECIDED.takenBack";
                            default -> "Refusal.TASK_DECIDED";
                        },
                        arguments.get(0),
                        formats.momentOf(arguments.get(1)),
                        texts.name("Outcome", arguments.get(2)));
            case "TASK_CLAIMED" ->
                texts.f2("Refusal.TASK_CLAIMED", arguments.get(0), formats.momentOf(arguments.get(1)));
            default -> texts.refusal(refusal);
        };
    }

    private String problem(FormError error) {
        String label = getForm()
                .field(error.key())
                .map(field -> texts.either(field.label(), field.labelEn()))
                .orElse(error.key());
        return texts.f("FormError." + error.code(), label);
    }

    /** Whether who sent the lot took it back, so that there is nothing to decide any more. */
    public boolean isTakenBack() {
        return TAKEN_BACK.equals(getTask().outcome());
    }

    /** What was decided, by the labels of the form. */
    public List<FormLines.Line> getDecision() {
        return FormLines.of(getForm(), getTask().fields(), texts);
    }

    /** What was typed here and is no longer needed, because somebody else decided first. */
    public List<FormLines.Line> getTyped() {
        return FormLines.of(getForm(), values, texts);
    }

    /** Whether the field of this key is among what is wrong. */
    public boolean wrong(String key) {
        return problems.stream().anyMatch(problem -> key.equals(problem.key()));
    }

    public List<Problem> getProblems() {
        return problems;
    }

    /** Whether the form begins with a decision that was undone: what was typed after that is newer. */
    public boolean isPrefilled() {
        return prefilled;
    }

    /** The values of fields that are ticked or not. */
    public Map<String, Boolean> getChecks() {
        return checks;
    }

    public Map<String, String> getValues() {
        return values;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getNotice() {
        return notice;
    }

    public void setNotice(String notice) {
        this.notice = notice;
    }
}

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
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.RowDesk;
import org.chengxin.intake.boundary.RowSettlement;
import org.chengxin.intake.boundary.RowValues;
import org.chengxin.intake.entity.SettlementAction;
import org.chengxin.kernel.BusinessRefusal;

/** A clerk changes values of a row that did not go on; only what was changed is sent. */
@Named("rowForm")
@ViewScoped
public class RowForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    RowDesk desk;

    @Inject
    RowSettlement settlement;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String no;
    private int row;
    private boolean confirmed;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> before = new HashMap<>();
    private final List<TaskWork.Problem> problems = new ArrayList<>();
    private transient RowValues found;

    /** Reads the row that the address names. */
    public void open() {
        found = answers.orErrorPage(() -> desk.row(no == null ? "" : no, row));
        if (found != null) {
            before.putAll(found.values());
            values.putAll(found.values());
        }
    }

    /** Fills in what was suggested; nothing is sent yet. */
    public void takeSuggestions() {
        problems.clear();
        getFound().row().findings().stream()
                .filter(finding -> finding.fieldName() != null && finding.suggestion() != null)
                .forEach(finding -> values.put(finding.fieldName(), finding.suggestion()));
    }

    /** Sends what was changed; what is still wrong is said at its field, and what was typed stays. */
    public void send() {
        problems.clear();
        Map<String, String> changed = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            String text = value == null ? "" : value.strip();
            if (!text.equals(before.getOrDefault(field, ""))) {
                changed.put(field, text);
            }
        });
        if (changed.isEmpty() && !confirmed) {
            problems.add(new TaskWork.Problem(null, texts.t("Refusal.FIELDS_MISSING")));
            return;
        }
        try {
            SettlementAction action = changed.isEmpty() ? SettlementAction.KEEP : SettlementAction.CHANGE;
            RowSettlement.Answer answer = settlement
                    .settle(no, new RowSettlement.Wish(List.of(row), null, action, changed, confirmed, null))
                    .get(0);
            if (answer.settled()) {
                answers.leadTo("rows.xhtml", "no", no, "outcome", answer.outcome(), "notice", "settled");
            } else {
                answer.findings().stream()
                        .filter(finding -> finding.severity().matches("ERROR|SUSPECT"))
                        .forEach(finding ->
                                problems.add(new TaskWork.Problem(finding.fieldName(), texts.finding(finding))));
            }
        } catch (BusinessRefusal refusal) {
            problems.add(new TaskWork.Problem(null, texts.refusal(refusal)));
        }
    }

    public RowValues getFound() {
        if (found == null) {
            found = desk.row(no, row);
        }
        return found;
    }

    /** Findings about a field. */
    public List<FindingView> findingsAt(String field) {
        return getFound().row().findings().stream()
                .filter(finding -> field.equals(finding.fieldName()))
                .toList();
    }

    /** Findings about the row as a whole. */
    public List<FindingView> getFindingsOfRow() {
        return getFound().row().findings().stream()
                .filter(finding -> finding.fieldName() == null)
                .toList();
    }

    /** Whether a field is among what is wrong. */
    public boolean wrong(String field) {
        return problems.isEmpty()
                ? findingsAt(field).stream()
                        .anyMatch(finding -> finding.severity().matches("ERROR|SUSPECT"))
                : problems.stream().anyMatch(problem -> field.equals(problem.key()));
    }

    public boolean isSuggested() {
        return getFound().row().findings().stream().anyMatch(finding -> finding.suggestion() != null);
    }

    public List<TaskWork.Problem> getProblems() {
        return problems;
    }

    public Map<String, String> getValues() {
        return values;
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }

    public String getNo() {
        return no;
    }

    public void setNo(String no) {
        this.no = no;
    }

    public String getRow() {
        return String.valueOf(row);
    }

    public void setRow(String row) {
        this.row = Positions.number(row, 0L).intValue();
    }
}

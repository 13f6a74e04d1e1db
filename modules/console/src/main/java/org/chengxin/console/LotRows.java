package org.chengxin.console;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.OpenRow;
import org.chengxin.intake.boundary.RowDesk;
import org.chengxin.intake.boundary.RowSettlement;
import org.chengxin.intake.boundary.RuleCount;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.intake.entity.SettlementAction;
import org.chengxin.intake.entity.SubmissionState;
import org.chengxin.kernel.BusinessRefusal;

/** The rows of a lot by what became of them, and what its clerk decides about those that did not go on. */
@Named("lotRows")
@ViewScoped
public class LotRows implements Serializable {

    static final int ROWS = 50;
    /** So many reasons are said at once; the rest is in the table. */
    private static final int PROBLEMS = 20;

    private static final long serialVersionUID = 1L;

    @Inject
    Submissions submissions;

    @Inject
    RowDesk desk;

    @Inject
    RowSettlement settlement;

    @Inject
    ConsoleTexts texts;

    @Inject
    CurrentUser me;

    @Inject
    Answers answers;

    private String no;
    private String outcome = "SUSPECT";
    private String rule;
    private int after;
    private String notice;
    private String reason;
    private final List<String> problems = new ArrayList<>();
    private transient SubmissionView lot;
    private transient List<OpenRow> rows;
    private transient List<RuleCount> rules;

    /** Reads the lot that the address names. */
    public void open() {
        lot = answers.orErrorPage(() -> submissions.get(no == null ? "" : no));
    }

    /** Takes over what was suggested for the chosen rows. */
    public void takeSuggestions() {
        settle(SettlementAction.SUGGESTIONS);
    }

    /** Confirms what is doubtful in the chosen rows. */
    public void keep() {
        settle(SettlementAction.KEEP);
    }

    /** Leaves the chosen rows out, with a reason. */
    public void drop() {
        settle(SettlementAction.DROP);
    }

    private void settle(SettlementAction action) {
        problems.clear();
        notice = null;
        boolean everyRow =
                rule != null && "rule".equals(sent("which").findFirst().orElse(null));
        List<Integer> chosen = everyRow
                ? List.of()
                : sent("chosen")
                        .filter(row -> row.matches("\\d{1,9}"))
                        .map(Integer::valueOf)
                        .toList();
        if (!everyRow && chosen.isEmpty()) {
            problems.add(texts.t("Refusal.ROWS_MISSING"));
            return;
        }
        try {
            List<RowSettlement.Answer> came = settlement.settle(
                    no, new RowSettlement.Wish(chosen, everyRow ? rule : null, action, Map.of(), false, reason));
            came.stream()
                    .filter(answer -> !answer.settled())
                    .limit(PROBLEMS)
                    .forEach(answer -> problems.add(texts.f2("rows.still", answer.row(), words(answer.findings()))));
            if (problems.isEmpty()) {
                answers.leadTo("rows.xhtml", "no", no, "outcome", outcome, "notice", "settled");
            }
        } catch (BusinessRefusal refusal) {
            problems.add(texts.refusal(refusal));
        }
        lot = null;
    }

    private String words(List<FindingView> findings) {
        return findings.isEmpty()
                ? texts.t("rows.nothing")
                : String.join(" ", findings.stream().map(texts::finding).toList());
    }

    private static Stream<String> sent(String name) {
        String[] values = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get(name);
        return values == null ? Stream.of() : Stream.of(values);
    }

    public SubmissionView getLot() {
        if (lot == null) {
            lot = submissions.get(no);
        }
        return lot;
    }

    /** Whether this user may decide about rows of this kind in the lot's present state. */
    public boolean isMine() {
        SubmissionState state = getLot().state();
        return me.isClerk()
                && getLot().organisationId().equals(me.getActor().organisationId())
                && state != SubmissionState.RECEIVED
                && state != SubmissionState.RETURNED
                && state != SubmissionState.REFUSED
                && (state != SubmissionState.CHECKING || getLot().round() > 0)
                && !outcome.equals("ACCEPTED");
    }

    public List<OpenRow> getRows() {
        List<OpenRow> found = found();
        return found.size() > ROWS ? found.subList(0, ROWS) : found;
    }

    /** The row after which the next page begins; null at the end. */
    public Integer getNext() {
        return found().size() > ROWS ? found().get(ROWS - 1).receipt().row() : null;
    }

    private List<OpenRow> found() {
        if (rows == null) {
            rows = desk.rows(no, outcome, rule, after, ROWS + 1);
        }
        return rows;
    }

    /** Because of which rules rows wait. */
    public List<RuleCount> getRules() {
        if (rules == null) {
            rules = desk.rules(no);
        }
        return rules;
    }

    /** The rule that this list is restricted to; null for none, and for one because of which no row waits. */
    public RuleCount getChosenRule() {
        return getRules().stream()
                .filter(known -> known.rule().equals(rule))
                .findFirst()
                .orElse(null);
    }

    public List<String> getProblems() {
        return problems;
    }

    public String getNo() {
        return no;
    }

    public void setNo(String no) {
        this.no = no;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome != null && outcome.matches("ACCEPTED|REJECTED|SUSPECT|UNMATCHED") ? outcome : "SUSPECT";
    }

    public String getRule() {
        return rule;
    }

    public void setRule(String rule) {
        this.rule = rule != null && rule.matches("[A-Z_]{1,60}") ? rule : null;
    }

    public String getAfter() {
        return String.valueOf(after);
    }

    /** The row after which the list goes on; what is no number begins with the first. */
    public void setAfter(String after) {
        this.after = Positions.number(after, 0L).intValue();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getNotice() {
        return notice;
    }

    public void setNotice(String notice) {
        this.notice = notice;
    }
}

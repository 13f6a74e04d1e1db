package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.LotChain;
import org.chengxin.intake.boundary.LotCorrections;
import org.chengxin.intake.boundary.RowDesk;
import org.chengxin.intake.boundary.RuleCount;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.intake.control.IntakeTexts;
import org.chengxin.intake.entity.SubmissionState;

/** A lot: its counts, which reconcile, what was found in its rows, and what the reviewer said. */
@Named("lotView")
@RequestScoped
public class LotView {

    static final int ROWS = 50;

    @Inject
    Submissions submissions;

    @Inject
    LotCorrections corrections;

    @Inject
    RowDesk desk;

    @Inject
    CurrentUser me;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String no;
    private String notice;
    private int row;
    private int seq = -1;
    private SubmissionView lot;
    private List<FindingView> findings;
    private List<CleaningLine> cleaning;
    private List<RuleCount> rules;
    private LotChain chain;
    private Integer lost;
    private Boolean takeable;

    /** Reads the lot that the address names. */
    public void open() {
        lot = answers.orErrorPage(() -> submissions.get(no));
    }

    public SubmissionView getLot() {
        return lot;
    }

    /** Whether it is being worked on without anybody having to do something. */
    public boolean isMoving() {
        SubmissionState state = getLot().state();
        return state == SubmissionState.RECEIVED
                || state == SubmissionState.CHECKING
                || (state == SubmissionState.PROCESSING && getLot().toClassify() == 0);
    }

    /** Whether it is not all checked yet. */
    public boolean isBeingChecked() {
        SubmissionState state = getLot().state();
        return state == SubmissionState.RECEIVED || (state == SubmissionState.CHECKING && getLot().round() == 0);
    }

    /** At which step of sending a file its clerk is: 3 it is checked, 4 there is something to mend, 5 it is reviewed. */
    public int getStep() {
        if (isBeingChecked()) {
            return 3;
        }
        return getLost() > 0 || getLot().counts().suspect() > 0 ? 4 : 5;
    }

    /** Whether this user is a clerk of the department that sent it. */
    public boolean isOwn() {
        return me.isClerk() && getLot().organisationId().equals(me.getActor().organisationId());
    }

    /** Because of which rules rows wait for the supplier, those with most rows first; empty while it is checked. */
    public List<RuleCount> getRules() {
        if (rules == null) {
            List<RuleCount> found = isBeingChecked() ? null : answers.orNothing(() -> desk.rules(no));
            rules = found == null ? List.of() : found;
        }
        return rules;
    }

    /** The lots that corrected each other, where it is one of them; else null. */
    public LotChain getChain() {
        if (chain == null) {
            chain = corrections.chain(no).orElse(null);
        }
        return chain;
    }

    /** How many of its rows are lost unless they are mended and sent again; only its own clerks mend them. */
    public int getLost() {
        if (lost == null) {
            lost = isOwn() && !isBeingChecked() ? corrections.lost(no) : 0;
        }
        return lost;
    }

    /** Whether this user may take it back: who sent it, while its first review goes on. */
    public boolean isTakeable() {
        if (takeable == null) {
            takeable = me.isClerk() && corrections.mayTakeBack(no);
        }
        return takeable;
    }

    /** Whether its clerk took it back, so that nobody has reviewed it. */
    public boolean isTakenBack() {
        return getLot().state() == SubmissionState.RETURNED && getLot().reviewedBy() == null;
    }

    /** Of how many rows {@code progress} counts: those checked while it is checked, later those that become records. */
    public int getGoal() {
        SubmissionView.Counts counts = getLot().counts();
        return Math.max(1, getLot().state() == SubmissionState.PROCESSING ? counts.accepted() : counts.received());
    }

    /**
     * How many cells a cleaning rule changed.
     *
     * @param name of the rule in words
     */
    public record CleaningLine(String name, long cells) {}

    /** What cleaning changed, by rule; words that no code table knew name their field by its title. */
    public List<CleaningLine> getCleaning() {
        if (cleaning == null) {
            Map<String, Long> counts = getLot().cleaning();
            ItemDefinition item = counts.isEmpty() ? null : submissions.definition(no);
            cleaning = counts.entrySet().stream()
                    .map(entry -> new CleaningLine(
                            IntakeTexts.ofCleaning(entry.getKey(), item, texts.locale()), entry.getValue()))
                    .toList();
        }
        return cleaning;
    }

    public List<FindingView> getFindings() {
        if (findings == null) {
            findings = submissions.findings(no, row, seq, ROWS + 1);
        }
        return findings.size() > ROWS ? findings.subList(0, ROWS) : findings;
    }

    /** The last finding of this page where further ones follow; null at the end. */
    public FindingView getLast() {
        return getFindings().size() < findings.size() ? findings.get(ROWS - 1) : null;
    }

    /** Whether this is a later page of the findings. */
    public boolean isContinued() {
        return row > 0;
    }

    public String getNo() {
        return no;
    }

    public void setNo(String no) {
        this.no = no;
    }

    public String getNotice() {
        return notice;
    }

    public void setNotice(String notice) {
        this.notice = notice;
    }

    public String getRow() {
        return String.valueOf(row);
    }

    /** The row after which the findings go on; what is no number begins with the first. */
    public void setRow(String row) {
        this.row = Positions.number(row, 0L).intValue();
    }

    public String getSeq() {
        return String.valueOf(seq);
    }

    public void setSeq(String seq) {
        this.seq = Positions.number(seq, -1L).intValue();
    }
}

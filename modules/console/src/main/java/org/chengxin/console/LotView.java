package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.boundary.FindingView;
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
    Catalogue catalogue;

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
            ItemDefinition item = counts.isEmpty()
                    ? null
                    : catalogue.item(getLot().catalogueItem()).definition();
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

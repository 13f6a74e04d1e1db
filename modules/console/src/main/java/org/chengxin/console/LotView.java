package org.chengxin.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.intake.entity.SubmissionState;

/** A lot: its counts, which reconcile, what was found in its rows, and what the reviewer said. */
@Named("lotView")
@ViewScoped
public class LotView implements Serializable {

    private static final long serialVersionUID = 1L;
    static final int ROWS = 50;

    @Inject
    Submissions submissions;

    @Inject
    Answers answers;

    private String no;
    private String notice;
    private int row;
    private int seq = -1;
    private transient SubmissionView lot;
    private transient List<FindingView> findings;

    /** Reads the lot that the address names. */
    public void open() {
        lot = answers.orErrorPage(() -> submissions.get(no));
    }

    /** Reads it again: while it moves, the page follows. */
    public void refresh() {
        lot = submissions.get(no);
        findings = null;
    }

    public SubmissionView getLot() {
        if (lot == null) {
            lot = submissions.get(no);
        }
        return lot;
    }

    /** Whether it is being worked on without anybody having to do something. */
    public boolean isMoving() {
        SubmissionState state = getLot().state();
        return state == SubmissionState.RECEIVED
                || state == SubmissionState.CHECKING
                || state == SubmissionState.PROCESSING;
    }

    /** Of how many rows {@code progress} counts: those checked while it is checked, later those that become records. */
    public int getGoal() {
        SubmissionView.Counts counts = getLot().counts();
        return Math.max(1, getLot().state() == SubmissionState.PROCESSING ? counts.accepted() : counts.received());
    }

    public List<FindingView> getFindings() {
        if (findings == null) {
            List<FindingView> found = submissions.findings(no, row, seq, ROWS + 1);
            findings = List.copyOf(found);
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

    public int getRow() {
        return row;
    }

    public void setRow(int row) {
        this.row = row;
    }

    public int getSeq() {
        return seq;
    }

    public void setSeq(int seq) {
        this.seq = seq;
    }
}

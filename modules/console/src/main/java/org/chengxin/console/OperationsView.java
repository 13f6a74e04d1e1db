package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.boundary.SetAsideRow;
import org.chengxin.intake.boundary.SetAsideRows;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.notification.boundary.MailDesk;
import org.chengxin.notification.boundary.MailStatus;
import org.chengxin.publication.boundary.PeriodEndRun;
import org.chengxin.publication.boundary.PeriodEnds;
import org.chengxin.workflow.boundary.EngineIncidents;
import org.chengxin.workflow.boundary.FailedStep;
import org.chengxin.workflow.boundary.FailedStepPage;
import org.chengxin.workflow.boundary.StuckCheck;
import org.chengxin.workflow.boundary.StuckChecks;
import org.chengxin.workflow.boundary.StuckFinding;

/** Whether everything goes on by itself: steps that stand still, for the administrator, and the runs that end periods. */
@Named("operationsView")
@RequestScoped
public class OperationsView {

    static final int ROWS = 25;

    @Inject
    EngineIncidents incidents;

    @Inject
    SetAsideRows rows;

    @Inject
    PeriodEnds periodEnds;

    @Inject
    StuckChecks checks;

    @Inject
    MailDesk mails;

    @Inject
    Answers answers;

    @Inject
    ConsoleTexts texts;

    private String after;
    private Long before;
    private String notice;
    private String problem;
    private FailedStepPage failed;
    private List<SetAsideRow> setAside;
    private List<PeriodEndRun> runs = List.of();
    private StuckCheck check;
    private MailStatus mail;

    /** Reads the page; when its form was sent, does first what the pressed button says. */
    public void open() {
        Map<String, String> sent =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        if (FacesContext.getCurrentInstance().isPostback() && act(sent)) {
            return;
        }
        List<PeriodEndRun> found = answers.orErrorPage(() -> periodEnds.list(before, ROWS + 1));
        if (found == null) {
            return;
        }
        runs = found;
        check = answers.orNothing(checks::latest);
        mail = answers.orNothing(mails::status);
        setAside = answers.orNothing(rows::list);
        failed = answers.orNothing(() -> incidents.list(after, ROWS));
    }

    private boolean act(Map<String, String> sent) {
        try {
            if (sent.containsKey("check")) {
                checks.run();
                answers.leadTo("operations.xhtml", "notice", "checked");
                FacesContext.getCurrentInstance().responseComplete();
                return true;
            }
            if (sent.containsKey("retryAll")) {
                incidents.retryAll();
            } else if (sent.get("retry") != null) {
                incidents.retry(sent.get("retry"));
            } else if (sent.containsKey("retryMails")) {
                mails.retryAll();
            } else if (sent.get("retryMail") != null) {
                mails.retry(Positions.key(sent.get("retryMail"), 0L));
            } else if (sent.get("retryRow") != null) {
                rows.retry(Positions.number(sent.get("retryRow"), 0L));
            } else {
                return false;
            }
        } catch (BusinessRefusal refusal) {
            problem = texts.refusal(refusal);
            return false;
        }
        answers.leadTo("operations.xhtml", "notice", "retried");
        FacesContext.getCurrentInstance().responseComplete();
        return true;
    }

    /** Whether this caller may see the steps that stand still. */
    public boolean isSeesSteps() {
        return failed != null;
    }

    public List<FailedStep> getSteps() {
        return failed.steps();
    }

    /** What the last check that nothing is stuck found; null before the first. */
    public StuckCheck getCheck() {
        return check;
    }

    /** How notices by e-mail stand; null for who is not the administrator. */
    public MailStatus getMail() {
        return mail;
    }

    /** The page of the lot or record that a finding is about; null where it is about neither. */
    public String pageOf(StuckFinding finding) {
        return Positions.pageOf(finding.process(), finding.key());
    }

    /** Rows that their lots went on without. */
    public List<SetAsideRow> getSetAside() {
        return setAside;
    }

    /** Where the next page of steps begins; null at the end. */
    public String getNext() {
        return failed.next();
    }

    public List<PeriodEndRun> getRuns() {
        return runs.size() > ROWS ? runs.subList(0, ROWS) : runs;
    }

    /** Where the next page of runs begins; null at the end. */
    public Long getNextRun() {
        return runs.size() > ROWS ? runs.get(ROWS - 1).id() : null;
    }

    /** Whether a number or word of a step leads to a page: lots and records have one. */
    public String pageOf(FailedStep step) {
        return Positions.pageOf(step.process(), step.businessKey());
    }

    /** Why a button did nothing; null if it did. */
    public String getProblem() {
        return problem;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getBefore() {
        return before == null ? null : before.toString();
    }

    /** Where the page of runs begins; what is no number begins with the latest. */
    public void setBefore(String before) {
        this.before = Positions.number(before, null);
    }

    public String getNotice() {
        return notice;
    }

    public void setNotice(String notice) {
        this.notice = notice;
    }
}

package org.chengxin.console;

import jakarta.ejb.EJBException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.chengxin.intake.boundary.LotCorrections;
import org.chengxin.kernel.BusinessRefusal;

/** A clerk takes the own lot back before it was decided; the page asks for the reason first. */
@Named("takeBack")
@ViewScoped
public class TakeBack implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(TakeBack.class.getName());

    @Inject
    LotCorrections corrections;

    @Inject
    ConsoleTexts texts;

    @Inject
    Formats formats;

    @Inject
    Answers answers;

    private String no;
    private String reason;
    private final List<String> problems = new ArrayList<>();

    /** Looks whether this may be done; a lot that was decided meanwhile is shown instead. */
    public void open() {
        Boolean possible = answers.orErrorPage(() -> corrections.mayTakeBack(no == null ? "" : no));
        if (Boolean.FALSE.equals(possible)) {
            answers.leadTo("lot.xhtml", "no", no);
        }
    }

    /** Does it; what is missing is said, and what was typed stays. */
    public void take() {
        problems.clear();
        try {
            corrections.takeBack(no, reason);
            answers.leadTo("lot.xhtml", "no", no, "notice", "takenBack");
        } catch (BusinessRefusal refusal) {
            switch (refusal.code()) {
                // whatever came first, the lot's page shows it; this may be the second of two clicks
                case "LOT_STATE" -> answers.leadTo("lot.xhtml", "no", no);
                case "TASK_DECIDED" -> decided(refusal.arguments());
                default -> problems.add(texts.refusal(refusal));
            }
        } catch (EJBException busy) {
            // a timer of the review at the same moment; nothing is half done
            LOG.log(Level.WARNING, "A lot was not taken back: " + no, busy);
            problems.add(texts.t("takeBack.again"));
        }
    }

    private void decided(List<String> who) {
        if (TaskWork.TAKEN_BACK.equals(who.get(2))) {
            answers.leadTo("lot.xhtml", "no", no, "notice", "takenBack");
        } else {
            problems.add(texts.f3(
                    "takeBack.decided", who.get(0), formats.momentOf(who.get(1)), texts.name("Outcome", who.get(2))));
        }
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

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}

package org.chengxin.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Section;
import org.chengxin.record.boundary.RecordView;
import org.chengxin.record.boundary.Records;
import org.chengxin.record.boundary.SectionChange;

/** The supplier's reviewer makes an early warning an alert; the page asks for basis and reason first. */
@Named("raiseToAlert")
@ViewScoped
public class RaiseToAlert implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    @Inject
    Records records;

    @Inject
    SectionChange change;

    @Inject
    ConsoleTexts texts;

    @Inject
    Answers answers;

    private String no;
    private String title;
    private int version;
    private String legalBasis;
    private String reason;
    private final List<TaskWork.Problem> problems = new ArrayList<>();

    /** Reads the record that the address names; who may not do this to it gets the page that says so. */
    public void open() {
        RecordView record = answers.orMissing(() -> {
            if (!change.possible(no == null ? "" : no)) {
                throw BusinessRefusal.forbidden("NOT_A_WARNING", no);
            }
            return records.get(no);
        });
        if (record != null) {
            title = record.title();
            version = record.version();
        }
    }

    /** Does it; what is missing is said, and what was typed stays. */
    public void raise() {
        problems.clear();
        required("legalBasis", "event.basis", legalBasis);
        required("reason", "event.reason", reason);
        if (!problems.isEmpty()) {
            return;
        }
        try {
            change.raise(no, legalBasis, reason, version);
            answers.leadTo("record.xhtml", "no", no, "notice", "raised");
        } catch (BusinessRefusal refusal) {
            problems.add(new TaskWork.Problem(null, texts.refusal(refusal)));
        }
    }

    private void required(String field, String title, String value) {
        if (value == null || value.isBlank()) {
            problems.add(new TaskWork.Problem(field, texts.f("FormError.REQUIRED", texts.t(title))));
        } else if (value.strip().length() > LONGEST) {
            problems.add(new TaskWork.Problem(field, texts.f("FormError.TOO_LONG", texts.t(title))));
        }
    }

    /** Whether a link to this page makes sense for the record. */
    public boolean offered(RecordView record) {
        return record != null
                && record.section() == Section.WARNING
                && Boolean.TRUE.equals(answers.orNothing(() -> change.possible(record.recordNo())));
    }

    public String getNo() {
        return no;
    }

    public void setNo(String no) {
        this.no = no;
    }

    public String getTitle() {
        return title;
    }

    public List<TaskWork.Problem> getProblems() {
        return problems;
    }

    public String getLegalBasis() {
        return legalBasis;
    }

    public void setLegalBasis(String legalBasis) {
        this.legalBasis = legalBasis;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}

package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.record.boundary.RecordSheet;
import org.chengxin.record.boundary.RecordSources;
import org.chengxin.record.boundary.SourceClaim;
import org.chengxin.workflow.boundary.TaskView;

/** What somebody looks at before deciding a task: the lot with its findings, or the record with its life so far. */
@Named("taskEvidence")
@RequestScoped
public class TaskEvidence {

    /** The process whose business key is a lot's number; that of every other is a record's. */
    private static final String SUBMISSION = "Submission";

    static final int FIRST_FINDINGS = 20;
    /** No row has as many findings. */
    private static final int MOST_OF_ROW = 100;

    @Inject
    Submissions submissions;

    @Inject
    RecordSources sources;

    @Inject
    RecordFile file;

    @Inject
    Answers answers;

    @Inject
    TaskWork work;

    private SubmissionView lot;
    private List<FindingView> ofRow;
    private List<SourceClaim> claims;

    /** The lot that the task is about; null for a task about a record. */
    public SubmissionView getLot() {
        if (lot == null && isAboutLot()) {
            lot = answers.orNothing(() -> submissions.get(task().businessKey()));
        }
        return lot;
    }

    public List<FindingView> getFindings() {
        return submissions.findings(task().businessKey(), 0, -1, FIRST_FINDINGS);
    }

    /** The record that the task is about, with how it differs from the version before; null for a task about a lot. */
    public RecordSheet getSheet() {
        return isAboutLot() ? null : file.read(task().businessKey());
    }

    /** What was found in a field of the record's row; with an empty name, in the row as a whole. */
    public List<FindingView> findingsOf(String field) {
        return ofRow().stream()
                .filter(finding ->
                        Objects.requireNonNullElse(finding.fieldName(), "").equals(field))
                .toList();
    }

    private List<FindingView> ofRow() {
        if (ofRow == null) {
            RecordSheet.Origin origin = getSheet().origin();
            List<FindingView> found = answers.orNothing(
                    () -> submissions.findings(origin.submission(), origin.row() - 1, Integer.MAX_VALUE, MOST_OF_ROW));
            ofRow = found == null
                    ? List.of()
                    : found.stream()
                            .filter(finding -> finding.row() == origin.row())
                            .toList();
        }
        return ofRow;
    }

    /** What other sources say differently about the subject of the record, as far as the reader may know of it. */
    public List<SourceClaim> getClaims() {
        if (claims == null) {
            List<SourceClaim> found = answers.orNothing(() -> sources.differing(task().businessKey()));
            claims = found == null ? List.of() : found;
        }
        return claims;
    }

    public boolean isAboutLot() {
        return SUBMISSION.equals(task().process());
    }

    private TaskView task() {
        return work.getTask();
    }
}

package org.chengxin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.record.boundary.EventView;
import org.chengxin.record.boundary.RecordView;
import org.chengxin.record.boundary.Records;
import org.chengxin.workflow.boundary.TaskView;

/** What somebody looks at before deciding a task: the lot with its findings, or the record with its life so far. */
@Named("taskEvidence")
@RequestScoped
public class TaskEvidence {

    /** The process whose business key is a lot's number; that of every other is a record's. */
    private static final String SUBMISSION = "Submission";

    static final int FIRST_FINDINGS = 20;

    @Inject
    Submissions submissions;

    @Inject
    Records records;

    @Inject
    Answers answers;

    @Inject
    TaskWork work;

    private SubmissionView lot;
    private RecordView record;
    private List<EventView> events;

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

    /** The record that the task is about; null for a task about a lot. */
    public RecordView getRecord() {
        if (record == null && !isAboutLot()) {
            record = answers.orNothing(() -> records.get(task().businessKey()));
        }
        return record;
    }

    /** The events of that record; read once a page, since every look is logged. */
    public List<EventView> getEvents() {
        if (events == null) {
            events = records.history(task().businessKey());
        }
        return events;
    }

    public boolean isAboutLot() {
        return SUBMISSION.equals(task().process());
    }

    private TaskView task() {
        return work.getTask();
    }
}

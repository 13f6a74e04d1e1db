package org.chengxin.record.entity;

import java.time.Instant;
import org.chengxin.kernel.Actor;

/**
 * What all records of a lot have in common.
 *
 * @param clerk who entered it
 * @param reviewer who approved it; in this person's organisation the content is declared
 * @param historic whether it came as an import of historic data that a superior approved (F20)
 */
public record LotContext(
        Long submissionId,
        String submissionNo,
        Long itemId,
        String itemCode,
        Long itemVersionId,
        Long organisationId,
        Actor clerk,
        Instant receivedAt,
        Actor reviewer,
        Instant approvedAt,
        String reviewReason,
        boolean historic,
        String processInstanceId) {

    /** Who entered a row: its settler, else who sent the lot. That person does not review it. */
    public String enteredBy(AdmittedRow row) {
        return row.enteredBy() == null ? clerk.username() : row.enteredBy();
    }

    public String reviewedBy() {
        return reviewer.username();
    }

    Step entry(AdmittedRow row) {
        return Step.of(receivedAt, clerk, "Submission", processInstanceId, "CheckRows")
                .with("submission", submissionNo)
                .with("row", Integer.toString(row.rowNo()));
    }

    Step approval(AdmittedRow row) {
        return Step.of(approvedAt, reviewer, "Submission", processInstanceId, "ReviewLot")
                .because("苏府[2003]184号 五(二)", reviewReason)
                .with("submission", submissionNo)
                .with("row", Integer.toString(row.rowNo()));
    }
}

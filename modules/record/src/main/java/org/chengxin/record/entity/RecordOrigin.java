package org.chengxin.record.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where a record's present content came from: lot, row and version of the item, and who stands behind it. */
@Embeddable
public class RecordOrigin {

    @Column(name = "item_version_id")
    private Long itemVersionId;

    @Column(name = "submission_id")
    private Long submissionId;

    @Column(name = "row_no")
    private int rowNo;

    private boolean historic;

    @Column(name = "entered_by")
    private String enteredBy;

    @Column(name = "reviewed_by")
    private String reviewedBy;

    protected RecordOrigin() {}

    static RecordOrigin of(AdmittedRow row, LotContext lot) {
        RecordOrigin origin = new RecordOrigin();
        origin.itemVersionId = lot.itemVersionId();
        origin.submissionId = lot.submissionId();
        origin.rowNo = row.rowNo();
        origin.historic = lot.historic();
        origin.enteredBy = lot.enteredBy(row);
        origin.reviewedBy = lot.reviewedBy();
        return origin;
    }

    public Long itemVersionId() {
        return itemVersionId;
    }

    public Long submissionId() {
        return submissionId;
    }

    /** As a person sees it in the file: the header is row 1. */
    public int rowNo() {
        return rowNo;
    }

    /** It came with an import of old data that a superior approved (F20). */
    public boolean historic() {
        return historic;
    }

    /** Who sent the lot, or settled the row since. */
    public String enteredBy() {
        return enteredBy;
    }

    public String reviewedBy() {
        return reviewedBy;
    }
}

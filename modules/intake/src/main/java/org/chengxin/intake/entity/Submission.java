package org.chengxin.intake.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.chengxin.intake.control.RowCounts;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;

/**
 * A lot: one file or push of one department for one catalogue item, from its receipt to the day its rows are through.
 * Rows and findings are many and live in tables beside it; the lot counts them.
 */
@Entity
@Table(name = "submission")
@NamedQuery(name = "Submission.byNo", query = "SELECT s FROM Submission s WHERE s.no = :no")
@NamedQuery(
        name = "Submission.byKey",
        query = "SELECT s FROM Submission s WHERE s.organisationId = :organisation AND s.idempotencyKey = :key")
@NamedQuery(
        name = "Submission.byContent",
        query = "SELECT s FROM Submission s WHERE s.organisationId = :organisation AND s.itemId = :item"
                + " AND s.contentSha256 = :sha256 AND s.state NOT IN :again")
public class Submission {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "submission_seq")
    @SequenceGenerator(name = "submission_seq", sequenceName = "submission_seq", allocationSize = 50)
    private Long id;

    private String no;

    @Column(name = "item_id")
    private Long itemId;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "item_version_id")
    private Long itemVersionId;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_name")
    private String submittedName;

    private String channel;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "content_sha256")
    private String contentSha256;

    @Column(name = "size_bytes")
    private long sizeBytes;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Enumerated(EnumType.STRING)
    @Column(name = "lot_scope")
    private DisclosureScope lotScope;

    @Column(name = "historic_document")
    private String historicDocument;

    private String mapping;
    private String cleaning;

    @Enumerated(EnumType.STRING)
    private SubmissionState state;

    private int received;
    private int accepted;
    private int rejected;
    private int suspect;
    private int unmatched;

    @Column(name = "rows_checked")
    private int rowsChecked;

    @Column(name = "last_row_checked")
    private int lastRowChecked;

    @Column(name = "rows_admitted")
    private int rowsAdmitted;

    @Column(name = "last_row_admitted")
    private int lastRowAdmitted;

    private int round;

    @Column(name = "pending_rows")
    private int pendingRows;

    @Column(name = "pending_review")
    private boolean pendingReview;

    @Column(name = "round_review")
    private boolean roundReview = true;

    @Column(name = "reviewed_by")
    private String reviewedBy;

    @Column(name = "reviewed_name")
    private String reviewedName;

    @Column(name = "reviewed_at")
    private OffsetDateTime reviewedAt;

    @Column(name = "review_reason")
    private String reviewReason;

    @Column(name = "received_at")
    private OffsetDateTime receivedAt;

    @Column(name = "closed_at")
    private OffsetDateTime closedAt;

    @Version
    private int version;

    protected Submission() {}

    /** A lot is taken: from now on it is durable, and a process instance has it. */
    public Submission(String no, LotDescription description, Actor clerk, Instant now) {
        this.no = no;
        this.itemId = description.itemId();
        this.itemCode = description.itemCode();
        this.itemVersionId = description.itemVersionId();
        this.organisationId = clerk.organisationId();
        this.submittedBy = clerk.username();
        this.submittedName = clerk.displayName();
        this.channel = description.channel();
        this.fileName = description.fileName();
        this.mediaType = description.mediaType();
        this.contentSha256 = description.contentSha256();
        this.sizeBytes = description.sizeBytes();
        this.idempotencyKey = description.idempotencyKey();
        this.lotScope = description.scope();
        this.historicDocument = description.historicDocument();
        this.mapping = description.mapping();
        this.state = SubmissionState.RECEIVED;
        this.receivedAt = now.atOffset(ZoneOffset.UTC);
    }

    /** How many rows the file has; known once it has been read. */
    public void holds(int rows) {
        received = rows;
    }

    /**
     * A chunk of rows was checked.
     *
     * @param cleaningCounts of all chunks so far, as JSON
     */
    public void checked(int lastRow, RowCounts counts, String cleaningCounts) {
        cleaning = cleaningCounts;
        in(SubmissionState.RECEIVED, SubmissionState.CHECKING);
        state = SubmissionState.CHECKING;
        lastRowChecked = lastRow;
        rowsChecked += counts.sum();
        count(counts);
    }

    private void count(RowCounts counts) {
        accepted += counts.of("ACCEPTED");
        rejected += counts.of("REJECTED");
        suspect += counts.of("SUSPECT");
        unmatched += counts.of("UNMATCHED");
    }

    /**
     * Rows went to another outcome after the check.
     *
     * @param bySupplier its clerk confirmed or changed content, so that its reviewer looks at it
     * @return whether the lot has come to its end before and has to go on for them
     * @throws BusinessRefusal CONFLICT LOT_RETURNED when the lot went back as a whole
     */
    public boolean settled(RowCounts counts, boolean bySupplier) {
        if (state == SubmissionState.RETURNED || state == SubmissionState.REFUSED) {
            throw BusinessRefusal.conflict("LOT_RETURNED", no);
        }
        count(counts);
        pendingRows += counts.of("ACCEPTED");
        pendingReview |= bySupplier && counts.of("ACCEPTED") > 0;
        return state == SubmissionState.DONE && pendingRows > 0 && nextRound();
    }

    /** The round that rows settled now will go on in. */
    public int settlingRound() {
        return round + 1;
    }

    /**
     * Begins the round of the rows that were settled meanwhile.
     *
     * @return false when there are none
     */
    public boolean nextRound() {
        if (pendingRows == 0) {
            return false;
        }
        round++;
        roundReview = pendingReview || reviewedBy == null;
        pendingRows = 0;
        pendingReview = false;
        lastRowAdmitted = 0;
        state = SubmissionState.CHECKING;
        closedAt = null;
        return true;
    }

    /**
     * A row that was set aside when it was to become a record goes on in the next round; its approval stands.
     *
     * @return whether the lot has come to its end before and has to go on for it
     */
    public boolean triesAgain() {
        pendingRows++;
        return state == SubmissionState.DONE && nextRound();
    }

    /** Goes straight on, where the reviewer's approval already covers the rows of this round. */
    public boolean goesOnUnreviewed() {
        if (roundReview) {
            return false;
        }
        in(SubmissionState.CHECKING);
        state = SubmissionState.PROCESSING;
        return true;
    }

    public void openReview() {
        in(SubmissionState.CHECKING);
        state = SubmissionState.IN_REVIEW;
    }

    /**
     * The supplier's reviewer approves it (本部门审核, 苏府[2003]184号 五(二)).
     *
     * @throws BusinessRefusal as {@link #refuseReviewBy}
     */
    public void approve(Actor reviewer, String reason, Instant now) {
        review(reviewer, reason, now);
        state = SubmissionState.PROCESSING;
    }

    /**
     * The reviewer sends it back, with a reason that stays with it: the lot as a whole, or in a later round the rows of
     * that round.
     *
     * @param rows how the rows of a later round leave it; empty in the first
     */
    public void giveBack(Actor reviewer, String reason, RowCounts rows, Instant now) {
        OffsetDateTime approvedAt = reviewedAt;
        String approvedBy = reviewedBy;
        String approvedName = reviewedName;
        String approvedReason = reviewReason;
        review(reviewer, reason, now);
        state = round == 0 ? SubmissionState.RETURNED : SubmissionState.DONE;
        closedAt = reviewedAt;
        if (round > 0) {
            count(rows);
            // what the approval of the earlier rows rests on stays
            reviewedBy = approvedBy;
            reviewedName = approvedName;
            reviewedAt = approvedAt;
            reviewReason = approvedReason;
        }
    }

    private void review(Actor reviewer, String reason, Instant now) {
        refuseReviewBy(reviewer);
        in(SubmissionState.IN_REVIEW);
        reviewedBy = reviewer.username();
        reviewedName = reviewer.displayName();
        reviewedAt = now.atOffset(ZoneOffset.UTC);
        reviewReason = reason;
    }

    /**
     * Four eyes: who entered does not review, and only the supplier's own people do.
     *
     * @throws BusinessRefusal FORBIDDEN FOUR_EYES or NOT_SUPPLIER
     */
    public void refuseReviewBy(Actor reviewer) {
        if (!reviewer.actsFor(organisationId)) {
            throw BusinessRefusal.forbidden("NOT_SUPPLIER", itemCode);
        }
        if (submittedBy.equals(reviewer.username())) {
            throw BusinessRefusal.forbidden("FOUR_EYES", no);
        }
    }

    /** A chunk of accepted rows has become records. */
    public void admitted(int lastRow, int rows) {
        in(SubmissionState.PROCESSING);
        lastRowAdmitted = lastRow;
        rowsAdmitted += rows;
    }

    public void close(Instant now) {
        in(SubmissionState.PROCESSING, SubmissionState.CHECKING);
        state = SubmissionState.DONE;
        closedAt = now.atOffset(ZoneOffset.UTC);
    }

    public void refuse(Instant now) {
        state = SubmissionState.REFUSED;
        closedAt = now.atOffset(ZoneOffset.UTC);
    }

    private void in(SubmissionState... allowed) {
        for (SubmissionState one : allowed) {
            if (state == one) {
                return;
            }
        }
        throw BusinessRefusal.conflict("LOT_STATE", no, state.name());
    }

    public Long id() {
        return id;
    }

    public String no() {
        return no;
    }

    public Long itemId() {
        return itemId;
    }

    public String itemCode() {
        return itemCode;
    }

    public Long itemVersionId() {
        return itemVersionId;
    }

    public Long organisationId() {
        return organisationId;
    }

    public String submittedBy() {
        return submittedBy;
    }

    public String submittedName() {
        return submittedName;
    }

    public String fileName() {
        return fileName;
    }

    public DisclosureScope lotScope() {
        return lotScope;
    }

    public String historicDocument() {
        return historicDocument;
    }

    public boolean historic() {
        return historicDocument != null;
    }

    /** JSON of the mapping that was used. */
    public String mapping() {
        return mapping;
    }

    /** JSON: cleaning rule → cells it changed; null before the first chunk. */
    public String cleaning() {
        return cleaning;
    }

    public SubmissionState state() {
        return state;
    }

    public int received() {
        return received;
    }

    public int accepted() {
        return accepted;
    }

    public int rejected() {
        return rejected;
    }

    public int suspect() {
        return suspect;
    }

    public int unmatched() {
        return unmatched;
    }

    public int rowsChecked() {
        return rowsChecked;
    }

    public int lastRowChecked() {
        return lastRowChecked;
    }

    public int rowsAdmitted() {
        return rowsAdmitted;
    }

    public int lastRowAdmitted() {
        return lastRowAdmitted;
    }

    /** Rows that were settled and wait for the next round. */
    public int pendingRows() {
        return pendingRows;
    }

    public int round() {
        return round;
    }

    public String reviewedBy() {
        return reviewedBy;
    }

    public String reviewedName() {
        return reviewedName;
    }

    public OffsetDateTime reviewedAt() {
        return reviewedAt;
    }

    public String reviewReason() {
        return reviewReason;
    }

    public OffsetDateTime receivedAt() {
        return receivedAt;
    }

    public OffsetDateTime closedAt() {
        return closedAt;
    }
}

package org.chengxin.api.view;

import java.time.OffsetDateTime;
import java.util.Map;
import org.chengxin.intake.boundary.SubmissionView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A lot.
 *
 * @param historic number of the superior's approval of a historic import; absent for an ordinary lot
 * @param progress rows checked, or made records while the state is PROCESSING
 */
@Schema(
        name = "Submission",
        description = "批次 / A lot that a supplier sent",
        requiredProperties = {
            "no",
            "catalogueItem",
            "catalogueItemName",
            "supplier",
            "state",
            "counts",
            "progress",
            "submittedBy",
            "receivedAt",
            "round",
            "pending"
        })
public record SubmissionJson(
        @Schema(description = "批次号 / number of the lot", examples = "L20260302000017")
        String no,

        String catalogueItem,
        String catalogueItemName,
        String catalogueItemNameEn,

        @Schema(description = "报送单位 / supplying organisation")
        String supplier,

        @Schema(enumeration = {"RECEIVED", "CHECKING", "IN_REVIEW", "RETURNED", "PROCESSING", "DONE", "REFUSED"})
        String state,

        Counts counts,

        @Schema(description = "已检查或已成为记录的行数 / rows checked, or made records")
        int progress,

        String fileName,

        @Schema(enumeration = {"PUBLIC", "GOVERNMENT", "AUTHORISED"})
        String scope,

        @Schema(description = "历史数据导入批准文号 / approval of a historic import")
        String historic,

        String submittedBy,
        String submittedName,
        OffsetDateTime receivedAt,
        String reviewedBy,
        String reviewedName,
        OffsetDateTime reviewedAt,

        @Schema(description = "审核意见 / the reviewer's reason")
        String reason,

        OffsetDateTime closedAt,

        @Schema(description = "清洗规则 → 改动的单元格数 / cleaning rule → cells changed")
        Map<String, Long> cleaning,

        @Schema(
                description =
                        "轮次：0 为首次，此后每轮办理检查后处理的行 / 0 for the lot as it came, then counted up for rows settled after the check")
        int round,

        @Schema(description = "已处理、等待下一轮的行数 / rows settled that wait for the next round")
        int pending,

        @Schema(description = "只待人工定性的记录数 / records that wait for a person to say their section, and for nothing else")
        int toClassify) {

    /** See {@link SubmissionView.Counts}: received is the sum of the next four, accepted that of the last eight. */
    @Schema(
            name = "SubmissionCounts",
            requiredProperties = {
                "received",
                "accepted",
                "rejected",
                "suspect",
                "unmatched",
                "inReview",
                "returned",
                "undetermined",
                "held",
                "published",
                "ended",
                "withdrawn",
                "repaired"
            },
            description = "received = accepted + rejected + suspect + unmatched；accepted = inReview + returned"
                    + " + undetermined + held + published + ended + withdrawn + repaired")
    public record Counts(
            int received,
            int accepted,
            int rejected,
            int suspect,
            int unmatched,
            int inReview,
            int returned,
            int undetermined,
            int held,
            int published,
            int ended,
            int withdrawn,
            int repaired) {}

    public static SubmissionJson of(SubmissionView view) {
        return new SubmissionJson(
                view.no(),
                view.catalogueItem(),
                view.catalogueItemName(),
                view.catalogueItemNameEn(),
                view.supplier(),
                view.state().name(),
                counts(view.counts()),
                view.progress(),
                view.fileName(),
                view.scope(),
                view.historicDocument(),
                view.submittedBy(),
                view.submittedName(),
                Moments.civil(view.receivedAt()),
                view.reviewedBy(),
                view.reviewedName(),
                Moments.civil(view.reviewedAt()),
                view.reviewReason(),
                Moments.civil(view.closedAt()),
                view.cleaning(),
                view.round(),
                view.pending(),
                view.toClassify());
    }

    private static Counts counts(SubmissionView.Counts c) {
        return new Counts(
                c.received(),
                c.accepted(),
                c.rejected(),
                c.suspect(),
                c.unmatched(),
                c.inReview(),
                c.returned(),
                c.undetermined(),
                c.held(),
                c.published(),
                c.ended(),
                c.withdrawn(),
                c.repaired());
    }
}

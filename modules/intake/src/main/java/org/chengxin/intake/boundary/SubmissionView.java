package org.chengxin.intake.boundary;

import java.time.OffsetDateTime;
import java.util.Map;
import org.chengxin.intake.entity.SubmissionState;

/**
 * A lot as its supplier and the centre see it.
 *
 * @param counts see {@link Counts}
 * @param cleaning named cleaning rule → cells it changed, CODE_UNKNOWN:field → words no code table knew (F14)
 * @param round 0 for the lot as it came, then counted up for rows that were settled after the check
 * @param pending rows that were settled and wait for the next round
 * @param toClassify records of it that wait for a person to say their section, when nothing else keeps it from being
 *     DONE; 0 in every other state than PROCESSING
 * @param progress rows checked or made records so far, for a bar
 */
public record SubmissionView(
        String no,
        String catalogueItem,
        String catalogueItemName,
        String catalogueItemNameEn,
        Long organisationId,
        String supplier,
        SubmissionState state,
        Counts counts,
        int progress,
        String fileName,
        String scope,
        String historicDocument,
        String submittedBy,
        String submittedName,
        OffsetDateTime receivedAt,
        String reviewedBy,
        String reviewedName,
        OffsetDateTime reviewedAt,
        String reviewReason,
        OffsetDateTime closedAt,
        Map<String, Long> cleaning,
        int round,
        int pending,
        int toClassify) {

    /**
     * received = accepted + rejected + suspect + unmatched, each row once; accepted = the sum of what follows it.
     */
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
}

package org.chengxin.subject.boundary;

import java.time.OffsetDateTime;

/**
 * Two subjects that may be one.
 *
 * @param id key of the question, by which lists go on
 * @param submissionNo the lot that raised it; null for none
 */
public record MergeCandidate(
        Long id, Reason reason, SubjectView subject, SubjectView other, OffsetDateTime foundAt, String submissionNo) {

    /** Why nobody but a person can say. */
    public enum Reason {
        /** The same name, and more than one whom it fits. */
        SAME_NAME,
        /** The same name, and codes of one kind that differ. */
        CODES_CONTRADICT,
        /** A registration held codes of both. */
        CODES_OF_BOTH
    }
}

package org.chengxin.subject.boundary;

import java.util.List;
import java.util.Set;
import org.chengxin.subject.entity.SubjectKind;

/**
 * What came of looking for a subject.
 *
 * @param how see {@link How}
 * @param subjectId present when it was found
 * @param registeredName its registered name, for a remark when the row gives another; null when not found
 * @param candidates who it may be, for the person who decides; empty when it was found or nobody is known
 * @param formerIds keys of subjects that were merged into the one that was found: what was kept by them is about it too
 */
public record SubjectMatch(
        How how, Long subjectId, String registeredName, List<Candidate> candidates, Set<Long> formerIds) {

    /** By what it was found, or why it was not. */
    public enum How {
        /** By one of its codes. */
        CODE,
        /** By its current name, in a row without any code. */
        NAME,
        /** By a name it had before, in a row without any code. */
        FORMER_NAME,
        /** A person of the credit centre said so. */
        BY_HAND,
        /** Codes or names point to more than one subject: nothing is guessed. */
        AMBIGUOUS,
        /** The code belongs to one subject, and the name is the present one of another: one of them is wrong. */
        CODE_AND_NAME_DISAGREE,
        /** Nobody has the code, but somebody has the name: their new code, a wrong one, or a namesake. */
        CODE_UNKNOWN_NAME_KNOWN,
        /** Not registered. */
        NONE;

        /** Whether the row points to several subjects, rather than to none. */
        public boolean pointsToSeveral() {
            return this == AMBIGUOUS || this == CODE_AND_NAME_DISAGREE;
        }
    }

    /**
     * Somebody whom the row may be about.
     *
     * @param code unified code; null for none
     */
    public record Candidate(Long subjectId, String name, String code, SubjectKind kind, boolean provisional) {}

    /** Whom a person of the credit centre took the row to be about. */
    public static SubjectMatch byHand(Long subjectId, Set<Long> formerIds) {
        return new SubjectMatch(How.BY_HAND, subjectId, null, List.of(), formerIds);
    }

    public boolean found() {
        return subjectId != null;
    }
}

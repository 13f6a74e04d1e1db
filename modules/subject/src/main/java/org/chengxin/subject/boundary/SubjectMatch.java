package org.chengxin.subject.boundary;

/**
 * What came of looking for a subject.
 *
 * @param how see {@link How}
 * @param subjectId present when it was found
 * @param registeredName its registered name, for a remark when the row gives another; null when not found
 */
public record SubjectMatch(How how, Long subjectId, String registeredName) {

    /** By what it was found, or why it was not. */
    public enum How {
        /** By one of its codes. */
        CODE,
        /** By its current name, in a row without any code. */
        NAME,
        /** By a name it had before, in a row without any code. */
        FORMER_NAME,
        /** Codes or names point to more than one subject: nothing is guessed. */
        AMBIGUOUS,
        /** Not registered. */
        NONE
    }

    public boolean found() {
        return subjectId != null;
    }
}

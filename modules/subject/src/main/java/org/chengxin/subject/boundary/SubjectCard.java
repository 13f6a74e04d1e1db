package org.chengxin.subject.boundary;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengxin.kernel.SubjectRole;
import org.chengxin.kernel.code.SubjectCode;

/**
 * Everything the register knows about a subject, over time.
 *
 * @param mergedInto key of the subject that took its place; null for none
 * @param withoutCodeReason why it has no code; null if it has one or nobody said
 * @param persons who stands or stood for it; for a person, whom they stand or stood for
 */
public record SubjectCard(
        SubjectView subject,
        Long mergedInto,
        String withoutCodeReason,
        List<Identifier> identifiers,
        List<Name> names,
        List<Relation> persons,
        List<Event> events) {

    /**
     * A code over time.
     *
     * @param value a number that is or holds a citizen's masked
     * @param validFrom null where nobody said
     * @param validTo null while it holds
     * @param source name of the organisation that supplied it; null if unknown
     */
    public record Identifier(
            SubjectCode.Kind kind,
            String value,
            LocalDate validFrom,
            LocalDate validTo,
            String source,
            String submissionNo,
            OffsetDateTime recordedAt) {}

    /** A name over time; the same word on dates and source as for codes. */
    public record Name(
            String name,
            boolean former,
            LocalDate validFrom,
            LocalDate validTo,
            String source,
            String submissionNo,
            OffsetDateTime recordedAt) {}

    /**
     * A tie between a person and an organisation.
     *
     * @param subjectId the other side
     */
    public record Relation(
            Long subjectId, String name, SubjectRole role, LocalDate validFrom, LocalDate validTo, String source) {}

    /**
     * What happened to the subject in the register.
     *
     * @param type PROVISIONAL_OPENED, REGISTRATION_ARRIVED, MERGED_INTO or MERGED_FROM
     * @param otherId the other subject of a merge; null for none
     */
    public record Event(OffsetDateTime occurredAt, String type, Long otherId, String actor, String reason) {}
}

package org.chengxin.subject.boundary;

import java.time.Instant;
import java.time.LocalDate;
import org.chengxin.subject.entity.SubjectAttribute;

/**
 * What one source says about a subject.
 *
 * @param organisationId the supplier
 * @param itemCode the catalogue item with which it said so
 * @param value as cleaned
 * @param statedOn the day of which it holds; null for unknown
 * @param receivedAt when the lot came
 */
public record SubjectFact(
        Long subjectId,
        SubjectAttribute attribute,
        Long organisationId,
        String itemCode,
        String value,
        LocalDate statedOn,
        Instant receivedAt,
        String recordNo) {}

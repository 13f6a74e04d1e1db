package org.chengxin.subject.boundary;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengxin.subject.entity.SubjectAttribute;

/**
 * Sources that differ about a subject.
 *
 * @param cursor opaque, to go on after this one
 * @param publicId of the subject
 * @param code unified code; null for none
 * @param claims what the sources say, the one that holds first
 */
public record FactConflict(
        String cursor,
        String publicId,
        String code,
        String name,
        SubjectAttribute attribute,
        OffsetDateTime foundAt,
        List<Claim> claims) {

    /**
     * One source's word.
     *
     * @param supplier name of the department
     * @param itemCode the catalogue item
     * @param statedOn null for unknown
     * @param holds whether it is the one that holds by the rule: rank of the source, then day, then receipt
     */
    public record Claim(
            String supplier, String itemCode, String value, LocalDate statedOn, String recordNo, boolean holds) {}
}

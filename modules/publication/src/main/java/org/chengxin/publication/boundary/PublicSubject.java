package org.chengxin.publication.boundary;

import java.util.List;
import java.util.Map;
import org.chengxin.kernel.Section;

/**
 * A subject that has at least one visible record.
 *
 * @param publicId identifier for addresses of subjects without a code
 * @param code unified social credit code; null for those without one
 * @param formerNames names it had before, as registered
 * @param kind such as ENTERPRISE; never a natural person
 * @param divisionCode GB/T 2260, six digits; null where unknown
 * @param divisionName Chinese name of the place, of its city where the county is unknown; null where both are
 * @param divisionNameEn the same in English
 * @param status as registered, such as 存续; null where unknown
 * @param counts visible records a section, every section with its number
 */
public record PublicSubject(
        String publicId,
        String code,
        String name,
        List<String> formerNames,
        String kind,
        String divisionCode,
        String divisionName,
        String divisionNameEn,
        String status,
        Map<Section, Long> counts) {

    public PublicSubject {
        formerNames = List.copyOf(formerNames);
    }

    /** Number of visible records in this section. */
    public long count(Section section) {
        return counts.getOrDefault(section, 0L);
    }
}

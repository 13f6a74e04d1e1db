package org.chengxin.api.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.kernel.Section;
import org.chengxin.publication.boundary.PublicSubject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A subject that has at least one public record.
 *
 * @param code unified social credit code; absent for those without one
 * @param publicId stands in for the code in addresses
 * @param matchedFormerName the former name that a search found; absent where today's name matches
 * @param counts public records a section
 */
@Schema(
        name = "PublicSubject",
        description = "有公示记录的主体 / a subject with public records",
        requiredProperties = {"publicId", "name", "formerNames", "kind", "counts"})
public record PublicSubjectJson(
        @Schema(description = "统一社会信用代码 / unified social credit code")
        String code,

        String publicId,
        String name,
        List<String> formerNames,
        String matchedFormerName,
        String kind,
        @Schema(description = "行政区划代码 GB/T 2260 / division") String divisionCode,
        String divisionName,
        String status,

        @Schema(description = "各栏目公示记录数：identity, good, warning, alert / public records a section")
        Map<String, Long> counts) {

    /** The sections that the portal shows, in its order. */
    public static final List<Section> SHOWN = List.of(Section.IDENTITY, Section.GOOD, Section.WARNING, Section.ALERT);

    /**
     * The subject.
     *
     * @param matchedFormerName null where today's name was found
     */
    public static PublicSubjectJson of(PublicSubject subject, String matchedFormerName) {
        Map<String, Long> counts = new LinkedHashMap<>();
        SHOWN.forEach(section -> counts.put(section.pathName(), subject.count(section)));
        return new PublicSubjectJson(
                subject.code(),
                subject.publicId(),
                subject.name(),
                subject.formerNames(),
                matchedFormerName,
                subject.kind(),
                subject.divisionCode(),
                subject.divisionName(),
                subject.status(),
                counts);
    }
}

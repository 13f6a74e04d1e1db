package org.chengxin.api.problem;

import java.util.List;
import java.util.Map;
import org.chengxin.api.view.MappingJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Problem details (RFC 9457).
 *
 * @param type {@code urn:chengxin:problem:} and the code
 * @param title what sort of problem, in the caller's language
 * @param status the HTTP status
 * @param detail where it is and what to do, in the caller's language
 * @param code stable, in upper snake case; what programs decide by
 * @param instance path of the request
 * @param field the field or parameter that is meant
 * @param reference number under which the operator finds an internal failure
 * @param proposedMapping with MAPPING_REQUIRED: what the columns probably mean
 * @param confidence with MAPPING_REQUIRED: heading → 1 to 100
 * @param unassigned with MAPPING_REQUIRED: headings for which no field was found
 * @param confirmAt with MAPPING_REQUIRED: where the mapping is to be PUT
 * @param problems with MAPPING_INVALID and DEFINITION_INVALID: everything that is wrong
 */
@Schema(
        name = "Problem",
        description = "RFC 9457；code 稳定不变 / the code stays stable",
        requiredProperties = {"type", "title", "status", "detail", "code", "instance"})
public record Problem(
        @Schema(examples = "urn:chengxin:problem:SUBMISSION_UNKNOWN")
        String type,

        String title,
        int status,
        String detail,
        @Schema(examples = "SUBMISSION_UNKNOWN") String code,
        String instance,
        String field,
        String reference,
        MappingJson proposedMapping,
        Map<String, Integer> confidence,
        List<String> unassigned,
        String confirmAt,
        List<Fault> problems) {

    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:chengxin:problem:";

    /**
     * One thing that is wrong.
     *
     * @param subject the heading, the field or the word
     * @param pointer with DEFINITION_INVALID: where, as a JSON pointer (RFC 6901) into the body
     */
    @Schema(
            name = "ProblemFault",
            requiredProperties = {"code", "subject", "detail"})
    public record Fault(String code, String subject, String detail, String pointer) {

        public Fault(String code, String subject, String detail) {
            this(code, subject, detail, null);
        }
    }

    /** A problem without further members. */
    public static Problem of(int status, String code, String title, String detail, String instance) {
        return new Problem(
                TYPE + code, title, status, detail, code, instance, null, null, null, null, null, null, null);
    }

    /** The same about a field or parameter. */
    public Problem about(String name) {
        return new Problem(
                type,
                title,
                status,
                detail,
                code,
                instance,
                name,
                reference,
                proposedMapping,
                confidence,
                unassigned,
                confirmAt,
                problems);
    }

    /** The same with the number under which it was logged. */
    public Problem logged(String number) {
        return new Problem(
                type,
                title,
                status,
                detail,
                code,
                instance,
                field,
                number,
                proposedMapping,
                confidence,
                unassigned,
                confirmAt,
                problems);
    }

    /** The same with a proposal to confirm. */
    public Problem proposing(
            MappingJson mapping, Map<String, Integer> sureness, List<String> headings, String address) {
        return new Problem(
                type, title, status, detail, code, instance, field, reference, mapping, sureness, headings, address,
                problems);
    }

    /** The same with everything that is wrong. */
    public Problem listing(List<Fault> faults) {
        return new Problem(
                type,
                title,
                status,
                detail,
                code,
                instance,
                field,
                reference,
                proposedMapping,
                confidence,
                unassigned,
                confirmAt,
                List.copyOf(faults));
    }
}

package org.chengxin.api.view;

import java.util.List;
import java.util.Locale;
import org.chengxin.intake.boundary.RowSettlement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of each row that was open, in the order of the file. */
@Schema(
        name = "RowDecisionResults",
        requiredProperties = {"items"})
public record RowDecisionResults(List<One> items) {

    /**
     * What came of one row.
     *
     * @param settled false: it stays as it was, because of the findings
     * @param findings that remain
     */
    @Schema(
            name = "RowDecisionResult",
            requiredProperties = {"row", "outcome", "settled", "findings"})
    public record One(
            int row,

            @Schema(enumeration = {"ACCEPTED", "REJECTED", "SUSPECT", "UNMATCHED"})
            String outcome,

            boolean settled,
            List<FindingJson> findings) {}

    /**
     * @param locale of the findings' words
     */
    public static RowDecisionResults of(List<RowSettlement.Answer> answers, Locale locale) {
        return new RowDecisionResults(answers.stream()
                .map(answer -> new One(
                        answer.row(),
                        answer.outcome(),
                        answer.settled(),
                        answer.findings().stream()
                                .map(finding -> FindingJson.of(finding, locale))
                                .toList()))
                .toList());
    }
}

package org.chengxin.api.view;

import org.chengxin.intake.boundary.RowView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The receipt of a row.
 *
 * @param row as a person sees it in the file, the header being row 1
 * @param recordNo absent unless accepted
 * @param recordState absent while there is no such record yet
 * @param duplicate it repeats what was on record and made nothing
 * @param findings how many there are
 * @param suggestions how many of them come with a suggestion
 */
@Schema(
        name = "RowReceipt",
        description = "行回执 / what became of a row",
        requiredProperties = {"row", "outcome", "duplicate", "findings", "suggestions"})
public record RowJson(
        @Schema(description = "文件中的行号，表头为第 1 行 / row in the file, the header being row 1")
        int row,

        @Schema(enumeration = {"ACCEPTED", "REJECTED", "SUSPECT", "UNMATCHED"})
        String outcome,

        String recordNo,
        String recordState,
        boolean duplicate,
        String title,
        String subjectName,
        int findings,
        int suggestions) {

    public static RowJson of(RowView view) {
        return new RowJson(
                view.row(),
                view.outcome(),
                view.recordNo(),
                view.recordState(),
                view.duplicate(),
                view.title(),
                view.subjectName(),
                view.findings(),
                view.suggestions());
    }
}

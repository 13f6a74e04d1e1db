package org.chengxin.api.view;

import java.util.List;
import org.chengxin.intake.boundary.UnmatchedRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the rows of a group, oldest lot first.
 *
 * @param nextCursor where to go on; absent at the end
 */
@Schema(
        name = "UnmatchedRowList",
        requiredProperties = {"items"})
public record UnmatchedRowList(List<Row> items, String nextCursor) {

    /**
     * A row that waits.
     *
     * @param submission number of its lot
     * @param row as a person sees it in the file
     */
    @Schema(
            name = "UnmatchedRow",
            requiredProperties = {"submission", "row"})
    public record Row(String submission, int row, String item, String itemEn, String supplier, String title) {

        public static Row of(UnmatchedRow row) {
            return new Row(row.submission(), row.row(), row.item(), row.itemEn(), row.supplier(), row.title());
        }
    }
}

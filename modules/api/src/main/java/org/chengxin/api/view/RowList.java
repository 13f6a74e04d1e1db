package org.chengxin.api.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of receipts, in the order of the file.
 *
 * @param nextCursor where to go on; absent at the end
 */
@Schema(
        name = "RowReceiptList",
        requiredProperties = {"items"})
public record RowList(List<RowJson> items, String nextCursor) {}

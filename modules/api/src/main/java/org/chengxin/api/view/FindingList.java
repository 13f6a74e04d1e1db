package org.chengxin.api.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of findings, by row.
 *
 * @param nextCursor where to go on; absent at the end
 */
@Schema(
        name = "FindingList",
        requiredProperties = {"items"})
public record FindingList(List<FindingJson> items, String nextCursor) {}

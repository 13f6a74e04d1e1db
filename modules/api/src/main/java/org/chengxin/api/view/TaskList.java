package org.chengxin.api.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of an inbox, soonest deadline first.
 *
 * @param nextCursor where to go on; absent at the end
 */
@Schema(
        name = "TaskList",
        requiredProperties = {"items"})
public record TaskList(List<TaskJson> items, String nextCursor) {}

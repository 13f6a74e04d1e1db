package org.chengxin.api.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of lots, latest first.
 *
 * @param nextCursor where to go on; absent at the end
 */
@Schema(
        name = "SubmissionList",
        requiredProperties = {"items"})
public record SubmissionList(List<SubmissionJson> items, String nextCursor) {}

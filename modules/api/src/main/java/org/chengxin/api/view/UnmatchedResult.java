package org.chengxin.api.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many rows a decision about a group concerned. */
@Schema(
        name = "UnmatchedResult",
        requiredProperties = {"rows"})
public record UnmatchedResult(int rows) {}

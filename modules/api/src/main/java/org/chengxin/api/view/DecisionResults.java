package org.chengxin.api.view;

import java.util.List;
import org.chengxin.api.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of many decisions, in the order in which they were sent. */
@Schema(
        name = "DecisionResults",
        requiredProperties = {"items"})
public record DecisionResults(List<One> items) {

    /**
     * What came of one.
     *
     * @param status the HTTP status that it would have had alone
     * @param problem why it was refused; absent where it was not
     */
    @Schema(
            name = "DecisionResult",
            requiredProperties = {"status"})
    public record One(String id, int status, Problem problem) {}
}

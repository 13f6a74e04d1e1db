package org.chengxin.api.view;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many decisions at once, each for itself: one that is refused holds up no other. */
@Schema(
        name = "Decisions",
        requiredProperties = {"decisions"})
public record DecisionsJson(List<One> decisions) {

    /**
     * One of them.
     *
     * @param id of the task
     */
    @Schema(
            name = "TaskDecision",
            requiredProperties = {"id"})
    public record One(String id, String outcome, String reason, Map<String, Object> fields) {

        /** The fields as a form holds them; see {@link DecisionJson#texts()}. */
        public Map<String, String> texts() {
            return DecisionJson.texts(fields);
        }
    }
}

package org.chengxin.record.boundary;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * An event as the timeline shows it, oldest first.
 *
 * @param legalBasis rule or clause; null where there is none or it is not for the reader; likewise {@code reason}
 */
public record EventView(
        OffsetDateTime occurredAt,
        String type,
        String fromState,
        String toState,
        String actor,
        String organisation,
        String process,
        String activity,
        String legalBasis,
        String reason,
        Map<String, String> details) {

    /** The same for those who may know that it was decided and by whom, but neither law nor reason. */
    public EventView withoutGrounds() {
        return new EventView(
                occurredAt, type, fromState, toState, actor, organisation, process, activity, null, null, details);
    }
}

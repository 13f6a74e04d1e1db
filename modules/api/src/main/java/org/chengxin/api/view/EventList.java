package org.chengxin.api.view;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.chengxin.record.boundary.EventView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the events of a record, oldest first.
 *
 * @param nextCursor where to go on; absent at the end
 */
@Schema(
        name = "RecordHistory",
        description = "记录的事件，由早到晚 / events of a record, oldest first",
        requiredProperties = {"items"})
public record EventList(List<Event> items, String nextCursor) {

    /** An event; it never changes. */
    @Schema(
            name = "RecordEvent",
            requiredProperties = {"occurredAt", "type", "details"})
    public record Event(
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
            Map<String, String> details) {}

    public static EventList of(List<EventView> events, String nextCursor) {
        return new EventList(events.stream().map(EventList::event).toList(), nextCursor);
    }

    private static Event event(EventView view) {
        return new Event(
                Moments.civil(view.occurredAt()),
                view.type(),
                view.fromState(),
                view.toState(),
                view.actor(),
                view.organisation(),
                view.process(),
                view.activity(),
                view.legalBasis(),
                view.reason(),
                view.details());
    }
}

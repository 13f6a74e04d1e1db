package org.chengxin.record.boundary;

import java.time.OffsetDateTime;
import java.util.Map;

/** An event as the timeline shows it, oldest first. */
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
        Map<String, String> details) {}

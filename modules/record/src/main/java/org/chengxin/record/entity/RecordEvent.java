package org.chengxin.record.entity;

import java.time.Instant;
import java.util.Map;

/** One step in a record's life, never changed once written (design: what always holds 5). */
public record RecordEvent(
        Long recordId,
        Instant occurredAt,
        RecordTransition type,
        RecordState fromState,
        RecordState toState,
        String actor,
        Long actorOrganisation,
        String process,
        String processInstanceId,
        String activity,
        String legalBasis,
        String reason,
        Map<String, String> details) {

    static RecordEvent of(
            CreditRecord record, RecordTransition type, RecordState fromState, RecordState toState, Step step) {
        return new RecordEvent(
                record.id(),
                step.at(),
                type,
                fromState,
                toState,
                step.actor().username(),
                step.actor().organisationId(),
                step.process(),
                step.processInstanceId(),
                step.activity(),
                step.legalBasis(),
                step.reason(),
                step.details());
    }
}

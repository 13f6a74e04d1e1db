package org.chengxin.intake.boundary;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * What its owner typed and has not sent.
 *
 * @param kind ENTRY for a record entered by hand, TASK for the form of a task
 * @param key of the entry, chosen by its page; of the task
 * @param about code of the catalogue item; key of the task
 * @param values field → what was typed
 * @param version counted up with every save, so that two pages that hold the same draft notice each other
 */
public record Draft(
        Kind kind,
        String key,
        String about,
        Map<String, String> values,
        int version,
        OffsetDateTime startedAt,
        OffsetDateTime touchedAt) {

    /** What is being typed. */
    public enum Kind {
        ENTRY,
        TASK
    }

    public Draft {
        values = Map.copyOf(values);
    }
}

package org.chengxin.workflow.boundary;

import java.time.OffsetDateTime;

/**
 * Something that stands still.
 *
 * @param key number of the lot or record; for a group its organisation and role; else the id of the engine
 * @param process id of the process; null where it has none
 * @param step id of the step; null likewise
 * @param organisation name of the organisation; null where it is not known
 * @param role the role that owns it; null likewise
 * @param since since when; null where nobody knows
 */
public record StuckFinding(
        StuckKind kind,
        String key,
        String process,
        String step,
        String organisation,
        String role,
        OffsetDateTime since) {}

package org.chengxin.workflow.boundary;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A decision that came to nothing before it took effect.
 *
 * @param fields what was decided, by the keys of the form
 * @param decidedBy username of who decided
 * @param cause UNDONE by who decided, or the code of what refused it when it was to take effect
 */
public record WithdrawnDecision(
        String outcome,
        Map<String, String> fields,
        String decidedBy,
        String decidedName,
        OffsetDateTime decidedAt,
        OffsetDateTime withdrawnAt,
        String cause) {

    /** The cause where who decided took it back. */
    public static final String UNDONE = "UNDONE";

    /** Whether who decided took it back. */
    public boolean undone() {
        return UNDONE.equals(cause);
    }
}

package org.chengxin.workflow.boundary;

import java.time.OffsetDateTime;

/**
 * Somebody took a task, gave it back, or got it.
 *
 * @param act what happened
 * @param actorName who did it
 * @param fromName who had it before; null for nobody
 * @param toName who had it then; null for nobody
 * @param reason null where none is asked for; with LAPSE the code of what refused the decision
 */
public record TaskEvent(
        OffsetDateTime occurredAt, Act act, String actorName, String fromName, String toName, String reason) {

    /** What can happen to who has a task. */
    public enum Act {
        /** Somebody took it out of the pool. */
        CLAIM,
        /** Who had it gave it back. */
        RELEASE,
        /** A stand-in took it over from who is absent. */
        TAKE_OVER,
        /** A supervisor gave it to somebody. */
        REASSIGN,
        /** A supervisor put it back into the pool. */
        RETURN_TO_POOL,
        /** What somebody decided came to nothing before it took effect: the task is the group's again. */
        LAPSE,
        /** The lot was taken back by who sent it: there is nothing to do any more. */
        LOT_TAKEN_BACK
    }
}

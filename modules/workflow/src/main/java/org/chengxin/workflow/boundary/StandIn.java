package org.chengxin.workflow.boundary;

import java.time.LocalDate;

/**
 * Somebody stands in for somebody.
 *
 * @param from first day
 * @param until last day
 * @param standing how it stands today
 * @param mayEnd whether the caller may end it before its last day
 */
public record StandIn(
        long id,
        String absent,
        String absentName,
        String standIn,
        String standInName,
        LocalDate from,
        LocalDate until,
        String enteredName,
        Standing standing,
        boolean mayEnd) {

    /** How an entry stands on a day. */
    public enum Standing {
        /** Its first day is still to come. */
        TO_COME,
        /** It is in force. */
        NOW,
        /** Its last day is past. */
        PAST,
        /** Somebody ended it by hand. */
        ENDED
    }
}

package org.chengxin.intake.boundary;

import org.chengxin.kernel.BusinessRefusal;

/** The reason that somebody gives for a decision, as it is kept. */
final class StatedReason {

    /** In characters; what is longer is no reason but a document. */
    static final int LONGEST = 2_000;

    private StatedReason() {}

    /**
     * @throws BusinessRefusal INVALID REASON_REQUIRED or TOO_LONG
     */
    static String required(String text) {
        String reason = optional(text);
        if (reason == null) {
            throw BusinessRefusal.invalid("REASON_REQUIRED");
        }
        return reason;
    }

    /**
     * @return null for none
     * @throws BusinessRefusal INVALID TOO_LONG
     */
    static String optional(String text) {
        String reason = clean(text).strip();
        if (reason.length() > LONGEST) {
            throw BusinessRefusal.invalid("TOO_LONG", "reason");
        }
        return reason.isEmpty() ? null : reason;
    }

    /** Without the character that the database does not keep; empty for null. */
    static String clean(String text) {
        return text == null ? "" : text.replace("\u0000", "");
    }
}

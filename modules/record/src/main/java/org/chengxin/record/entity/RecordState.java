package org.chengxin.record.entity;

/** Where a credit record stands in its life. Disputed (异议) is a mark beside the state and not a state. */
public enum RecordState {
    /** In a lot that is being checked. */
    RECEIVED,
    /** In a lot or by itself before the reviewer of the supplying department (审核), or approved and on its way. */
    IN_REVIEW,
    /** Sent back to the clerk with a reason. */
    RETURNED,
    /** Approved, and withheld until an officer has decided who may see it. */
    UNDETERMINED,
    /** Decided and not public: GOVERNMENT or AUTHORISED. */
    HELD,
    /** Public, as long as its period runs. */
    PUBLISHED,
    /** Its period is over: archive. */
    ENDED,
    /** The decision behind it was revoked (行政处罚法 48). */
    WITHDRAWN,
    /** Credit repair ended it early (信用修复). */
    REPAIRED;

    /** The key of this state's name in the bundle {@code org.chengxin.record.Messages}. */
    public String messageKey() {
        return "RecordState." + name();
    }
}

package org.chengxin.record.entity;

import static org.chengxin.record.entity.RecordState.ENDED;
import static org.chengxin.record.entity.RecordState.HELD;
import static org.chengxin.record.entity.RecordState.IN_REVIEW;
import static org.chengxin.record.entity.RecordState.PUBLISHED;
import static org.chengxin.record.entity.RecordState.RECEIVED;
import static org.chengxin.record.entity.RecordState.UNDETERMINED;

import java.util.EnumSet;
import java.util.Set;

/**
 * The state graph of a credit record: every edge is a named event, and what is not an edge here cannot happen, whatever
 * a process model asks for. {@code TransitionsTest} in {@code bpmn} holds the models against it.
 */
public enum RecordTransition {
    /** The supplier's clerk sent it (录入). */
    RECEIVE(EnumSet.noneOf(RecordState.class), RECEIVED),
    /** It was checked and stands before the reviewer. */
    SUBMIT(EnumSet.of(RECEIVED), IN_REVIEW),
    /** The supplying department's reviewer approved it (本部门审核); it goes on to classification. */
    APPROVE(EnumSet.of(IN_REVIEW), IN_REVIEW),
    /** Its section was found, by rule or by a person. */
    CLASSIFY(EnumSet.of(IN_REVIEW), IN_REVIEW),
    /** Its last visible day was found. */
    SET_PERIOD(EnumSet.of(IN_REVIEW), IN_REVIEW),
    /** Its disclosure scope was determined, by rule or by an officer's ruling. */
    SET_SCOPE(EnumSet.of(IN_REVIEW, UNDETERMINED), null),
    /** Nobody has said who may see it: withheld for an officer. */
    WITHHOLD(EnumSet.of(IN_REVIEW), UNDETERMINED),
    /** On the portal. */
    PUBLISH(EnumSet.of(IN_REVIEW, UNDETERMINED), PUBLISHED),
    /** Decided and kept for those entitled. */
    HOLD(EnumSet.of(IN_REVIEW, UNDETERMINED), HELD),
    /** The period is over, or was over before it came (historic data). */
    END(EnumSet.of(IN_REVIEW, UNDETERMINED, HELD, PUBLISHED), ENDED),
    /** New content of the same record was approved; it goes through classification again (变更). */
    REVISE(EnumSet.of(IN_REVIEW, PUBLISHED, HELD, UNDETERMINED, ENDED), IN_REVIEW),
    /** It weighs more than was thought: from early warning 预警 to alert 警示, which is never both (苏府[2003]184号 三.2). */
    RAISE(EnumSet.of(PUBLISHED, HELD), null),
    /** Its subject turned out to be another, known one; nothing else about it changes. */
    SUBJECT_MERGED(EnumSet.allOf(RecordState.class), null);

    private final Set<RecordState> from;
    private final RecordState to;

    RecordTransition(Set<RecordState> from, RecordState to) {
        this.from = from;
        this.to = to;
    }

    /** Whether this may happen to a record in the state; {@code null} is a record that does not exist yet. */
    public boolean allowedFrom(RecordState state) {
        return state == null ? from.isEmpty() : from.contains(state);
    }

    /**
     * The state after this transition.
     *
     * @throws IllegalTransition if the graph has no such edge
     */
    public RecordState target(RecordState state) {
        if (!allowedFrom(state)) {
            throw new IllegalTransition(this, state);
        }
        return to == null ? state : to;
    }
}

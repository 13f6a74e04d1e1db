package org.chengxin.system.worklist;

/**
 * Somebody does something with a lot's review, or something happens to it.
 *
 * @param to to whom a supervisor gives it; null with every other act
 */
record Move(String who, Act act, String lot, String to) {

    /** What there is to do; and that its next timer fires, or its decision takes effect, which nobody does. */
    enum Act {
        CLAIM,
        RELEASE,
        APPROVE,
        RETURN,
        APPROVE_UNDOABLY,
        UNDO,
        REASSIGN,
        TO_POOL,
        TIMER,
        EFFECT
    }

    private static final String CLOCK = "clock";

    static Move timer(String lot) {
        return new Move(CLOCK, Act.TIMER, lot, null);
    }

    static Move effect(String lot) {
        return new Move(CLOCK, Act.EFFECT, lot, null);
    }

    boolean byPerson() {
        return act != Act.TIMER && act != Act.EFFECT;
    }

    /** Whether somebody sent the lot of this move; its number says so at the end. */
    boolean sentBy(String person) {
        return lot.endsWith("-" + person);
    }
}

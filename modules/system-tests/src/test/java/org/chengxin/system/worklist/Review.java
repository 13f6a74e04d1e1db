package org.chengxin.system.worklist;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What somebody who only watches what people do expects of the review of one lot.
 *
 * @param stage how far it is
 * @param holder who has it; null for the group
 * @param decidedBy who decided; null for nobody yet
 * @param outcome what; null for nothing yet
 * @param reminded its owners were told that its deadline is near
 * @param escalated the supervisor was told that it is late
 */
record Review(Stage stage, String holder, String decidedBy, String outcome, boolean reminded, boolean escalated) {

    /** How far it is. */
    enum Stage {
        ARRIVED,
        OPEN,
        DECIDED
    }

    /** What a person can do with it; and that its next timer fires, which nobody does. */
    enum Act {
        CLAIM,
        RELEASE,
        APPROVE,
        RETURN,
        TIMER
    }

    /** Somebody does something with a lot. */
    record Move(String who, Act act, String lot) {

        static Move timer(String lot) {
            return new Move("clock", Act.TIMER, lot);
        }
    }

    /**
     * What comes of a move.
     *
     * @param answer {@code OK}, or the code of the refusal
     */
    record Next(String answer, Review review) {}

    static final String OK = "OK";

    /** The answer where no timer is left to fire. */
    static final String NO_TIMER = "NO_TIMER";

    /** Somebody outside the group that owns the tasks. */
    static final String STRANGER = "dora";

    /** What came of several moves: the answers in their order, and the review after all of them. */
    record Came(List<String> answers, Review review) {}

    static final Review ARRIVED = new Review(Stage.ARRIVED, null, null, null, false, false);

    /** Its rows are checked: it waits for a reviewer. */
    Review checked() {
        return stage == Stage.ARRIVED ? new Review(Stage.OPEN, null, null, null, false, false) : this;
    }

    /** A timer fires while the review is open: the first reminds, the second escalates. */
    private Next later() {
        return stage == Stage.OPEN && !escalated
                ? new Next(OK, new Review(stage, holder, decidedBy, outcome, true, reminded))
                : new Next(NO_TIMER, this);
    }

    /** What comes of one move. */
    Next after(Move move) {
        boolean byPerson = move.act() != Act.TIMER;
        if (byPerson && move.who().equals(STRANGER)) {
            return new Next("TASK_UNKNOWN", this);
        }
        if (byPerson && stage == Stage.DECIDED) {
            return new Next("TASK_DECIDED", this);
        }
        if (byPerson && holder != null && !holder.equals(move.who())) {
            return new Next("TASK_CLAIMED", this);
        }
        return switch (move.act()) {
            case CLAIM -> new Next(OK, heldBy(move.who()));
            case RELEASE -> new Next(OK, heldBy(null));
            case APPROVE -> decided(move, "approve");
            case RETURN -> decided(move, "return");
            case TIMER -> later();
        };
    }

    private Review heldBy(String who) {
        return new Review(stage, who, null, null, reminded, escalated);
    }

    /** Who sent a lot, its number says so at the end, does not decide on it. */
    private Next decided(Move move, String with) {
        return move.lot().endsWith("-" + move.who())
                ? new Next("FOUR_EYES", this)
                : new Next(OK, new Review(Stage.DECIDED, holder, move.who(), with, reminded, escalated));
    }

    /** All that can come of moves made at once: it is as if they had been made in some order. */
    List<Came> afterAll(List<Move> moves) {
        return orders(moves.size(), List.of()).map(order -> came(moves, order)).toList();
    }

    private Came came(List<Move> moves, List<Integer> order) {
        Review now = this;
        String[] answers = new String[moves.size()];
        for (int place : order) {
            Next next = now.after(moves.get(place));
            answers[place] = next.answer();
            now = next.review();
        }
        return new Came(List.of(answers), now);
    }

    private static Stream<List<Integer>> orders(int of, List<Integer> begun) {
        return begun.size() == of
                ? Stream.of(begun)
                : IntStream.range(0, of)
                        .filter(place -> !begun.contains(place))
                        .mapToObj(place ->
                                Stream.concat(begun.stream(), Stream.of(place)).toList())
                        .flatMap(longer -> orders(of, longer));
    }
}

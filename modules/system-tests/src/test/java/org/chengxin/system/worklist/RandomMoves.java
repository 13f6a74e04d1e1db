package org.chengxin.system.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chengxin.system.worklist.Move.Act;

/** What is done next, by lot. */
final class RandomMoves {

    /** Deciding at once ends a task, and with it what can happen to it: it is rarer than what can be taken back. */
    private static final List<Act> ACTS = List.of(
            Act.CLAIM,
            Act.CLAIM,
            Act.CLAIM,
            Act.RELEASE,
            Act.APPROVE,
            Act.RETURN,
            Act.APPROVE_UNDOABLY,
            Act.APPROVE_UNDOABLY,
            Act.UNDO,
            Act.UNDO,
            Act.REASSIGN,
            Act.REASSIGN,
            Act.TO_POOL);

    private static final List<String> WORKERS = List.of("anna", "bo", "chen", Staff.STRANGER);

    private final Random random;

    RandomMoves(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Somebody does something with a lot; only supervisors, the stranger is one, give and take away. */
    Move move(String lot) {
        Act act = pick(ACTS);
        return switch (act) {
            case REASSIGN -> new Move(supervisor(), act, lot, pick(Staff.ALL));
            case TO_POOL -> new Move(supervisor(), act, lot, null);
            default -> new Move(pick(WORKERS), act, lot, null);
        };
    }

    /** What fits how far it is: who decided undoes, who stands in takes over; otherwise anything. */
    Move fitting(String lot, Review review, Review.Circumstances with) {
        if (review.stage() == Review.Stage.STANDING) {
            return new Move(review.verdict().by(), Act.UNDO, lot, null);
        }
        List<String> standIns = Staff.REVIEWERS.stream()
                .filter(one -> with.standsIn().test(one, review.holder()))
                .toList();
        return review.stage() == Review.Stage.OPEN && !standIns.isEmpty()
                ? new Move(pick(standIns), pick(List.of(Act.CLAIM, Act.RELEASE, Act.APPROVE_UNDOABLY)), lot, null)
                : move(lot);
    }

    private String supervisor() {
        return oneIn(6) ? Staff.STRANGER : Staff.SUPERVISOR;
    }

    /** Two or three moves with one lot, perhaps one of them twice, or its timer among them. */
    List<Move> together(String lot, Review review, Review.Circumstances with) {
        Move first = oneIn(2) ? fitting(lot, review, with) : move(lot);
        List<Move> moves = new ArrayList<>(List.of(first, move(lot)));
        if (oneIn(3)) {
            moves.add(pick(List.of(moves.get(0), move(lot), Move.timer(lot))));
        }
        return moves;
    }
}

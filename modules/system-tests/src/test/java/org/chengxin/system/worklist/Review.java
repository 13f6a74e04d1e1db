package org.chengxin.system.worklist;

import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What somebody who only watches what people do expects of the review of one lot.
 *
 * @param stage how far it is
 * @param holder who has it; null for the group
 * @param verdict what was decided; null for nothing yet
 * @param takenBackBy who took the last decision back that came to nothing; null where nobody did
 * @param timers how many are left
 * @param reminded its owners were told that its deadline is near
 * @param escalated the supervisor was told that it is late
 */
record Review(
        Stage stage,
        String holder,
        Verdict verdict,
        String takenBackBy,
        int timers,
        boolean reminded,
        boolean escalated) {

    /** How far it is. */
    enum Stage {
        ARRIVED,
        OPEN,
        /** Decided, and nothing has come of it yet. */
        STANDING,
        DECIDED
    }

    /**
     * A decision.
     *
     * @param until when it takes effect; null once it has
     */
    record Verdict(String outcome, String by, Instant until) {}

    /**
     * What counts beside the review itself.
     *
     * @param standsIn whether the first stands in for the second today
     * @param closed whose account is closed; null for nobody's
     */
    record Circumstances(Instant now, BiPredicate<String, String> standsIn, String closed) {}

    /**
     * What comes of a move.
     *
     * @param answer {@code OK}, or the code of the refusal
     */
    record Next(String answer, Review review) {}

    /** What came of several moves: the answers in their order, and the review after all of them. */
    record Came(List<String> answers, Review review) {}

    static final String OK = "OK";

    /** The answer where no timer is left to fire. */
    static final String NO_TIMER = "NO_TIMER";

    /** The answer where no decision takes effect: none stands, it has time, or somebody is at the row just then. */
    static final String NOT_NOW = "NOT_NOW";

    private static final int TIMERS = 2;

    static final Review ARRIVED = new Review(Stage.ARRIVED, null, null, null, 0, false, false);

    /** Its rows are checked: it waits for a reviewer. */
    Review checked() {
        return stage == Stage.ARRIVED ? new Review(Stage.OPEN, null, null, null, TIMERS, false, false) : this;
    }

    /** What comes of one move. */
    Next after(Move move, Circumstances with) {
        if (move.byPerson() && move.who().equals(Staff.STRANGER)) {
            return new Next("TASK_UNKNOWN", this);
        }
        return switch (move.act()) {
            case TIMER -> later();
            case EFFECT -> effect(with);
            case UNDO -> undone(move.who());
            case REASSIGN -> given(move);
            case TO_POOL -> toPool();
            default -> worked(move, with);
        };
    }

    /** A timer fires: the first reminds, the second escalates, unless somebody has decided. */
    private Next later() {
        if (timers == 0) {
            return new Next(NO_TIMER, this);
        }
        boolean open = stage == Stage.OPEN;
        boolean first = timers == TIMERS;
        return new Next(
                OK,
                new Review(
                        stage,
                        holder,
                        verdict,
                        takenBackBy,
                        timers - 1,
                        reminded || open && first,
                        escalated || open && !first));
    }

    /** The time for taking the decision back is over. */
    private Next effect(Circumstances with) {
        if (stage != Stage.STANDING || verdict.until().isAfter(with.now())) {
            return new Next(NOT_NOW, this);
        }
        return verdict.by().equals(with.closed())
                ? new Next("LAPSED", new Review(Stage.OPEN, null, null, null, timers, reminded, escalated))
                : new Next(OK, decided(new Verdict(verdict.outcome(), verdict.by(), null)));
    }

    private Next undone(String who) {
        if (stage == Stage.OPEN) {
            return new Next(who.equals(takenBackBy) ? OK : "NOTHING_TO_UNDO", this);
        }
        if (!verdict.by().equals(who)) {
            return new Next("NOT_YOUR_DECISION", this);
        }
        return stage == Stage.STANDING
                ? new Next(OK, new Review(Stage.OPEN, holder, null, who, timers, reminded, escalated))
                : new Next("DECISION_IN_EFFECT", this);
    }

    private Next given(Move move) {
        if (!Staff.REVIEWERS.contains(move.to())) {
            return new Next("NOT_OF_GROUP", this);
        }
        if (move.sentBy(move.to())) {
            return new Next("FOUR_EYES", this);
        }
        return stage == Stage.OPEN ? new Next(OK, heldBy(move.to())) : new Next("TASK_DECIDED", this);
    }

    private Next toPool() {
        if (stage != Stage.OPEN) {
            return new Next("TASK_DECIDED", this);
        }
        return holder == null ? new Next("TASK_FREE", this) : new Next(OK, heldBy(null));
    }

    /** Somebody of the group works on it; who stands in for who has it takes it over by that. */
    private Next worked(Move move, Circumstances with) {
        String who = move.who();
        if (stage != Stage.OPEN) {
            return new Next("TASK_DECIDED", this);
        }
        boolean takesOver =
                holder != null && !holder.equals(who) && with.standsIn().test(who, holder);
        if (holder != null && !holder.equals(who) && !takesOver) {
            return new Next("TASK_CLAIMED", this);
        }
        boolean decides = move.act() != Move.Act.CLAIM && move.act() != Move.Act.RELEASE;
        if ((takesOver || decides) && move.sentBy(who)) {
            return new Next("FOUR_EYES", this);
        }
        Review mine = takesOver ? heldBy(who) : this;
        return new Next(
                OK,
                switch (move.act()) {
                    case CLAIM -> mine.heldBy(who);
                    case RELEASE -> mine.heldBy(null);
                    case APPROVE_UNDOABLY ->
                        mine.standing(new Verdict("approve", who, with.now().plus(Office.UNDO)));
                    case APPROVE -> mine.decided(new Verdict("approve", who, null));
                    default -> mine.decided(new Verdict("return", who, null));
                });
    }

    private Review heldBy(String who) {
        return new Review(stage, who, verdict, takenBackBy, timers, reminded, escalated);
    }

    private Review standing(Verdict taken) {
        return new Review(Stage.STANDING, holder, taken, takenBackBy, timers, reminded, escalated);
    }

    /** The task ends, and takes its timers with it. */
    private Review decided(Verdict taken) {
        return new Review(Stage.DECIDED, holder, taken, takenBackBy, 0, reminded, escalated);
    }

    /**
     * All that can come of moves made at once: it is as if they had been made in some order. An effect may also not come
     * to pass then: it waits for nobody who is at the row, and is tried again.
     */
    List<Came> afterAll(List<Move> moves, Circumstances with) {
        return orders(moves.size(), List.of())
                .flatMap(order -> Stream.of(came(moves, order, with, true), came(moves, order, with, false)))
                .distinct()
                .toList();
    }

    private Came came(List<Move> moves, List<Integer> order, Circumstances with, boolean effects) {
        Review now = this;
        String[] answers = new String[moves.size()];
        for (int place : order) {
            Move move = moves.get(place);
            Next next = effects || move.act() != Move.Act.EFFECT ? now.after(move, with) : new Next(NOT_NOW, now);
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

package org.chengxin.system.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.system.TestBed;
import org.chengxin.system.worklist.Move.Act;
import org.chengxin.system.worklist.Review.Circumstances;
import org.chengxin.system.worklist.Review.Next;
import org.chengxin.system.worklist.Review.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In whatever order people claim, release, decide and take that back, are absent and stood in for, are given tasks and
 * lose them, also at the same moment, while timers fire, days pass, and the server stops or dies and comes back: no task
 * is lost, none is decided twice, none is in the hands of somebody who may not have it. What the database holds is
 * compared after every step with what {@link Review} expects, and who had what with the trail. A failure names its seed;
 * {@code -Dchengxin.seed} repeats it.
 */
class TasksInAnyOrderTest {

    private static final int STEPS = 120;
    private static final int MOST_LOTS = 20;

    /** What three runs come by in any case; walks that do not would prove little. */
    private static final Set<String> COMMON = Set.of(("CLAIM OK,CLAIM TASK_CLAIMED,APPROVE_UNDOABLY OK,UNDO OK,"
                    + "REASSIGN OK,REASSIGN NOT_OF_GROUP,TO_POOL OK,TIMER OK,EFFECT OK,EFFECT LAPSED,ENTER OK,END OK")
            .split(","));

    private static final HandSetClock TIME = new HandSetClock();
    private static final ApplicationClock CLOCK = ApplicationClock.ahead(TIME, "");
    private static final Set<String> MET = new TreeSet<>();

    private static TestBed bed;
    private static Staff staff;
    private static Office office;
    private static HeldReviews held;
    private static HandsOnTrail hands;
    private static ExecutorService people;

    private final Map<String, Review> expected = new TreeMap<>();
    private final List<String> history = new ArrayList<>();
    private RandomMoves random;
    private AbsenceMoves absences;
    private long seed;

    @BeforeAll
    static void open() throws Exception {
        bed = TestBed.fresh("any-order");
        bed.run(
                "CREATE TABLE registry.effect (lot text, outcome text, decided_by text)",
                "GRANT SELECT, INSERT ON registry.effect TO chengxin_app");
        staff = new Staff(bed);
        office = office();
        held = new HeldReviews(bed);
        hands = new HandsOnTrail(bed);
        people = Executors.newCachedThreadPool();
    }

    private static Office office() throws Exception {
        return new Office(bed, staff.department(), CLOCK, staff::account);
    }

    @AfterAll
    static void close() {
        people.shutdownNow();
        office.close();
        bed.close();
        assertThat(MET).containsAll(Long.getLong("chengxin.seed") == null ? COMMON : Set.of());
    }

    /** The same every time, and one that nobody has tried. */
    static LongStream seeds() {
        Long one = Long.getLong("chengxin.seed");
        return one != null ? LongStream.of(one) : LongStream.of(1, 2, System.nanoTime());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_task_is_lost_none_is_decided_twice_and_none_is_in_wrong_hands(long seed) throws Exception {
        this.seed = seed;
        random = new RandomMoves(seed);
        absences = new AbsenceMoves(bed, random);
        try {
            whatIsRare();
            for (int step = 0; step < STEPS; step++) {
                TIME.pass(Duration.ofSeconds(1));
                step();
                compare();
            }
            restart();
            everythingIsDecidedInTheEnd();
        } catch (Exception | AssertionError failure) {
            throw new AssertionError("seed " + seed + " after " + String.join("\n  ", history), failure);
        }
    }

    /** A stand-in takes over and decides, and has no account any more when it counts. */
    private void whatIsRare() throws Exception {
        arrives("clerk");
        work();
        String lot = run() + "0-clerk";
        alone(new Move("anna", Act.CLAIM, lot, null));
        LocalDate today = CLOCK.today();
        absences.enter(new Desk(office, staff), today, "anna", new Absences.Entry(0, "anna", "bo", today, today));
        alone(new Move("bo", Act.CLAIM, lot, null));
        alone(new Move("bo", Act.APPROVE_UNDOABLY, lot, null));
        timePasses(Office.UNDO, "bo");
        compare();
    }

    private void arrives(String clerk) throws Exception {
        String lot = run() + expected.size() + "-" + clerk;
        history.add("arrives " + lot);
        office.receive(lot);
        expected.put(lot, Review.ARRIVED);
    }

    private void step() throws Exception {
        int dice = random.below(100);
        if (dice < 12 && expected.size() < MOST_LOTS) {
            // the clerk of every other lot is one of its reviewers as well
            arrives(random.oneIn(2) ? random.pick(Staff.ALL) : "clerk");
        } else if (dice < 20) {
            work();
        } else if (dice < 24) {
            alone(Move.timer(lot()));
        } else if (dice < 25) {
            restart();
        } else if (dice < 32) {
            timePasses(
                    random.oneIn(3) ? Duration.ofDays(1) : Office.UNDO,
                    random.oneIn(3) ? random.pick(Staff.REVIEWERS) : null);
        } else if (dice < 42) {
            absence();
        } else if (dice < 50) {
            cutOff(random.oneIn(4) ? Move.effect(lot()) : random.move(lot()));
        } else if (dice < 73) {
            race(lot());
        } else {
            String lot = lot();
            alone(random.oneIn(2) ? random.move(lot) : random.fitting(lot, expected.get(lot), with(null)));
        }
    }

    private void restart() throws Exception {
        history.add("restart");
        office.close();
        office = office();
    }

    private void work() throws Exception {
        history.add("jobs");
        office.work();
        expected.replaceAll((lot, review) -> review.checked());
    }

    /** What is due takes effect, unless the account of who decided it is closed just then. */
    private void timePasses(Duration time, String closed) throws Exception {
        history.add(time + " passes" + (closed == null ? "" : " while there is no " + closed));
        TIME.pass(time);
        staff.close(closed);
        look(closed);
        staff.close(null);
    }

    private void look(String closed) throws Exception {
        office.look();
        expected.replaceAll((lot, review) -> {
            Next next = review.after(Move.effect(lot), with(closed));
            MET.add("EFFECT " + next.answer());
            return next.review();
        });
    }

    private void absence() throws Exception {
        String came = absences.next(new Desk(office, staff), CLOCK.today());
        history.add("absence: " + came);
        MET.add(came);
    }

    private void alone(Move move) throws Exception {
        history.add(move.toString());
        if (expected.get(move.lot()).stage() == Stage.ARRIVED) {
            return;
        }
        Next next = expected.get(move.lot()).after(move, with(null));
        assertThat(new Desk(office, staff).make(move, held.task(move.lot()))).isEqualTo(next.answer());
        came(List.of(move), List.of(next.answer()), next.review());
    }

    /** The server ends before it commits: as if it had never been asked. */
    private void cutOff(Move move) throws Exception {
        Review review = expected.get(move.lot());
        if (review.stage() == Stage.ARRIVED
                || !review.after(move, with(null)).answer().equals(Review.OK)) {
            return;
        }
        history.add("cut off " + move);
        new Desk(office, staff).cutOff(move, held.task(move.lot()));
    }

    /** Several at once, perhaps at the end of the time for taking a decision back: as if they had come in some order. */
    private void race(String lot) throws Exception {
        Review before = expected.get(lot);
        List<Move> moves = random.together(lot, before, with(null));
        if (before.stage() == Stage.ARRIVED) {
            return;
        }
        if (before.stage() == Stage.STANDING && random.oneIn(2)) {
            TIME.pass(Duration.between(TIME.instant(), before.verdict().until().plusSeconds(1)));
            moves.add(Move.effect(lot));
        }
        history.add("at once " + moves);
        String task = held.task(lot);
        List<String> answers = new Desk(office, staff).makeTogether(moves, task, people);
        Review found = held.of(run()).get(lot);
        assertThat(before.afterAll(moves, with(null)))
                .as("answers and what is left, in some order of %s", moves)
                .contains(new Review.Came(answers, found));
        came(moves, answers, found);
        look(null);
    }

    private void came(List<Move> moves, List<String> answers, Review after) {
        for (int i = 0; i < moves.size(); i++) {
            MET.add(moves.get(i).act() + " " + answers.get(i));
        }
        expected.put(moves.get(0).lot(), after);
    }

    /** Nothing waits that nobody sees, nobody sees what is over, and no decision had two effects or none. */
    private void compare() throws Exception {
        Map<String, Review> begun = new TreeMap<>(expected);
        begun.values().removeIf(review -> review.stage() == Stage.ARRIVED);
        assertThat(held.of(run())).isEqualTo(begun);
        hands.check(run());
        new Overview(office, staff).check(begun, with(null), random.pick(Staff.REVIEWERS));
    }

    private void everythingIsDecidedInTheEnd() throws Exception {
        work();
        timePasses(Office.UNDO, null);
        for (String lot : expected.keySet()) {
            if (expected.get(lot).stage() == Stage.OPEN) {
                if (expected.get(lot).holder() != null) {
                    alone(new Move(Staff.SUPERVISOR, Act.TO_POOL, lot, null));
                }
                alone(new Move(lot.endsWith("-anna") ? "bo" : "anna", Act.APPROVE, lot, null));
            }
        }
        work();
        compare();
        assertThat(bed.number("SELECT count(*) FROM engine.act_ru_execution WHERE business_key_ IS NOT NULL"))
                .as("lots that are not through")
                .isZero();
    }

    private Circumstances with(String closed) {
        return new Circumstances(TIME.instant(), absences.on(CLOCK.today()), closed);
    }

    /** With what the numbers of this run's lots begin. */
    private String run() {
        return "L" + seed + ".";
    }

    /** One of the lots, rather one that is not decided. */
    private String lot() {
        List<String> lots = List.copyOf(expected.keySet());
        String one = random.pick(lots);
        String other = random.pick(lots);
        return expected.get(one).stage() == Stage.DECIDED ? other : one;
    }
}

package org.chengxin.system.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.system.TestBed;
import org.chengxin.system.worklist.Review.Act;
import org.chengxin.system.worklist.Review.Move;
import org.chengxin.system.worklist.Review.Next;
import org.chengxin.system.worklist.Review.Stage;
import org.chengxin.workflow.boundary.Inbox;
import org.chengxin.workflow.boundary.StuckKind;
import org.chengxin.workflow.boundary.TaskQuery;
import org.chengxin.workflow.boundary.TaskView;
import org.chengxin.workflow.control.StuckWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In whatever order people claim, release and decide, also at the same moment, while timers fire and the server stops or
 * dies and comes back: no task is lost and none is decided twice. What the database holds is compared after every step
 * with what {@link Review} expects. A failure names its seed; {@code -Dchengxin.seed} repeats it.
 */
class TasksInAnyOrderTest {

    private static final int STEPS = 100;
    private static final int MOST_LOTS = 12;
    private static final List<Act> ACTS = List.of(Act.CLAIM, Act.RELEASE, Act.APPROVE, Act.RETURN);
    private static final List<String> PEOPLE = List.of("anna", "bo", "chen", Review.STRANGER);

    private static TestBed bed;
    private static long env;
    private static long tax;
    private static Office office;
    private static HeldReviews held;
    private static ExecutorService people;

    private final Map<String, Review> expected = new TreeMap<>();
    private final List<String> history = new ArrayList<>();
    private Random random;
    private long seed;

    @BeforeAll
    static void open() throws Exception {
        bed = TestBed.fresh("any-order");
        env = bed.number("SELECT id FROM registry.organisation WHERE code = 'env'");
        tax = bed.number("SELECT id FROM registry.organisation WHERE code = 'tax'");
        bed.run(
                "CREATE TABLE registry.effect (lot text, outcome text, decided_by text)",
                "GRANT SELECT, INSERT ON registry.effect TO chengxin_app",
                "INSERT INTO registry.app_user (id, username, display_name, organisation_id, password_hash)"
                        + " SELECT nextval('registry.app_user_seq'), name, name, " + env + ", ''"
                        + " FROM unnest(ARRAY['anna', 'bo', 'chen']) name",
                "INSERT INTO registry.user_role (user_id, role) SELECT id, 'REVIEWER' FROM registry.app_user"
                        + " WHERE password_hash = ''");
        office = new Office(bed, env);
        held = new HeldReviews(bed);
        people = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void close() {
        people.shutdownNow();
        office.close();
        bed.close();
    }

    /** The same every time, and one that nobody has tried. */
    static LongStream seeds() {
        Long one = Long.getLong("chengxin.seed");
        return one != null ? LongStream.of(one) : LongStream.of(1, 2, System.nanoTime());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_task_is_lost_and_none_is_decided_twice(long seed) throws Exception {
        this.seed = seed;
        random = new Random(seed);
        try {
            for (int step = 0; step < STEPS; step++) {
                step();
                compare();
            }
            restart();
            everythingIsDecidedInTheEnd();
        } catch (Exception | AssertionError failure) {
            throw new AssertionError("seed " + seed + " after " + String.join("\n  ", history), failure);
        }
    }

    private void step() throws Exception {
        int dice = random.nextInt(100);
        if (expected.isEmpty() || dice < 8 && expected.size() < MOST_LOTS) {
            // the clerk of every other lot is one of its reviewers as well
            String lot = run() + expected.size() + "-" + (random.nextBoolean() ? pick(PEOPLE) : "clerk");
            history.add("arrives " + lot);
            office.receive(lot);
            expected.put(lot, Review.ARRIVED);
        } else if (dice < 18) {
            work();
        } else if (dice < 24) {
            alone(Move.timer(lot()));
        } else if (dice < 25) {
            restart();
        } else if (dice < 37) {
            cutOff(move(lot()));
        } else if (dice < 67) {
            race(lot());
        } else {
            alone(move(lot()));
        }
    }

    private void restart() throws Exception {
        history.add("restart");
        office.close();
        office = new Office(bed, env);
    }

    private void work() throws Exception {
        history.add("jobs");
        office.work();
        expected.replaceAll((lot, review) -> review.checked());
    }

    private void alone(Move move) throws Exception {
        history.add(move.toString());
        if (expected.get(move.lot()).stage() == Stage.ARRIVED) {
            return;
        }
        Next next = expected.get(move.lot()).after(move);
        assertThat(answer(move, held.task(move.lot()))).isEqualTo(next.answer());
        expected.put(move.lot(), next.review());
    }

    /** The server ends before it commits: as if it had never been asked. */
    private void cutOff(Move move) throws Exception {
        Review review = expected.get(move.lot());
        if (review.stage() == Stage.ARRIVED || !review.after(move).answer().equals(Review.OK)) {
            return;
        }
        history.add("cut off " + move);
        office.cutOff(actor(move.who()), act(move, held.task(move.lot())));
    }

    /** Several at once, perhaps one of them twice: it is as if they had come in some order. */
    private void race(String lot) throws Exception {
        if (expected.get(lot).stage() == Stage.ARRIVED) {
            return;
        }
        List<Move> moves = new ArrayList<>(List.of(move(lot), move(lot)));
        if (random.nextInt(3) == 0) {
            moves.add(pick(List.of(moves.get(0), move(lot), Move.timer(lot))));
        }
        history.add("at once " + moves);
        String task = held.task(lot);
        CyclicBarrier together = new CyclicBarrier(moves.size());
        List<Future<String>> asked = new ArrayList<>();
        for (Move move : moves) {
            Callable<String> one = () -> {
                together.await(10, TimeUnit.SECONDS);
                return answer(move, task);
            };
            asked.add(people.submit(one));
        }
        List<String> answers = new ArrayList<>();
        for (Future<String> one : asked) {
            answers.add(one.get(30, TimeUnit.SECONDS));
        }
        Review found = held.of(run()).get(lot);
        assertThat(expected.get(lot).afterAll(moves))
                .as("answers and what is left, in some order of %s", moves)
                .contains(new Review.Came(answers, found));
        expected.put(lot, found);
    }

    /** Nothing waits that nobody sees, nobody sees what is over, and no decision had two effects or none. */
    private void compare() throws Exception {
        Map<String, Review> begun = new TreeMap<>(expected);
        begun.values().removeIf(review -> review.stage() == Stage.ARRIVED);
        assertThat(held.of(run())).isEqualTo(begun);
        List<String> open = begun.entrySet().stream()
                .filter(of -> of.getValue().stage() == Stage.OPEN)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(office.as(actor("anna"), inbox -> inbox.list(TaskQuery.open(200)))
                        .tasks())
                .extracting(TaskView::businessKey)
                .containsExactlyInAnyOrderElementsOf(open);
        assertThat(office.as(actor("bo"), Inbox::counts).group()).isEqualTo(open.size());
        assertThat(office.as(actor(Review.STRANGER), inbox -> inbox.list(TaskQuery.open(200)))
                        .tasks())
                .isEmpty();
        assertThat(office.read(TasksInAnyOrderTest::stuck)).isEmpty();
    }

    private void everythingIsDecidedInTheEnd() throws Exception {
        work();
        for (String lot : expected.keySet()) {
            if (expected.get(lot).stage() == Stage.OPEN) {
                String holder = expected.get(lot).holder();
                if (holder != null) {
                    alone(new Move(holder, Act.RELEASE, lot));
                }
                alone(new Move(lot.endsWith("-anna") ? "bo" : "anna", Act.APPROVE, lot));
            }
        }
        work();
        compare();
        assertThat(bed.number("SELECT count(*) FROM engine.act_ru_execution WHERE business_key_ IS NOT NULL"))
                .as("lots that are not through")
                .isZero();
    }

    private static Set<StuckKind> stuck(Connection connection) {
        try {
            return new StuckWork(connection)
                    .find(
                            LocalDate.now().minusDays(1),
                            Instant.now().minusSeconds(86_400),
                            Instant.now().minusSeconds(600))
                    .keySet();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(Move move, String task) throws Exception {
        if (move.act() == Act.TIMER) {
            return office.fireTimer(move.lot()) ? Review.OK : Review.NO_TIMER;
        }
        try {
            office.as(actor(move.who()), act(move, task));
            return Review.OK;
        } catch (BusinessRefusal refusal) {
            return refusal.code();
        }
    }

    private static Function<Inbox, TaskView> act(Move move, String task) {
        return switch (move.act()) {
            case CLAIM -> inbox -> inbox.claim(task);
            case RELEASE -> inbox -> inbox.release(task);
            case APPROVE -> inbox -> inbox.decide(task, "approve", null, Map.of());
            case RETURN -> inbox -> inbox.decide(task, "return", "文号有误", Map.of());
            case TIMER -> throw new IllegalArgumentException("nobody does that");
        };
    }

    /** With what the numbers of this run's lots begin. */
    private String run() {
        return "L" + seed + ".";
    }

    private Move move(String lot) {
        return new Move(pick(PEOPLE), pick(ACTS), lot);
    }

    private String lot() {
        return pick(List.copyOf(expected.keySet()));
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Actor actor(String name) {
        long organisation = name.equals(Review.STRANGER) ? tax : env;
        return new Actor((long) name.hashCode(), name, name, organisation, "o", "o", Set.of(Role.REVIEWER));
    }
}

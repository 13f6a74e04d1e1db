package org.chengxin.system.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.boundary.Inbox;
import org.chengxin.workflow.boundary.TaskEvent;
import org.chengxin.workflow.boundary.TaskQuery;
import org.chengxin.workflow.boundary.TaskView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever sent a lot takes it back out of its review, in the process, the worklist and the inbox (docs/adr/0022). */
class TakenBackTest {

    private static final int ROUNDS = 15;
    private static final String REASON = "报错了文件";

    private static TestBed bed;
    private static Actor anna;
    private static Actor clerk;
    private static long env;

    private Office office;
    private String lot;
    private String task;

    @BeforeAll
    static void openOffice() throws Exception {
        bed = TestBed.fresh("taken-back");
        env = bed.number("SELECT id FROM registry.organisation WHERE code = 'env'");
        anna = new Actor(1L, "anna", "安娜", env, "o", "o", Set.of(Role.REVIEWER));
        clerk = new Actor(2L, "clerk", "甲", env, "o", "o", Set.of(Role.CLERK));
        bed.run(
                "CREATE TABLE registry.effect (lot text, outcome text, decided_by text)",
                "GRANT SELECT, INSERT ON registry.effect TO chengxin_app");
    }

    @AfterAll
    static void closeOffice() {
        bed.close();
    }

    @BeforeEach
    void inReview() throws Exception {
        office = new Office(bed, env, ApplicationClock.system(), name -> Optional.of(anna));
        arrives();
    }

    @AfterEach
    void leave() {
        office.close();
    }

    private void arrives() throws Exception {
        lot = "B" + bed.number("SELECT count(*) FROM registry.worklist_task") + "-clerk";
        office.receive(lot);
        office.work();
        task = new HeldReviews(bed).task(lot);
    }

    private long waiting() throws Exception {
        return bed.number("SELECT count(*) FROM engine.act_ru_execution WHERE business_key_ = '" + lot + "'")
                + bed.number("SELECT count(*) FROM engine.act_ru_task WHERE id_ = '" + task + "'");
    }

    private boolean canTakeBack() throws Exception {
        return office.process(lots -> lots.canEnd(lot));
    }

    private List<TaskView> open() throws Exception {
        return office.as(anna, inbox -> inbox.list(TaskQuery.open(50)).tasks());
    }

    private TaskView seen() throws Exception {
        return office.as(anna, inbox -> inbox.get(task));
    }

    private List<TaskEvent> trail() throws Exception {
        return office.as(anna, inbox -> inbox.trail(task));
    }

    private String takeBack() throws Exception {
        return office.process(lots -> lots.end(lot, clerk, REASON));
    }

    private TaskView approve(Inbox inbox) {
        return inbox.decideUndoably(task, Map.of("outcome", "approve"));
    }

    @Test
    void the_review_ends_and_whoever_had_it_hears_who_and_why() throws Exception {
        office.as(anna, inbox -> inbox.claim(task));
        assertThat(canTakeBack()).isTrue();
        assertThat(takeBack()).isEqualTo("anna");

        assertThat(waiting()).as("nothing waits in the engine").isZero();
        assertThat(canTakeBack()).isFalse();
        assertThat(open()).noneMatch(open -> open.id().equals(task));
        assertThat(seen())
                .returns("CANCELLED", TaskView::state)
                .returns("takeBack", TaskView::outcome)
                .returns("甲", TaskView::decidedName)
                .returns(REASON, TaskView::reason);
        assertThat(trail())
                .last()
                .returns(TaskEvent.Act.LOT_TAKEN_BACK, TaskEvent::act)
                .returns("甲", TaskEvent::actorName)
                .returns("安娜", TaskEvent::fromName)
                .returns(REASON, TaskEvent::reason);
        for (var late : List.<Function<Inbox, TaskView>>of(
                this::approve, inbox -> inbox.decide(task, "return", "x", Map.of()), inbox -> inbox.claim(task))) {
            assertThatThrownBy(() -> office.as(anna, late)).isInstanceOfSatisfying(BusinessRefusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo("TASK_DECIDED");
                assertThat(refusal.arguments()).contains("甲", "takeBack");
            });
        }
        assertThatThrownBy(() -> takeBack()).as("a second click").hasMessageContaining("TASK_DECIDED");
        assertThat(bed.number("SELECT count(*) FROM registry.effect WHERE lot = '" + lot + "'"))
                .isZero();
    }

    @Test
    void what_was_decided_is_not_taken_back_unless_the_reviewer_undoes_it() throws Exception {
        office.as(anna, this::approve);
        assertThat(canTakeBack()).isFalse();
        assertThatThrownBy(() -> takeBack()).isInstanceOfSatisfying(BusinessRefusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("TASK_DECIDED");
            assertThat(refusal.arguments()).contains("安娜", "approve");
        });
        assertThat(waiting()).isPositive();

        office.undo(anna, task);
        assertThat(takeBack()).isNull();
        assertThat(waiting()).isZero();
        office.look();
        assertThat(bed.number("SELECT count(*) FROM registry.effect WHERE lot = '" + lot + "'"))
                .isZero();
    }

    @Test
    void of_a_decision_and_a_taking_back_at_the_same_moment_exactly_one_wins() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                arrives();
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Boolean> decision = two.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    return came(() -> office.as(anna, inbox -> inbox.decide(task, "approve", null, Map.of())));
                });
                Future<Boolean> taking = two.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    return came(this::takeBack);
                });
                boolean decided = decision.get(30, TimeUnit.SECONDS);
                assertThat(taking.get(30, TimeUnit.SECONDS)).isNotEqualTo(decided);
                office.work();
                assertThat(waiting()).isZero();
                assertThat(bed.number("SELECT count(*) FROM registry.effect WHERE lot = '" + lot + "'"))
                        .isEqualTo(decided ? 1 : 0);
            }
        } finally {
            two.shutdownNow();
        }
    }

    private static boolean came(Callable<?> act) throws Exception {
        try {
            act.call();
            return true;
        } catch (BusinessRefusal late) {
            assertThat(late.code()).isEqualTo("TASK_DECIDED");
            return false;
        }
    }
}

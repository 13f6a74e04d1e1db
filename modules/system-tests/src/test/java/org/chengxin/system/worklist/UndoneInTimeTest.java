package org.chengxin.system.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.boundary.TaskView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The review of a lot in the process, decided so that it can be undone, with the clock set. */
class UndoneInTimeTest {

    private static final int ROUNDS = 20;

    private static TestBed bed;
    private static long env;

    private final HandSetClock time = new HandSetClock();
    private final Map<String, Actor> accounts = new HashMap<>();
    private Office office;
    private Actor anna;
    private Actor bo;
    private String lot;
    private String task;

    @BeforeAll
    static void open() throws Exception {
        bed = TestBed.fresh("undone-in-time");
        env = bed.number("SELECT id FROM registry.organisation WHERE code = 'env'");
        bed.run(
                "CREATE TABLE registry.effect (lot text, outcome text, decided_by text)",
                "GRANT SELECT, INSERT ON registry.effect TO chengxin_app");
    }

    @AfterAll
    static void close() {
        bed.close();
    }

    @BeforeEach
    void inReview() throws Exception {
        anna = account("anna", Role.REVIEWER);
        bo = account("bo", Role.REVIEWER);
        office = office();
        arrives();
    }

    @AfterEach
    void leave() {
        office.close();
    }

    private Office office() throws Exception {
        return new Office(bed, env, ApplicationClock.ahead(time, ""), name -> Optional.ofNullable(accounts.get(name)));
    }

    private Actor account(String name, Role role) {
        Actor actor = new Actor((long) name.hashCode(), name, name, env, "o", "o", Set.of(role));
        accounts.put(name, actor);
        return actor;
    }

    private void arrives() throws Exception {
        lot = "U" + bed.number("SELECT count(*) FROM registry.worklist_task") + "-clerk";
        office.receive(lot);
        office.work();
        task = new HeldReviews(bed).task(lot);
    }

    private TaskView approve(Actor actor) throws Exception {
        return office.as(actor, inbox -> inbox.decideUndoably(task, Map.of("outcome", "approve")));
    }

    private long effects() throws Exception {
        return bed.number("SELECT count(*) FROM registry.effect WHERE lot = '" + lot + "'");
    }

    private long engineWaits() throws Exception {
        return bed.number("SELECT count(*) FROM engine.act_ru_task WHERE id_ = '" + task + "'");
    }

    private TaskView seen() throws Exception {
        return seenBy(anna);
    }

    private TaskView seenBy(Actor actor) throws Exception {
        return office.as(actor, inbox -> inbox.get(task));
    }

    @Test
    void the_process_goes_on_when_the_time_is_over_and_not_before() throws Exception {
        assertThat(approve(anna).state()).isEqualTo("DONE");
        time.pass(Office.UNDO.minusMillis(1));
        office.look();
        assertThat(effects()).isZero();
        assertThat(engineWaits()).isOne();

        time.pass(Duration.ofMillis(1));
        office.look();
        office.look();
        office.work();
        assertThat(effects()).isOne();
        assertThat(engineWaits()).isZero();
        assertThat(seen().takesEffectAt()).isNull();
        assertThatThrownBy(() -> office.undo(anna, task)).hasMessageContaining("DECISION_IN_EFFECT");
        assertThat(bed.number("SELECT count(*) FROM engine.act_ru_execution WHERE business_key_ = '" + lot + "'"))
                .as("the lot is through")
                .isZero();
    }

    @Test
    void a_decision_by_the_interface_takes_effect_at_once() throws Exception {
        office.as(anna, inbox -> inbox.decide(task, "approve", null, Map.of()));
        assertThat(effects()).isOne();
        assertThatThrownBy(() -> office.undo(anna, task)).hasMessageContaining("DECISION_IN_EFFECT");
    }

    @Test
    void meanwhile_nobody_decides_and_only_who_decided_takes_it_back_once() throws Exception {
        office.as(anna, inbox -> inbox.claim(task));
        TaskView before = seen();
        approve(anna);
        assertThatThrownBy(() -> approve(bo)).hasMessageContaining("TASK_DECIDED");
        assertThatThrownBy(() -> office.as(bo, inbox -> inbox.decide(task, "return", "x", Map.of())))
                .hasMessageContaining("TASK_DECIDED");
        assertThatThrownBy(() -> office.undo(bo, task)).hasMessageContaining("NOT_YOUR_DECISION");

        assertThat(office.undo(anna, task)).isEqualTo(before);
        assertThat(office.undo(anna, task)).as("a second click").isEqualTo(before);
        time.pass(Office.UNDO);
        office.look();
        assertThat(effects()).isZero();
        assertThat(bed.number("SELECT count(*) FROM registry.withdrawn_decision WHERE task_id = '" + task + "'"))
                .isOne();

        approve(anna);
        time.pass(Office.UNDO);
        office.look();
        assertThat(effects()).isOne();
    }

    @Test
    void what_a_killed_server_left_the_next_takes_up() throws Exception {
        approve(anna);
        time.pass(Office.UNDO);
        office.cutOffEffect(task);
        assertThat(effects()).isZero();
        office.close();

        office = office();
        office.look();
        assertThat(effects()).isOne();
        assertThat(engineWaits()).isZero();
    }

    @Test
    void who_may_not_decide_any_more_when_it_counts_has_decided_nothing() throws Exception {
        for (Optional<Actor> byNow : List.of(Optional.<Actor>empty(), Optional.of(account("anna", Role.CLERK)))) {
            account("anna", Role.REVIEWER);
            arrives();
            office.as(anna, inbox -> inbox.claim(task));
            approve(anna);
            byNow.ifPresentOrElse(actor -> accounts.put("anna", actor), () -> accounts.remove("anna"));
            time.pass(Office.UNDO);
            office.look();

            assertThat(effects()).isZero();
            TaskView again = seenBy(bo);
            assertThat(again).returns("OPEN", TaskView::state).returns(null, TaskView::assignee);
            approve(bo);
            time.pass(Office.UNDO);
            office.look();
            assertThat(effects()).isOne();
        }
    }

    @Test
    void of_an_undo_and_the_effect_at_the_same_moment_exactly_one_wins() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                arrives();
                approve(anna);
                time.pass(Office.UNDO);
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Boolean> effect = two.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    return office.takeEffect(task);
                });
                Future<Boolean> undo = two.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    return undone();
                });
                boolean tookEffect = effect.get(30, TimeUnit.SECONDS);
                assertThat(undo.get(30, TimeUnit.SECONDS)).isNotEqualTo(tookEffect);
                assertThat(effects()).isEqualTo(tookEffect ? 1 : 0);
                assertThat(engineWaits()).isEqualTo(tookEffect ? 0 : 1);
                assertThat(seen().state()).isEqualTo(tookEffect ? "DONE" : "OPEN");
            }
        } finally {
            two.shutdownNow();
        }
    }

    private boolean undone() throws Exception {
        try {
            office.undo(anna, task);
            return true;
        } catch (BusinessRefusal tooLate) {
            assertThat(tooLate.code()).isEqualTo("DECISION_IN_EFFECT");
            return false;
        }
    }
}

package org.chengxin.system.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.boundary.TaskEvent;
import org.chengxin.workflow.boundary.TaskEvent.Act;
import org.chengxin.workflow.boundary.TaskView;
import org.chengxin.workflow.control.LostTasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A decision that stands is judged once more when it counts; what comes to nothing then is said, and nothing is lost. */
class LapsedDecisionsTest {

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
        bed = TestBed.fresh("lapsed");
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
        anna = account("anna");
        bo = account("bo");
        office =
                new Office(bed, env, ApplicationClock.ahead(time, ""), name -> Optional.ofNullable(accounts.get(name)));
        lot = "V" + bed.number("SELECT count(*) FROM registry.worklist_task") + "-clerk";
        office.receive(lot);
        office.work();
        task = new HeldReviews(bed).task(lot);
    }

    @AfterEach
    void leave() {
        office.close();
    }

    private Actor account(String name) {
        Actor actor = new Actor((long) name.hashCode(), name, name + " 某", env, "o", "o", Set.of(Role.REVIEWER));
        accounts.put(name, actor);
        return actor;
    }

    @Test
    void who_entered_something_of_the_lot_meanwhile_has_not_approved_it() throws Exception {
        office.as(anna, inbox -> inbox.claim(task));
        approve(anna);
        office.touch(anna, lot);
        office.look();
        assertThat(isOpen()).as("it is judged when it counts").isFalse();

        theTimeIsOver();

        assertThat(effects()).isZero();
        assertThat(isOpen()).isTrue();
        assertThat(withdrawn()).isEqualTo("FOUR_EYES");
    }

    @Test
    void who_has_not_seen_the_sample_when_it_counts_has_not_approved_it() throws Exception {
        approve(anna);
        office.forgetLooks(anna, lot);
        theTimeIsOver();

        assertThat(effects()).isZero();
        assertThat(isOpen()).isTrue();
        assertThat(withdrawn()).isEqualTo("SAMPLE_UNSEEN");
    }

    @Test
    void who_sends_back_needs_no_sample_when_it_counts() throws Exception {
        office.as(
                anna,
                inbox -> inbox.decideUndoably(
                        task, Map.of("outcome", "return", "reasonKind", "OTHER", "reason", "日期不符")));
        office.forgetLooks(anna, lot);
        theTimeIsOver();

        assertThat(effects()).isOne();
    }

    @Test
    void the_trail_says_that_it_came_to_nothing_and_who_decided_is_told_once() throws Exception {
        office.as(anna, inbox -> inbox.claim(task));
        approve(anna);
        office.touch(anna, lot);
        theTimeIsOver();
        office.look();

        List<TaskEvent> trail = office.as(bo, inbox -> inbox.trail(task));
        assertThat(trail).extracting(TaskEvent::act).containsExactly(Act.CLAIM, Act.LAPSE);
        assertThat(trail.get(1))
                .returns("anna 某", TaskEvent::fromName)
                .returns(null, TaskEvent::toName)
                .returns("FOUR_EYES", TaskEvent::reason);
        assertThat(told()).isEqualTo("anna {REVIEWER} task anna 某 FOUR_EYES " + lot);
        TaskView again = office.as(bo, inbox -> inbox.claim(task));
        assertThat(again.mine()).isTrue();
    }

    @Test
    void what_nobody_had_claimed_leaves_a_line_too_and_a_group_hears_of_who_left_it() throws Exception {
        approve(anna);
        accounts.remove("anna");
        theTimeIsOver();

        List<TaskEvent> trail = office.as(bo, inbox -> inbox.trail(task));
        assertThat(trail).extracting(TaskEvent::act).containsExactly(Act.LAPSE);
        assertThat(trail.get(0).fromName()).isEqualTo("anna 某");
        // the account is no reviewer any more: the notice goes to the role beside it
        assertThat(told()).isEqualTo("anna {REVIEWER} task anna 某 DECIDER_LEFT " + lot);
    }

    @Test
    void what_can_never_take_effect_is_closed_kept_and_told_and_the_review_begins_again() throws Exception {
        approve(anna);
        bed.run(
                "DELETE FROM engine.act_ru_identitylink WHERE task_id_ = '" + task + "'",
                "DELETE FROM engine.act_ru_task WHERE id_ = '" + task + "'");
        String instance = text("SELECT process_instance_id FROM registry.worklist_task WHERE id = '" + task + "'");

        assertThat(closed()).isOne();
        assertThat(closed()).isZero();
        assertThat(withdrawn()).isEqualTo(LostTasks.CAUSE);
        assertThat(told()).isEqualTo("anna {REVIEWER} task anna 某 TASK_GONE " + lot);

        boolean begun = office.repair(repairs -> repairs.beginAgain(instance));
        assertThat(begun).isTrue();
        task = text("SELECT id FROM registry.worklist_task WHERE state = 'OPEN' AND business_key = '" + lot + "'");
        approve(bo);
        theTimeIsOver();
        assertThat(effects()).isOne();
    }

    @Test
    void what_is_overtaken_before_it_takes_effect_is_kept_and_who_decided_is_told() throws Exception {
        approve(anna);
        office.overtake(task);

        assertThat(withdrawn()).isEqualTo("OVERTAKEN");
        assertThat(told()).isEqualTo("anna {REVIEWER} task anna 某 OVERTAKEN " + lot);
        theTimeIsOver();
        assertThat(effects()).isZero();
        assertThat(office.as(bo, inbox -> inbox.get(task)).state()).isEqualTo("CANCELLED");
    }

    @Test
    void what_passed_to_somebody_else_since_the_check_is_not_freed() throws Exception {
        office.as(anna, inbox -> inbox.claim(task));

        assertThat(freed())
                .as("the check saw it with somebody who is gone; anna is not")
                .isZero();
        assertThat(office.as(anna, inbox -> inbox.get(task)).mine()).isTrue();

        accounts.remove("anna");
        assertThat(freed()).isOne();
        assertThat(office.as(bo, inbox -> inbox.get(task)).assignee()).isNull();
    }

    private int closed() throws Exception {
        return office.repair(repairs -> repairs.closeRows());
    }

    private int freed() throws Exception {
        return office.repair(repairs -> repairs.freeTasks(List.of(task)));
    }

    private void approve(Actor actor) throws Exception {
        office.as(actor, inbox -> inbox.decideUndoably(task, Map.of("outcome", "approve", "sampleSeen", "true")));
    }

    private void theTimeIsOver() throws Exception {
        time.pass(Office.UNDO.plus(Duration.ofSeconds(1)));
        office.look();
        office.work();
    }

    private boolean isOpen() throws Exception {
        return "OPEN".equals(office.as(bo, inbox -> inbox.get(task)).state());
    }

    private long effects() throws Exception {
        return bed.number("SELECT count(*) FROM registry.effect WHERE lot = '" + lot + "'");
    }

    private String withdrawn() throws Exception {
        return text("SELECT string_agg(cause, ',') FROM registry.withdrawn_decision WHERE task_id = '" + task + "'");
    }

    /** Who is told of it, where it leads, and in which words. */
    private String told() throws Exception {
        return text("SELECT string_agg(concat_ws(' ', person, roles::text, page, details->>'PERSON',"
                + " details->>'CAUSE', details->>'NO'), ';') FROM registry.notice_event WHERE kind = 'DECISION_LAPSED'"
                + " AND page_key = '" + task + "'");
    }

    private static String text(String query) throws SQLException {
        try (Connection owner = bed.connect("chengxin_owner");
                Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}

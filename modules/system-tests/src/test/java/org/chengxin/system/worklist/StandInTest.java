package org.chengxin.system.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.system.TestBed;
import org.chengxin.workflow.boundary.TaskEvent;
import org.chengxin.workflow.boundary.TaskEvent.Act;
import org.chengxin.workflow.boundary.TaskQuery;
import org.chengxin.workflow.boundary.TaskView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** While somebody is away the stand-in does what that person has claimed, and nothing that four eyes or a role forbid. */
class StandInTest {

    private static TestBed bed;
    private static long env;
    private static Office office;
    private static HeldReviews held;

    @BeforeAll
    static void open() throws Exception {
        bed = TestBed.fresh("stand-in");
        env = bed.number("SELECT id FROM registry.organisation WHERE code = 'env'");
        bed.run(
                "CREATE TABLE registry.effect (lot text, outcome text, decided_by text)",
                "GRANT SELECT, INSERT ON registry.effect TO chengxin_app");
        office = new Office(bed, env);
        held = new HeldReviews(bed);
    }

    @AfterAll
    static void close() {
        office.close();
        bed.close();
    }

    @Test
    void what_bo_has_anna_decides_while_she_stands_in_and_the_trail_says_so() throws Exception {
        String task = reviewOf("L1-clerk");
        office.as(actor("bo"), inbox -> inbox.claim(task));
        assertRefused("TASK_CLAIMED", "anna", task);

        standsIn("anna", "bo", -1, 1);
        TaskView seen = office.as(actor("anna"), inbox -> inbox.get(task));
        assertThat(seen.entrusted()).isTrue();
        assertThat(seen.mine()).isFalse();
        assertThat(office.as(actor("chen"), inbox -> inbox.get(task)).entrusted())
                .isFalse();
        assertRefused("TASK_CLAIMED", "chen", task);
        office.as(actor("anna"), inbox -> inbox.decide(task, "approve", null, Map.of()));

        assertThat(acts(task, "anna")).containsExactly(Act.CLAIM, Act.TAKE_OVER);
        office.work();
        assertThat(bed.number("SELECT count(*) FROM registry.effect WHERE lot = 'L1-clerk' AND decided_by = 'anna'"))
                .isOne();
    }

    @Test
    void four_eyes_hold_for_a_stand_in_and_leave_the_task_where_it_was() throws Exception {
        String task = reviewOf("L2-dora");
        office.as(actor("emil"), inbox -> inbox.claim(task));
        standsIn("dora", "emil", 0, 0);

        assertRefused("FOUR_EYES", "dora", task);
        assertThatThrownBy(() -> office.as(actor("dora"), inbox -> inbox.decide(task, "approve", null, Map.of())))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("FOUR_EYES");
        assertThat(office.as(actor("emil"), inbox -> inbox.get(task)).mine()).isTrue();
        assertThat(acts(task, "emil")).containsExactly(Act.CLAIM);
    }

    @Test
    void a_stand_in_without_the_role_sees_nothing_and_one_whose_days_are_over_is_anybody() throws Exception {
        String task = reviewOf("L3-clerk");
        office.as(actor("fang"), inbox -> inbox.claim(task));
        standsIn("gao", "fang", -9, -2);
        standsIn("hai", "fang", 0, 0);

        assertRefused("TASK_CLAIMED", "gao", task);
        Actor officer = new Actor(9L, "hai", "hai", env, "o", "o", Set.of(Role.SECRECY_OFFICER));
        assertThatThrownBy(() -> office.as(officer, inbox -> inbox.claim(task)))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("TASK_UNKNOWN");
        assertThat(office.as(officer, inbox -> inbox.list(query())).tasks()).isEmpty();
        assertThat(office.as(actor("hai"), inbox -> inbox.list(query())).tasks())
                .extracting(TaskView::id)
                .containsExactly(task);
    }

    private static TaskQuery query() {
        return new TaskQuery(false, true, false, null, null, null, 10);
    }

    private static void assertRefused(String code, String who, String task) {
        assertThatThrownBy(() -> office.as(actor(who), inbox -> inbox.claim(task)))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining(code);
    }

    private static List<Act> acts(String task, String reader) throws Exception {
        List<TaskEvent> trail = office.as(actor(reader), inbox -> inbox.trail(task));
        return trail.stream().map(TaskEvent::act).toList();
    }

    private static String reviewOf(String lot) throws Exception {
        office.receive(lot);
        office.work();
        return held.task(lot);
    }

    /** From and until so many days after today. */
    private static void standsIn(String standIn, String absent, int from, int until) throws Exception {
        LocalDate today = CivilTime.dateOf(Instant.now());
        bed.run(
                "INSERT INTO registry.stand_in (organisation_id, absent, absent_name, stand_in, stand_in_name, from_day,"
                        + " until_day, entered_by, entered_name, entered_at) VALUES (" + env + ", '" + absent + "', '"
                        + absent
                        + "', '" + standIn + "', '" + standIn + "', '" + today.plusDays(from) + "', '"
                        + today.plusDays(until)
                        + "', 'x', 'x', now())");
    }

    private static Actor actor(String name) {
        return new Actor((long) name.hashCode(), name, name, env, "o", "o", Set.of(Role.REVIEWER));
    }
}

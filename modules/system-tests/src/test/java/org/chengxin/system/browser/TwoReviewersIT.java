package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.chengxin.system.Await;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two reviewers with the same task before them, and one with second thoughts. */
class TwoReviewersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String FIRST = "reviewer.env";
    private static final String SECOND = "another.env";
    private static final long UNDO_SECONDS = 6;
    private static final String SUBMIT = "[id='work:submit']";
    private static final String REASON = "#field-reason textarea";
    private static final String REFUSED = ".problems[role=alert]";

    private static SystemServer system;
    private static Installation installation;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws Exception {
        system = SystemServer.shared();
        installation = new Installation(system.address(), system.password());
        chromium = new Chromium(installation);
        system.bed()
                .run(
                        "SET search_path = registry",
                        "INSERT INTO app_user (id, username, display_name, organisation_id, password_hash)"
                                + " SELECT nextval('app_user_seq'), '" + SECOND + "', '另一审核员', organisation_id,"
                                + " password_hash FROM app_user WHERE username = '" + FIRST + "'",
                        "INSERT INTO user_role (user_id, role) SELECT id, 'REVIEWER' FROM app_user WHERE username = '"
                                + SECOND + "'");
    }

    @AfterAll
    static void close() throws Exception {
        chromium.close();
        // the group has one reviewer again, as other tests expect
        system.bed().run("UPDATE registry.app_user SET enabled = false WHERE username = '" + SECOND + "'");
    }

    @Test
    void of_two_on_one_record_the_first_decides_and_the_second_hears_it_keeps_what_was_typed_and_goes_on()
            throws Exception {
        String task = Lots.unclassified(installation);
        String address = "console/task.xhtml?id=" + task;
        chromium.visit("second reviewer", Look.DESK, SECOND, late -> {
            Page second = late.go(address).page();
            second.locator("#field-section input[value=ALERT]").check();
            second.locator(REASON).fill("属于严重违法行为");

            chromium.visit("first reviewer", Look.DESK, FIRST, visit -> {
                Page first = visit.go(address).page();
                first.locator("#field-section input[value=WARNING]").check();
                first.locator(REASON).fill("情节一般，已经改正");
                first.locator(SUBMIT).click();
                first.locator("[data-notice^=decided]").waitFor();
            });

            second.locator(SUBMIT).click();
            second.locator(REFUSED).waitFor();
            JsonObject decided = installation.account(SECOND).get("tasks/" + task);
            assertThat(decided.getString("decidedBy")).isEqualTo(FIRST);
            assertThat(second.locator(REFUSED).innerText())
                    .as("who decided, and when")
                    .containsPattern(decided.getString("decidedName") + " 已于 .*\\d:\\d\\d 作出决定");
            assertThat(second.locator("section.decision .notice").innerText())
                    .as("what was decided")
                    .contains("预警信息", "情节一般，已经改正");
            assertThat(second.locator("section.decision > .pairs").innerText())
                    .as("what was typed")
                    .contains("警示信息", "属于严重违法行为");
            assertThat(second.locator(SUBMIT).count()).isZero();
            assertThat(second.locator("[id='standing:take']").count())
                    .as("it is not the second's to undo")
                    .isZero();
            assertThat(PageRules.broken(late, Look.DESK)).isEmpty();
            second.keyboard().press("n");
            second.waitForURL(url -> url.contains("/console/") && !url.contains(task));
        });

        takesEffect(task);
        assertThat(withdrawn(task)).isZero();
        assertThat(classifiedAs("WARNING", "情节一般，已经改正", task))
                .as("decided once, by the first")
                .isOne();
        assertThat(classified(task)).isOne();
    }

    @Test
    void of_two_who_decide_on_one_lot_at_the_same_moment_exactly_one_has_decided() throws Exception {
        String no = Lots.penalties(installation, 1, 0);
        String task = system.as(FIRST).taskOf(no);
        String address = "console/task.xhtml?sample=1&id=" + task;
        boolean[] approved = new boolean[1];
        chromium.visit("approves", Look.DESK, FIRST, one -> {
            Page approving = one.go(address).page();
            approving.locator("#field-outcome input[value=approve]").check();
            chromium.visit("returns", Look.DESK, SECOND, other -> {
                Page returning = other.go(address).page();
                returning.locator("#field-outcome input[value=return]").check();
                returning.locator(REASON).fill("处罚日期与决定书不符");
                pressTogether(approving, returning);
                approved[0] = hasDecided(approving);
                assertThat(hasDecided(returning)).isNotEqualTo(approved[0]);
                Page late = approved[0] ? returning : approving;
                assertThat(late.locator(REFUSED).innerText()).contains("作出决定", approved[0] ? "通过" : "退回");
                assertThat(late.locator("section.decision > .pairs").innerText())
                        .contains(approved[0] ? "处罚日期与决定书不符" : "通过");
            });
        });

        Lots.await(installation, no, approved[0] ? "DONE" : "RETURNED");
        assertThat(installation.account(SECOND).get("tasks/" + task).getString("decidedBy"))
                .isEqualTo(approved[0] ? FIRST : SECOND);
        assertThat(system.bed()
                        .number("SELECT count(*) FROM registry.credit_record r JOIN registry.submission s"
                                + " ON s.id = r.submission_id WHERE s.no = '" + no + "'"))
                .isEqualTo(approved[0] ? 1 : 0);
    }

    /** Both send their forms at one moment of the clock, which they share. */
    private static void pressTogether(Page... pages) {
        long at = System.currentTimeMillis() + 300;
        for (Page page : pages) {
            page.evaluate(
                    "at => { setTimeout(() => document.getElementById('work:submit').click(), at - Date.now()); }",
                    (double) at);
        }
    }

    /** What came of it: who decided is led on, and the other told why not. */
    private static boolean hasDecided(Page page) {
        Locator decided = page.locator("[data-notice^=decided]");
        decided.or(page.locator(REFUSED)).first().waitFor();
        return decided.count() > 0;
    }

    @Test
    void by_the_keyboard_alone_a_decision_is_undone_the_task_is_as_it_was_and_what_is_decided_then_takes_effect()
            throws Exception {
        String task = Lots.unclassified(installation);
        chromium.visit("second thoughts", Look.DESK, FIRST, visit -> {
            Page page = visit.go("console/task.xhtml?id=" + task).page();
            Keys keys = new Keys(page);
            keys.tap("c");
            page.locator("[id='work:release']").waitFor();
            keys.tap("d", "ArrowDown", "Tab");
            page.keyboard().type("情节一般");
            submit(page, keys);
            assertThat(page.locator(".just-decided").innerText()).contains("还剩");
            assertThat(classified(task)).as("nothing has come of it").isZero();

            keys.press("u");
            page.locator("[data-notice=undone]").waitFor();
            assertThat(page.url()).contains(task);
            assertThat(page.locator("[id='work:release']").count())
                    .as("still claimed")
                    .isOne();
            assertThat(page.locator("#field-section input[value=WARNING]").isChecked())
                    .isTrue();
            assertThat(page.locator(REASON).inputValue()).isEqualTo("情节一般");

            keys.tap("d", "ArrowDown", "ArrowDown", "Tab", "End");
            assertThat(page.locator("#field-section input[value=ALERT]").isChecked())
                    .isTrue();
            page.keyboard().type("，但影响较大");
            submit(page, keys);
            assertThat(visit.complaints()).isEmpty();
        });

        takesEffect(task);
        assertThat(withdrawn(task)).isOne();
        assertThat(classifiedAs("ALERT", "情节一般，但影响较大", task)).isOne();
        assertThat(classified(task)).as("what was undone has left nothing").isOne();
        assertThat(system.bed()
                        .number("SELECT floor(extract(epoch FROM e.occurred_at - w.decided_at)) " + EVENTS + task
                                + "'"))
                .as("seconds from the decision to its effect")
                .isGreaterThanOrEqualTo(UNDO_SECONDS);
    }

    /** On to the button, and the page that follows says that it is decided. */
    private static void submit(Page page, Keys keys) {
        keys.tabUntil(() -> page.locator(SUBMIT + ":focus").count() > 0);
        keys.press("Enter");
        page.locator("[data-notice^=decided]").waitFor();
    }

    private static final String EVENTS = "FROM registry.worklist_task w JOIN registry.credit_record r"
            + " ON r.record_no = w.business_key JOIN registry.credit_record_event e ON e.record_id = r.id"
            + " AND e.type = 'CLASSIFY' WHERE w.id = '";

    private static long classified(String task) throws Exception {
        return system.bed().number("SELECT count(*) " + EVENTS + task + "'");
    }

    private static long classifiedAs(String section, String reason, String task) throws Exception {
        return system.bed()
                .number("SELECT count(*) " + EVENTS + task + "' AND r.section = '" + section + "' AND e.reason = '"
                        + reason + "'");
    }

    private static long withdrawn(String task) throws Exception {
        return system.bed().number("SELECT count(*) FROM registry.withdrawn_decision WHERE task_id = '" + task + "'");
    }

    private static void takesEffect(String task) throws Exception {
        Await.until("the effect of the decision on " + task, PATIENCE, () -> classified(task) > 0);
    }
}

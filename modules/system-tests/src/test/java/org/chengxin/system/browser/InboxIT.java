package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The inbox of two reviewers and their supervisor: narrowed, worked through by keys, handed on. */
class InboxIT {

    private static final String SECOND = "second.env";

    private static Installation installation;
    private static Chromium chromium;
    private static SystemServer system;

    @BeforeAll
    static void open() throws Exception {
        system = SystemServer.shared();
        installation = new Installation(system.address(), system.password());
        chromium = new Chromium(installation);
        system.bed()
                .run(
                        "SET search_path = registry",
                        "INSERT INTO app_user (id, username, display_name, organisation_id, password_hash)"
                                + " SELECT nextval('app_user_seq'), '" + SECOND + "', '第二审核员', organisation_id,"
                                + " password_hash FROM app_user WHERE username = 'reviewer.env'",
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
    void a_filter_is_in_the_address_is_saved_under_a_name_and_leads_from_task_to_task() throws Exception {
        String flagged = Lots.penalties(installation, 2, 1);
        String clean = Lots.penalties(installation, 1, 0);

        chromium.visit("saved filter", Look.DESK, "reviewer.env", visit -> {
            Page page = visit.go("console/inbox.xhtml?item=PEN-ENV&finding=TOO_LONG&lot=" + flagged)
                    .page();
            assertThat(rows(page).count()).isEqualTo(1);
            assertThat(page.locator("#finding").inputValue()).isEqualTo("TOO_LONG");
            visit.go("console/inbox.xhtml?finding=TOO_LONG&lot=" + clean);
            assertThat(rows(page).count()).as("nothing was found in it").isZero();

            visit.go("console/inbox.xhtml?lot=" + clean);
            page.locator(".save-filter summary").click();
            page.locator("[id='filters:name']").fill("今天这一批");
            page.locator("[id='filters:save']").click();
            page.locator("[data-notice=filterSaved]").waitFor();
            visit.go("console/inbox.xhtml");
            page.locator(".saved a").click();
            page.waitForURL("**lot=" + clean + "*");
            assertThat(rows(page).count()).isEqualTo(1);
            page.locator(".save-filter summary").click();
            page.locator(".save-filter input[id$=delete]").click();
            page.locator("[data-notice=filterDeleted]").waitFor();
            assertThat(page.locator(".saved a").count()).isZero();

            rows(page).first().locator("a").first().click();
            page.waitForURL("**/task.xhtml?id=*");
            page.keyboard().press("s");
            page.waitForURL("**/inbox.xhtml*");
            assertThat(page.url()).as("the list has no other").contains("lot=" + clean);
            assertThat(page.locator("[data-notice=noneOpen]").count()).isEqualTo(1);
            assertThat(visit.complaints()).isEmpty();
        });
    }

    @Test
    void keys_do_the_work_except_while_somebody_types_or_has_turned_them_off() throws Exception {
        String lot = Lots.penalties(installation, 1, 0);

        chromium.visit("keys", Look.DESK, "reviewer.env", visit -> {
            Page page = visit.go("console/inbox.xhtml?lot=" + lot).page();
            page.keyboard().press("j");
            page.keyboard().press("o");
            page.waitForURL("**/task.xhtml?id=*");
            page.keyboard().press("c");
            page.locator("[id='work:release']").waitFor();
            assertThat(page.locator("[id='work:release']").getAttribute("aria-keyshortcuts"))
                    .isEqualTo("r");

            page.keyboard().press("Shift+?");
            page.locator("dialog#keys[open]").waitFor();
            page.keyboard().press("r");
            page.keyboard().press("Escape");
            page.keyboard().press("t");
            assertThat(page.locator("#field-outcome input[value=return]").isChecked())
                    .isTrue();
            page.keyboard().press("Tab");
            page.keyboard().type("crus?");
            assertThat(page.locator("#field-reason textarea").inputValue()).isEqualTo("crus?");
            assertThat(page.locator("[id='work:release']").count())
                    .as("nothing was released")
                    .isEqualTo(1);

            page.locator("h1").click();
            page.keyboard().press("Shift+?");
            page.locator("#single-keys").uncheck();
            page.keyboard().press("Escape");
            page.keyboard().press("l");
            page.keyboard().press("Shift+?");
            page.locator("#single-keys").check();
            page.keyboard().press("Escape");
            assertThat(page.url()).contains("task.xhtml");
            page.locator("h1").click();
            page.keyboard().press("l");
            page.waitForURL("**/inbox.xhtml*");
            assertThat(page.url()).contains("lot=" + lot);
            assertThat(visit.complaints()).isEmpty();
        });
    }

    @Test
    void a_supervisor_hands_a_task_on_and_a_stand_in_decides_what_the_absent_one_has() throws Exception {
        String lot = Lots.penalties(installation, 1, 0);
        String id = task(lot).getString("id");
        installation.account("reviewer.env").post("tasks/" + id + "/claim", JsonObject.EMPTY_JSON_OBJECT);

        chromium.visit("hand on", Look.DESK, "supervisor.env", visit -> {
            Page page = visit.go("console/held.xhtml?holder=reviewer.env").page();
            page.locator("a[href$='assign.xhtml?id=" + id + "']").click();
            page.locator("[id='assign:pool']").click();
            page.locator(".problems[role=alert]").waitFor();
            page.locator("[id='assign:reason']").fill("分工调整");
            page.locator("[id='assign:to']").selectOption(SECOND);
            page.locator("[id='assign:reassign']").click();
            page.locator("[data-notice=taskGiven]").waitFor();
            assertThat(page.locator(".holder").innerText()).contains("第二审核员");
            page.locator("[id='assign:reason']").fill("先退回本组");
            page.locator("[id='assign:pool']").click();
            page.locator("[data-notice=taskReturned]").waitFor();
            page.locator(".trail summary").click();
            assertThat(page.locator(".trail").innerText()).contains("分工调整", "先退回本组");
            assertThat(visit.complaints()).isEmpty();
        });

        installation.account("reviewer.env").post("tasks/" + id + "/claim", JsonObject.EMPTY_JSON_OBJECT);
        String today = CivilTime.dateOf(java.time.Instant.now()).toString();
        chromium.visit("absence", Look.DESK, "reviewer.env", visit -> {
            Page page = visit.go("console/absences.xhtml").page();
            page.locator("[id='absence:standIn']").selectOption(SECOND);
            page.locator("[id='absence:from']").fill(today);
            page.locator("[id='absence:until']")
                    .fill(LocalDate.parse(today).plusDays(2).toString());
            page.locator("[id='absence:enter']").click();
            page.locator("[data-notice=absenceEntered]").waitFor();
            assertThat(visit.complaints()).isEmpty();
        });
        chromium.visit("stand-in", Look.DESK, SECOND, visit -> {
            Page page = visit.go("console/inbox.xhtml?box=mine&lot=" + lot).page();
            assertThat(rows(page).locator(".tag").first().innerText()).isEqualTo("代办");
            rows(page).locator("a").first().click();
            page.waitForURL("**/task.xhtml?id=*");
            page.keyboard().press("n");
            page.waitForURL("**sample=*");
            page.locator("[id='work:goOn']").uncheck();
            page.keyboard().press("a");
            page.locator("[data-notice=decidedStays]").waitFor();
            page.locator(".trail summary").click();
            assertThat(page.locator(".trail").innerText()).contains("第二审核员 代");
            assertThat(visit.complaints()).isEmpty();
        });
        Lots.await(installation, lot, "DONE");
        assertThat(installation.account(SECOND).get("tasks/" + id).getString("decidedBy"))
                .isEqualTo(SECOND);
    }

    private static Locator rows(Page page) {
        return page.locator("table[data-rows] tbody tr");
    }

    private static JsonObject task(String lot) throws Exception {
        return installation.tasks("reviewer.env", "ReviewLot").stream()
                .filter(open -> lot.equals(open.getString("businessKey")))
                .findFirst()
                .orElseThrow();
    }
}

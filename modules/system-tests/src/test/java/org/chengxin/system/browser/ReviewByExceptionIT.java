package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a reviewer cannot do unseen, sends back by itself, and does too late; the whole day is in {@link ReviewersDayIT}. */
class ReviewByExceptionIT {

    private static Installation installation;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws Exception {
        installation = Installation.open();
        chromium = new Chromium(installation);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static String task(String lot) throws Exception {
        return installation.tasks("reviewer.env", "ReviewLot").stream()
                .filter(open -> lot.equals(open.getString("businessKey")))
                .map(open -> open.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject counts(String lot) throws Exception {
        return installation.account("clerk.env").get("submissions/" + lot).getJsonObject("counts");
    }

    @Test
    void nobody_approves_unseen_and_a_row_goes_back_by_itself_with_its_reason() throws Exception {
        String no = Lots.penalties(installation, 2, 1);
        String task = task(no);

        chromium.visit("send a row back", Look.DESK, "reviewer.env", visit -> {
            Page page = visit.go("console/task.xhtml?id=" + task).page();
            page.locator("#field-outcome input[value=approve]").check();
            page.locator("[id='work:submit']").click();
            assertThat(page.locator(".problems[role=alert]").innerText()).contains("抽样");
            assertThat(page.locator("[data-size='1']").count()).isEqualTo(1);

            page.locator(".flagged input[name=chosen]").check();
            page.locator(".give-back summary").click();
            page.locator("[id='back:kind']").selectOption("CONTENT");
            page.locator("[id='back:words']").fill("行业名称照抄了目录全文");
            page.locator("[id='back:giveBack']").click();
            page.locator("[data-notice=rowsGivenBack]").waitFor();
            assertThat(page.locator(".flagged").count()).isZero();

            page.keyboard().press("n");
            page.waitForURL("**sample=*");
            page.keyboard().press("a");
            page.locator("[data-notice^=decided]").waitFor();
            assertThat(visit.complaints()).isEmpty();
        });

        Lots.await(installation, no, "DONE");
        assertThat(counts(no).getInt("published")).isEqualTo(1);
        assertThat(counts(no).getInt("rejected")).isEqualTo(1);
        assertThat(
                        installation
                                .account("clerk.env")
                                .get("submissions/" + no + "/findings")
                                .getJsonArray("items")
                                .stream()
                                .map(JsonValue::toString))
                .as("the clerk sees the reason at the row")
                .anyMatch(finding ->
                        finding.contains("RETURNED_BY_REVIEWER") && finding.contains("内容与决定书不一致：行业名称照抄了目录全文"));
    }

    @Test
    void a_decision_is_undone_before_anything_comes_of_it_and_the_task_is_as_it_was() throws Exception {
        String no = Lots.penalties(installation, 1, 0);
        String task = task(no);

        chromium.visit("undo", Look.DESK, "reviewer.env", visit -> {
            Page page = visit.go("console/task.xhtml?sample=1&id=" + task).page();
            page.locator("[id='work:claim']").click();
            page.locator("[id='work:release']").waitFor();
            page.locator("#field-outcome input[value=return]").check();
            page.locator("#field-reasonKind select").selectOption("CONTENT");
            page.locator("#field-reason textarea").fill("处罚日期与决定书不符");
            page.locator("[id='work:submit']").click();
            page.waitForURL("**undo=*");
            assertThat(page.locator(".just-decided").innerText()).contains("退回", "还剩");
            visit.go("console/task.xhtml?id=" + task);
            assertThat(page.locator("section.decision").innerText()).contains("退回", "还剩", "处罚日期与决定书不符");
            assertThat(page.locator("[id='work:submit']").count()).isZero();
            page.keyboard().press("u");
            page.waitForURL("**notice=undone*");

            assertThat(installation
                            .account("clerk.env")
                            .get("submissions/" + no)
                            .getString("state"))
                    .isEqualTo("IN_REVIEW");
            assertThat(page.locator("[id='work:release']").count())
                    .as("still claimed")
                    .isOne();
            assertThat(page.locator("#field-outcome input[value=return]").isChecked())
                    .isTrue();
            assertThat(page.locator("#field-reason textarea").inputValue()).isEqualTo("处罚日期与决定书不符");
            assertThat(page.locator("[data-seen]").getAttribute("data-seen"))
                    .as("what was looked at")
                    .isEqualTo("1");
            assertThat(PageRules.broken(visit, Look.DESK)).isEmpty();

            // from a list that has no other task, which is where this leads
            String list = URLEncoder.encode("box=mine&lot=" + no, StandardCharsets.UTF_8);
            visit.go("console/task.xhtml?list=" + list + "&id=" + task);
            page.locator("#field-outcome input[value=approve]").check();
            page.keyboard().press("a");
            page.waitForURL("**/inbox.xhtml*undo=*");
            page.keyboard().press("u");
            page.waitForURL("**notice=undone*");
            page.keyboard().press("a");
            page.locator("[data-notice^=decided]").waitFor();
            assertThat(visit.complaints()).isEmpty();
        });

        Lots.await(installation, no, "DONE");
        assertThat(counts(no).getInt("published"))
                .as("what was undone has left nothing")
                .isEqualTo(1);
    }

    @Test
    void a_decision_that_comes_too_late_hears_who_decided_and_keeps_what_was_typed_and_a_double_click_decides_once()
            throws Exception {
        String no = Lots.penalties(installation, 1, 0);
        String address = "console/task.xhtml?sample=1&id=" + task(no);

        chromium.visit("second tab", Look.DESK, "reviewer.env", late -> {
            Page second = late.go(address).page();
            second.locator("#field-outcome input[value=return]").check();
            second.locator("#field-reason textarea").fill("处罚日期与决定书不符");

            chromium.visit("first tab", Look.DESK, "reviewer.env", visit -> {
                Page first = visit.go(address).page();
                // what was typed in the other tab is offered here too
                first.locator("#field-outcome input[value=approve]").check();
                first.locator("[id='work:approve']").dblclick();
                Lots.await(installation, no, "DONE");
            });

            second.locator("[id='work:submit']").click();
            second.locator(".problems[role=alert]").waitFor();
            String decision = second.locator("section.decision").innerText();
            assertThat(decision).contains("通过", "处罚日期与决定书不符");
            second.locator("[id='work:next']").click();
            second.waitForURL(url -> !url.contains("sample=1"));
        });

        assertThat(counts(no).getInt("published")).isEqualTo(1);
    }
}

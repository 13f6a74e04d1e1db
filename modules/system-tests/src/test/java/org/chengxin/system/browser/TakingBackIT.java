package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.chengxin.system.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A lot under review between two people: its clerk takes it back, and what its reviewer typed is not lost. */
class TakingBackIT {

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

    @Test
    void a_lot_is_taken_back_before_anybody_decides_and_its_rows_are_sent_again() throws Exception {
        String no = Lots.onePenalty(
                installation,
                installation.enterprises().get(3),
                "苏环撤" + UUID.randomUUID().toString().substring(0, 8) + "号",
                "公开公示");
        String task = review(no);
        installation
                .account("reviewer.env")
                .post("tasks/" + task + "/claim", Json.createObjectBuilder().build());
        chromium.visit("another organisation's lot", Look.DESK, "clerk.tax", visit -> {
            for (String page : List.of("take-back.xhtml", "lost-rows.csv")) {
                assertThat(visit.go("console/" + page + "?no=" + no).status()).isEqualTo(404);
            }
        });
        for (String other : List.of("reviewer.env", "centre", "auditor")) {
            chromium.visit("no clerk takes nothing back", Look.DESK, other, visit -> {
                Page page = visit.go("console/lot.xhtml?no=" + no).page();
                assertThat(page.locator("a[href^='take-back.xhtml']").count()).isZero();
                visit.go("console/take-back.xhtml?no=" + no);
                assertThat(page.url()).as("led back to the lot").contains("/lot.xhtml");
                assertThat(visit.go("console/lost-rows.csv?no=" + no).status()).isIn(403, 404);
            });
        }
        chromium.visit("reviewer at work", Look.DESK, "reviewer.env", reviewer -> {
            Page desk = reviewer.go("console/task.xhtml?id=" + task).page();
            desk.locator("#field-outcome input[value=return]").check();
            desk.locator("#field-reason textarea").fill("写到一半的理由");
            chromium.visit("take back", Look.DESK, "clerk.env", visit -> takesBack(visit, no));

            desk.locator("[id='work:submit']").click();
            desk.locator(".problems[role=alert]").waitFor();
            assertThat(desk.locator(".problems[role=alert]").innerText()).contains("撤回本批次");
            assertThat(desk.locator("main").innerText()).contains("写到一半的理由").contains("报错了文件");
            assertThat(desk.locator("[id='work:next']").count()).isOne();
            assertThat(PageRules.broken(reviewer, Look.DESK)).isEmpty();
            // notices are spread some seconds after what they tell of
            Await.until("the notice of the lot taken back", Duration.ofSeconds(20), () -> {
                reviewer.go("console/notices.xhtml");
                return desk.locator("#notices tbody a:has-text('" + no + "'):has-text('撤回')")
                                .count()
                        > 0;
            });
            assertThat(reviewer.complaints()).isEmpty();
        });
        assertThat(installation.tasks("reviewer.env", "ReviewLot"))
                .noneMatch(open -> no.equals(open.getString("businessKey")));
    }

    private static void takesBack(Visit visit, String no) throws Exception {
        Page page = visit.go("console/lot.xhtml?no=" + no).page();
        page.locator("a[href^='take-back.xhtml']").click();
        page.locator("[id='taking:take']").click();
        page.locator(".problems[role=alert]").waitFor();
        assertThat(PageRules.broken(visit, Look.DESK)).isEmpty();
        page.locator("[id='taking:reason']").fill("报错了文件");
        page.locator("[id='taking:take']").dblclick();
        page.waitForURL("**/lot.xhtml?no=" + no + "*");
        assertThat(page.locator("main").innerText()).contains("报错了文件").contains("报送员已撤回");
        assertThat(page.locator("a[href^='lost-rows.csv']").count()).isEqualTo(1);
        assertThat(page.locator("a[href^='take-back.xhtml']").count()).isZero();
        visit.go("console/take-back.xhtml?no=" + no);
        assertThat(page.url()).as("a second tab").contains("/lot.xhtml");
        assertThat(visit.complaints()).isEmpty();
    }

    private static String review(String lot) throws Exception {
        return installation.tasks("reviewer.env", "ReviewLot").stream()
                .filter(open -> lot.equals(open.getString("businessKey")))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    /** The reason that a reviewer types is there in another browser too. */
    @Test
    void what_a_reviewer_typed_waits_on_the_server() throws Exception {
        String no = Lots.onePenalty(
                installation,
                installation.enterprises().get(3),
                "苏环稿" + UUID.randomUUID().toString().substring(0, 8) + "号",
                "公开公示");
        String task = review(no);
        chromium.visit("reason typed", Look.DESK, "reviewer.env", visit -> {
            Page page = visit.go("console/task.xhtml?id=" + task).page();
            page.locator("#field-outcome input[value=return]").check();
            page.waitForResponse(
                    answer -> answer.ok()
                            && String.valueOf(answer.request().postData()).contains("缺少决定书"),
                    () -> page.locator("#field-reason textarea").fill("缺少决定书"));
        });
        chromium.visit("reason found again", Look.DESK, "reviewer.env", visit -> {
            Page page = visit.go("console/task.xhtml?id=" + task).page();
            page.waitForFunction("document.querySelector('#field-reason textarea').value === '缺少决定书'");
            assertThat(visit.complaints()).isEmpty();
        });
    }
}

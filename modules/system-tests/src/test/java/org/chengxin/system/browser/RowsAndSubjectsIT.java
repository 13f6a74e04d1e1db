package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengxin.system.Await;
import org.chengxin.system.PenaltyLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rows that did not go on, at the desk of their clerk; and those without a subject, at the credit centre's. */
class RowsAndSubjectsIT {

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

    /** A lot with a code that holds a letter O, and a decision of next month. */
    private static String doubtful() throws Exception {
        JsonObject one = installation.enterprises().get(2);
        String code = one.getString("code");
        int zero = code.lastIndexOf('0', code.length() - 2);
        String own = UUID.randomUUID().toString().substring(0, 8);
        String no = installation
                .account("clerk.env")
                .submit(
                        "PEN-ENV",
                        UUID.randomUUID().toString(),
                        PenaltyLines.environment()
                                .line(
                                        one.getString("name"),
                                        code.substring(0, zero) + "O" + code.substring(zero + 1),
                                        "苏环台" + own + "第1号",
                                        "警告",
                                        PenaltyLines.today(),
                                        "公开公示")
                                .line(
                                        one.getString("name"),
                                        code,
                                        "苏环台" + own + "第2号",
                                        "警告",
                                        PenaltyLines.today().plusDays(30),
                                        "公开公示")
                                .csv())
                .getString("no");
        Lots.await(installation, no, "DONE");
        return no;
    }

    /** A name that nobody has registered, in a lot of the banking supervisor. */
    private static String unknownName() throws Exception {
        String name = "无人登记" + UUID.randomUUID().toString().substring(0, 6) + "商行";
        String no = installation
                .account("clerk.bank")
                .submit(
                        "PEN-ADMIN",
                        UUID.randomUUID().toString(),
                        PenaltyLines.administrative()
                                .line(
                                        name,
                                        "",
                                        name + "第1号",
                                        "警告",
                                        PenaltyLines.today().minusDays(3),
                                        "公开公示")
                                .csv())
                .getString("no");
        Await.until("lot " + no, java.time.Duration.ofMinutes(1), () -> installation
                .account("clerk.bank")
                .get("submissions/" + no)
                .getString("state")
                .equals("DONE"));
        return name;
    }

    private static String groupOf(String name) throws Exception {
        return installation
                .account("centre")
                .get("unmatched?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    @TestFactory
    List<DynamicTest> pages() throws Exception {
        String no = doubtful();
        String group = groupOf(unknownName());
        Map<String, String> clerks = Map.of(
                "lot with open rows", "console/lot.xhtml?no=" + no,
                "doubtful rows", "console/rows.xhtml?no=" + no + "&outcome=SUSPECT",
                "rejected rows of a rule", "console/rows.xhtml?no=" + no + "&outcome=REJECTED&rule=CODE_CHARACTER",
                "no accepted rows", "console/rows.xhtml?no=" + no + "&outcome=ACCEPTED",
                "a row", "console/row.xhtml?no=" + no + "&row=2");
        Map<String, String> centres = Map.of(
                "queue", "console/unmatched.xhtml",
                "queue without hits", "console/unmatched.xhtml?q=" + "zzzz",
                "a group", "console/unmatched-group.xhtml?id=" + group,
                "a group with subjects",
                        "console/unmatched-group.xhtml?id=" + group + "&s="
                                + URLEncoder.encode("苏州", StandardCharsets.UTF_8));
        List<DynamicTest> tests = new ArrayList<>();
        clerks.forEach((name, path) -> look(tests, name, "clerk.env", path));
        centres.forEach((name, path) -> look(tests, name, "centre", path));
        return tests;
    }

    private static void look(List<DynamicTest> tests, String name, String username, String path) {
        for (Look look : Look.ALL) {
            tests.add(dynamicTest(
                    name + ", " + look.width() + ", " + look.language(),
                    () -> chromium.glance(name, look, username, visit -> {
                        visit.go(path);
                        assertThat(visit.status()).isEqualTo(200);
                        assertThat(PageRules.broken(visit, look)).isEmpty();
                    })));
        }
    }

    @Test
    void a_clerk_takes_a_suggestion_and_changes_a_value() throws Exception {
        String no = doubtful();
        chromium.visit("mend rows", Look.DESK, "clerk.env", visit -> {
            Page page = visit.go("console/rows.xhtml?no=" + no + "&outcome=REJECTED")
                    .page();
            page.locator("[id='decide:suggestions']").click();
            page.locator(".problems[role=alert]").waitFor();
            page.locator("input[name=chosen]").check();
            page.locator("[id='decide:suggestions']").click();
            page.locator("[data-notice=settled]").waitFor();

            visit.go("console/row.xhtml?no=" + no + "&row=3");
            page.locator("[id='change:send']").click();
            page.locator(".problems[role=alert]").waitFor();
            page.locator("#field-decidedOn input")
                    .fill(PenaltyLines.today().minusDays(4).toString());
            page.locator("[id='change:send']").click();
            page.locator("[data-notice=settled]").waitFor();
            assertThat(visit.complaints()).isEmpty();
        });
        Lots.await(installation, no, "IN_REVIEW");
        JsonObject lot = installation.account("clerk.env").get("submissions/" + no);
        assertThat(lot.getInt("round")).isPositive();
        assertThat(lot.getJsonObject("counts").getInt("accepted")).isEqualTo(2);
    }

    @Test
    void the_centre_says_whom_a_row_is_about() throws Exception {
        String name = unknownName();
        JsonObject meant = installation.enterprises().get(3);
        chromium.visit("match by hand", Look.DESK, "centre", visit -> {
            Page page = visit.go("console/unmatched.xhtml?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .page();
            page.locator("table[data-rows] tbody a").click();
            page.locator("#s").fill(meant.getString("name"));
            page.locator("#s").press("Enter");
            page.locator("input[name=subject]").first().check();
            page.locator("[id='decide:match']").click();
            page.locator(".problems[role=alert]").waitFor();
            page.locator("input[name=subject]").first().check();
            page.locator("[id='decide:reason']").fill("电话核实");
            page.locator("[id='decide:match']").click();
            page.locator("[data-notice=matched]").waitFor();
            assertThat(visit.complaints()).isEmpty();
        });
        assertThat(installation
                        .account("centre")
                        .get("unmatched?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void others_have_no_queue() throws Exception {
        chromium.visit("no queue", Look.DESK, "clerk.env", visit -> {
            visit.go("console/unmatched.xhtml");
            assertThat(visit.status()).isEqualTo(403);
        });
    }
}

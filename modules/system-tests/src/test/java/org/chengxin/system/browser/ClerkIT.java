package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengxin.system.PenaltyLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clerks do: a file step by step, its lost rows mended and sent again, a record typed by hand. */
class ClerkIT {

    private static final Charset GB18030 = Charset.forName("GB18030");

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

    private static String own() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** Three penalties, of which the second has a code with a letter O. */
    private static String threeRows() throws Exception {
        String own = own();
        PenaltyLines lines = PenaltyLines.environment();
        for (int i = 0; i < 3; i++) {
            JsonObject enterprise = installation.enterprises().get(i);
            String code = enterprise.getString("code");
            int zero = code.lastIndexOf('0', code.length() - 2);
            lines.line(
                    enterprise.getString("name"),
                    i == 1 ? code.substring(0, zero) + "O" + code.substring(zero + 1) : code,
                    "苏环报" + own + "第" + i + "号",
                    "警告",
                    PenaltyLines.today().minusDays(5),
                    "公开公示");
        }
        return lines.csv();
    }

    private static String letterO() throws Exception {
        String code = installation.enterprises().get(1).getString("code");
        int zero = code.lastIndexOf('0', code.length() - 2);
        return code.substring(0, zero) + "O" + code.substring(zero + 1);
    }

    private static void choose(Page page, String name, byte[] content) {
        page.locator("[id='send:file']").setInputFiles(new FilePayload(name, "text/csv", content));
        page.locator("[id='send:go']").click();
    }

    private static String lot(Page page) {
        page.waitForURL("**/console/lot.xhtml*");
        return page.url().replaceAll(".*[?&]no=(L\\d+).*", "$1");
    }

    private static void total(Visit visit, String no, String sums) {
        visit.go("console/lot.xhtml?no=" + no);
        assertThat(visit.page().locator("tfoot td.number").allInnerTexts())
                .as("received, accepted, rejected, suspect, unmatched over the chain at " + no)
                .containsExactly(sums.split(" "));
    }

    @Test
    void lost_rows_are_mended_and_sent_again_and_each_row_counts_once() throws Exception {
        String file = threeRows();
        chromium.visit("file step by step", Look.DESK, "clerk.env", visit -> {
            Page page = visit.go("console/submit.xhtml?item=PEN-ENV").page();
            page.locator("[id='send:go']").click();
            page.locator(".problems[role=alert]").waitFor();
            choose(page, "picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
            page.locator(".problems[role=alert]").waitFor();
            assertThat(page.url()).contains("submit.xhtml").contains("item=PEN-ENV");

            choose(page, "处罚.csv", file.getBytes(GB18030));
            page.waitForURL("**/console/mapping.xhtml?draft=*");
            String preview = page.url();
            assertThat(page.locator("main").innerText()).contains("GB18030").contains("警告");
            assertThat(PageRules.broken(visit, Look.DESK)).isEmpty();
            assertThat(page.locator("#file-findings").innerText()).contains("全部 3 行", "可接收 2 行，不予接收 1 行", letterO());
            page.reload();
            page.locator("[id='map:confirm']").click();
            String first = lot(page);
            Lots.await(installation, first, "IN_REVIEW");

            // a second click, or the back button: it is the lot that it became
            page.navigate(preview);
            assertThat(lot(page)).isEqualTo(first);
            page.locator("a[href*='outcome=REJECTED'][href*='rule=CODE_CHARACTER']")
                    .waitFor();

            // asked for beside the page: a link to a download looks to a browser like a request given up
            String link = page.locator("a[href^='lost-rows.csv']").getAttribute("href");
            String lost = page.request().get(installation.at("console/" + link)).text();
            assertThat(lost.lines()).hasSize(2);
            assertThat(lost).contains(first + "-3").contains(letterO());

            page.locator("a[href*='corrects=" + first + "']").click();
            String mended =
                    lost.replace(letterO(), installation.enterprises().get(1).getString("code"));
            choose(page, "更正.csv", mended.getBytes(StandardCharsets.UTF_8));
            page.waitForURL("**/console/mapping.xhtml?draft=*");
            assertThat(page.locator("main").innerText()).contains(first).contains("没有发现问题");
            page.locator("[id='map:confirm']").click();
            String second = lot(page);
            Lots.await(installation, second, "IN_REVIEW");

            total(visit, first, "3 3 0 0 0");
            assertThat(page.locator("a[href^='lost-rows.csv']").count())
                    .as("nothing is lost any more")
                    .isZero();
            assertThat(PageRules.broken(visit, Look.DESK)).isEmpty();
            total(visit, second, "3 3 0 0 0");
            assertThat(visit.complaints()).isEmpty();
        });
    }

    @Test
    void a_session_that_ends_while_a_record_is_typed_takes_nothing_along() throws Exception {
        JsonObject enterprise = installation.enterprises().get(4);
        LocalDate decided = PenaltyLines.today().minusDays(6);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("subjectName", enterprise.getString("name"));
        texts.put("subjectCode", enterprise.getString("code").substring(0, 17));
        texts.put("documentNo", "苏环录" + own() + "号");
        texts.put("facts", "未按照规定设置排放口");
        texts.put("legalBasis", "《中华人民共和国大气污染防治法》第一百条");
        texts.put("result", "警告");
        chromium.visit("record typed by hand", Look.DESK, null, visit -> {
            Page page = visit.page();
            visit.signIn("clerk.env", installation.password());
            page.waitForURL("**/console/inbox.xhtml*");
            visit.go("console/entries.xhtml");
            page.locator("a[href='entry.xhtml?item=PEN-ENV']").click();
            page.waitForURL("**draft=*");
            String address = page.url();
            texts.forEach((field, text) -> fill(page, field, text));
            page.locator("[data-draft-status]:not(:empty)").waitFor();

            page.context().clearCookies(new ClearCookiesOptions().setName("CHENGXIN_CONSOLE"));
            fill(page, "authority", "苏州市某局");
            page.locator("[id='entry:send']").click();
            page.waitForURL("**/console/sign-in.xhtml*");
            page.locator("#name").fill("clerk.env");
            page.locator("#password").fill(installation.password());
            page.locator("#password").press("Enter");
            page.waitForURL(address);
            texts.put("authority", "苏州市某局");
            texts.forEach((field, text) ->
                    assertThat(input(page, field).inputValue()).as(field).isEqualTo(text));

            fill(page, "decidedOn", decided.toString());
            fill(page, "periodMonths", "12");
            fill(page, "severity", "一般");
            page.locator("[id='entry:send']").click();
            page.locator("#field-subjectCode.wrong .field-problem").waitFor();
            assertThat(input(page, "facts").inputValue()).isEqualTo(texts.get("facts"));
            assertThat(PageRules.broken(visit, Look.DESK)).isEmpty();

            fill(page, "subjectCode", enterprise.getString("code"));
            page.locator("[id='entry:send']").click();
            String no = lot(page);
            assertThat(page.locator("[data-notice]").getAttribute("data-notice"))
                    .isEqualTo("entered");
            Lots.await(installation, no, "IN_REVIEW");
            visit.go("console/entries.xhtml");
            assertThat(page.locator("a[href*='" + address.replaceAll(".*draft=", "") + "']")
                            .count())
                    .as("what was sent is no draft any more")
                    .isZero();
            assertThat(visit.complaints()).isEmpty();
        });
    }

    @Test
    void two_pages_with_one_draft_end_with_two() throws Exception {
        chromium.visit("one draft in two pages", Look.DESK, "clerk.env", visit -> {
            Page page = visit.go("console/entry.xhtml?item=PEN-ENV").page();
            fill(page, "facts", "两个页面");
            page.locator("[data-draft-status]:not(:empty)").waitFor();
            String address = page.url();
            try (Page other = page.context().newPage()) {
                other.navigate(address);
                fill(other, "result", "另一页");
                other.locator("[data-draft-status]:not(:empty)").waitFor();
            }
            fill(page, "authority", "这一页");
            page.waitForURL(url -> !url.equals(address));

            visit.go(address.replaceAll(".*/console/", "console/"));
            assertThat(input(page, "result").inputValue()).isEqualTo("另一页");
            visit.go("console/entries.xhtml");
            assertThat(page.locator("a[href*='entry.xhtml?item=PEN-ENV&draft=']")
                            .count())
                    .isGreaterThanOrEqualTo(2);
            while (page.locator("[id$=':drop']").count() > 0) {
                page.locator("[id$=':drop']").first().click();
                page.locator("[data-notice=draftDropped]").waitFor();
            }
        });
    }

    @Test
    void what_the_tab_keeps_goes_with_whoever_typed_it() throws Exception {
        chromium.visit("one browser, two people", Look.DESK, null, visit -> {
            Page page = visit.page();
            visit.signIn("clerk.env", installation.password());
            page.waitForURL("**/console/inbox.xhtml*");
            visit.go("console/entry.xhtml?item=PEN-ENV");
            fill(page, "facts", "不给别人看");
            assertThat(kept(page)).contains("不给别人看");
            page.locator("form.user button").click();
            page.waitForURL("**/console/sign-in.xhtml*");
            assertThat(kept(page)).isEqualTo("{}");

            // who did not sign out, but was followed by another person after the session had ended
            page.evaluate("() => sessionStorage.setItem('chengxin.draft.clerk.env/text/k', '不给别人看')");
            visit.signIn("reviewer.env", installation.password());
            page.waitForURL("**/console/inbox.xhtml*");
            page.waitForFunction("() => !JSON.stringify(sessionStorage).includes('不给别人看')");
            assertThat(page.evaluate("() => fetch('draft?kind=ENTRY&key=k', {headers: {'X-Draft-Of': 'clerk.env'}})"
                            + ".then(answer => answer.status)"))
                    .isEqualTo(403);
            assertThat(page.evaluate("() => fetch('draft?kind=ENTRY&key=k', {headers: {'X-Draft-Of': 'reviewer.env'}})"
                            + ".then(answer => answer.status)"))
                    .isEqualTo(200);
        });
    }

    private static String kept(Page page) {
        return String.valueOf(page.evaluate("() => JSON.stringify(sessionStorage)"));
    }

    @Test
    void a_draft_that_is_refused_is_said_and_not_tried_for_ever() throws Exception {
        chromium.visit("too many drafts", Look.DESK, "clerk.env", visit -> {
            Page page = visit.go("console/entry.xhtml?item=PEN-ENV").page();
            String address = page.url();
            AtomicInteger asked = new AtomicInteger();
            page.route("**/console/draft", route -> {
                asked.incrementAndGet();
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/json")
                        .setBody("{\"code\":\"DRAFTS_TOO_MANY\"}"));
            });
            fill(page, "facts", "太多草稿");
            page.locator("[data-draft-status]:not(:empty)").waitFor();
            // what is asked again is asked at once: a second thing typed is the second time
            page.waitForResponse("**/console/draft", () -> fill(page, "result", "警告"));
            assertThat(asked.get()).isEqualTo(2);
            assertThat(page.url()).isEqualTo(address);
            assertThat(kept(page)).contains("太多草稿");
        });
    }

    @Test
    void only_clerks_of_a_supplier_enter_its_records() throws Exception {
        chromium.visit("no entry for reviewers", Look.DESK, "reviewer.env", visit -> {
            assertThat(visit.go("console/entry.xhtml?item=PEN-ENV").status()).isEqualTo(403);
            assertThat(visit.go("console/entries.xhtml").status()).isEqualTo(403);
        });
        chromium.visit("no entry for others", Look.DESK, "clerk.tax", visit -> {
            assertThat(visit.go("console/entry.xhtml?item=PEN-ENV").status()).isEqualTo(403);
            assertThat(visit.go("console/entry.xhtml?item=NONE").status()).isEqualTo(404);
        });
    }

    private static com.microsoft.playwright.Locator input(Page page, String field) {
        return page.locator("[data-field=" + field + "] input, [data-field=" + field + "] textarea");
    }

    private static void fill(Page page, String field, String text) {
        input(page, field).fill(text);
    }
}

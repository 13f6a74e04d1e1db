package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengxin.demonstration.LotText;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The day of a clerk and of a reviewer, from a file of a thousand records to the portal. */
class ReviewersDayIT {

    private static final int RECORDS = 1_000;
    private static final int FLAGGED = 37;
    private static final int MOST_KEYS = 60;
    private static final Pattern LOT = Pattern.compile("lot\\.xhtml\\?no=([^&#]+)");

    private static SystemServer system;
    private static Installation installation;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws Exception {
        system = SystemServer.shared();
        installation = new Installation(system.address(), system.password());
        chromium = new Chromium(installation);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void a_thousand_records_of_which_37_are_flagged_go_from_a_file_to_the_portal_by_sixty_keys() throws Exception {
        List<Map<String, String>> rows = Lots.penaltyRows(installation, RECORDS, FLAGGED);
        String no = upload(LotText.rows("PEN-ENV", rows));
        Lots.await(installation, no, "IN_REVIEW");

        int sentBack = reviewByKeyboard(no);
        Lots.await(installation, no, "DONE");
        assertThat(counts(no).getInt("published")).isEqualTo(RECORDS - 1);
        assertThat(counts(no).getInt("rejected")).isEqualTo(1);
        String documentNo = rows.get(sentBack - 2).get("documentNo");
        assertThat(publicDocuments(rows.get(sentBack - 2).get("subjectCode"))).doesNotContain(documentNo);

        correct(no, sentBack);
        Lots.await(installation, no, "IN_REVIEW");
        approveWhatWasCorrected(no);
        Lots.await(installation, no, "DONE");
        assertThat(counts(no).getInt("published")).isEqualTo(RECORDS);
        assertThat(publicDocuments(rows.get(sentBack - 2).get("subjectCode"))).contains(documentNo);
    }

    /** The clerk chooses item and file, looks at its columns and sends it; the lot's number. */
    private static String upload(String csv) throws Exception {
        String[] no = new String[1];
        chromium.visit("clerk sends a file", Look.DESK, "clerk.env", visit -> {
            Page page = visit.go("console/submit.xhtml").page();
            page.locator("[id='send:item']").selectOption("PEN-ENV");
            page.locator("[id='send:file']")
                    .setInputFiles(new FilePayload("处罚决定.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
            page.locator("[id='send:go']").click();
            page.waitForURL("**/console/mapping.xhtml?draft=*");
            page.locator("[id='map:confirm']").click();
            page.waitForURL("**/lot.xhtml?no=*");
            Matcher address = LOT.matcher(page.url());
            assertThat(address.find()).isTrue();
            no[0] = address.group(1);
            assertThat(visit.complaints()).isEmpty();
        });
        return no[0];
    }

    /**
     * The reviewer signs in, finds the lot, reads what is flagged and the whole sample, sends one row of it back and
     * approves the rest, without a mouse.
     *
     * @return the row that was sent back
     */
    private static int reviewByKeyboard(String no) throws Exception {
        int[] sentBack = new int[1];
        chromium.visit("reviewer by keyboard", Look.DESK, null, visit -> {
            Page page = visit.page();
            openByKeyboard(visit, no);
            assertThat(page.locator("[id='work:approve']").count())
                    .as("nobody approves unseen")
                    .isZero();
            Keys keys = new Keys(page);
            Set<String> flagged = new TreeSet<>(rows(page.locator(".flagged")));
            while (page.locator("[data-key=f]").count() > 0) {
                keys.press("f");
                flagged.addAll(rows(page.locator(".flagged")));
            }
            assertThat(flagged).hasSize(FLAGGED);

            Locator progress = page.locator("[data-seen]");
            assertThat(progress.getAttribute("data-size"))
                    .as("963 rows, level I, AQL 1.0")
                    .isEqualTo("50");
            Set<String> sample = new TreeSet<>();
            while (page.locator("[data-key=n]").count() > 0) {
                keys.press("n");
                sample.addAll(rows(page.locator("#sample-row")));
                assertThat(progress.getAttribute("data-seen")).isEqualTo(String.valueOf(sample.size()));
                if (sample.size() == 1) {
                    sendBack(page, keys);
                }
            }
            assertThat(sample).hasSize(50).doesNotContainAnyElementsOf(flagged);
            assertThat(PageRules.broken(visit, Look.DESK)).isEmpty();

            keys.press("a");
            assertThat(page.locator("[data-notice]").getAttribute("data-notice"))
                    .startsWith("decided");
            assertThat(keys.pressed()).as("keys for the review").isLessThanOrEqualTo(MOST_KEYS);
            assertThat(visit.complaints()).isEmpty();
        });
        return sentBack(no);
    }

    private static void openByKeyboard(Visit visit, String no) {
        Page page = visit.page();
        visit.go("console/sign-in.xhtml");
        visit.tabTo("#name");
        page.keyboard().type("reviewer.env");
        page.keyboard().press("Tab");
        page.keyboard().type(installation.password());
        page.keyboard().press("Enter");
        page.waitForURL("**/console/inbox.xhtml*");
        visit.tabTo("#q");
        page.keyboard().type(no);
        page.keyboard().press("Enter");
        page.waitForURL("**q=" + no + "*");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/console/task.xhtml?id=*");
    }

    /** The row that is shown, with a reason from the list: to its box, b, the reason, on to the button. */
    private static void sendBack(Page page, Keys keys) {
        keys.tap("Tab", "Space", "b");
        assertThat(page.locator("#sample-row input[name=chosen]").isChecked()).isTrue();
        keys.tap("ArrowDown", "Tab");
        assertThat(page.locator("[id='back:kind']").inputValue()).isEqualTo("BASIS");
        keys.press("Enter");
        page.locator("[data-notice=rowsGivenBack]").waitFor();
    }

    private static int sentBack(String no) throws Exception {
        return installation
                .account("clerk.env")
                .get("submissions/" + no + "/findings?limit=200")
                .getJsonArray("items")
                .stream()
                .map(JsonValue::asJsonObject)
                .filter(finding -> finding.getString("rule").equals("RETURNED_BY_REVIEWER"))
                .mapToInt(finding -> finding.getInt("row"))
                .findFirst()
                .orElseThrow();
    }

    /** The clerk reads why at the row, changes it and sends it again. */
    private static void correct(String no, int row) throws Exception {
        chromium.visit("clerk corrects", Look.DESK, "clerk.env", visit -> {
            Page page = visit.go("console/rows.xhtml?no=" + no + "&outcome=REJECTED")
                    .page();
            assertThat(page.locator("table tbody tr").innerText()).contains("缺少依据或依据有误");
            page.locator("a[href*='row.xhtml'][href$='row=" + row + "']").click();
            page.locator("#field-industry input").fill("水泥制造业");
            page.locator("[id='change:send']").click();
            page.locator("[data-notice=settled]").waitFor();
            assertThat(visit.complaints()).isEmpty();
        });
    }

    private static void approveWhatWasCorrected(String no) throws Exception {
        String task = task(no);
        chromium.visit("reviewer again", Look.DESK, "reviewer.env", visit -> {
            Keys keys = new Keys(visit.go("console/task.xhtml?id=" + task).page());
            keys.press("n");
            keys.press("a");
            assertThat(visit.page().locator("[data-notice]").getAttribute("data-notice"))
                    .startsWith("decided");
        });
    }

    @Test
    void a_session_that_ends_while_somebody_types_goes_on_where_it_was() throws Exception {
        String task = Lots.unclassified(installation);
        chromium.visit("session ends", Look.DESK, "reviewer.env", visit -> {
            Page page = visit.go("console/task.xhtml?id=" + task).page();
            page.locator("#field-section input[value=WARNING]").check();
            page.locator("#field-reason textarea").click();
            page.keyboard().type("情节一般，已经改正");
            page.context().clearCookies();
            page.locator("[id='work:submit']").click();
            page.waitForURL("**/console/sign-in.xhtml*");

            page.locator("#name").fill("reviewer.env");
            page.locator("#password").fill(installation.password());
            page.locator("#password").press("Enter");
            page.waitForURL("**/console/task.xhtml?id=" + task + "*");
            Locator reason = page.locator("#field-reason textarea");
            page.waitForCondition(() -> reason.inputValue().equals("情节一般，已经改正"));
            assertThat(page.locator("#field-section input[value=WARNING]").isChecked())
                    .isTrue();
            page.locator("[id='work:submit']").click();
            page.locator("[data-notice^=decided]").waitFor();
        });
        assertThat(installation.account("reviewer.env").get("tasks/" + task).getString("reason"))
                .isEqualTo("情节一般，已经改正");
    }

    private static String task(String lot) throws Exception {
        return system.as("reviewer.env").taskOf(lot);
    }

    private static JsonObject counts(String lot) throws Exception {
        return installation.account("clerk.env").get("submissions/" + lot).getJsonObject("counts");
    }

    private static String publicDocuments(String code) throws Exception {
        return system.anonymous()
                .get("public/subjects/" + code + "/records?section=warning&limit=200")
                .body();
    }

    private static Set<String> rows(Locator of) {
        return of.all().stream()
                .map(row -> row.getAttribute("data-row"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

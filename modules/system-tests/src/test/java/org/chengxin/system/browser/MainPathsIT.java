package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.chengxin.system.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the three kinds of people in the console do every day, and what the public sees of it. */
class MainPathsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

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
    void a_reviewer_approves_a_lot_with_the_keyboard_alone_and_the_public_sees_the_penalty() throws Exception {
        JsonObject enterprise = installation.enterprises().get(0);
        String documentNo = documentNo();
        String no = Lots.onePenalty(installation, enterprise, documentNo, "公开公示");

        chromium.visit("approve with the keyboard", Look.DESK, null, visit -> {
            Page page = visit.page();
            visit.go("console/sign-in.xhtml");
            visit.tabTo("#name");
            page.keyboard().type("reviewer.env");
            page.keyboard().press("Tab");
            page.keyboard().type(installation.password());
            page.keyboard().press("Enter");
            page.waitForURL("**/console/inbox.xhtml*");

            // what is due soonest stands first, so the newest lot is found by its number
            visit.tabTo("#q");
            page.keyboard().type(no);
            page.keyboard().press("Enter");
            page.waitForURL("**q=" + no + "*");
            assertThat(page.locator("table[data-rows] tbody tr").count()).isEqualTo(1);
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL("**/console/task.xhtml?id=*");
            // the lot is one row, and so is its sample
            page.keyboard().press("n");
            page.waitForURL("**sample=*");
            String task = page.url();

            visit.tabTo("#field-outcome input[value=approve]");
            page.keyboard().press("Space");
            visit.tabTo("[id='work:submit']");
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.equals(task));
            assertThat(page.locator("[data-notice]").getAttribute("data-notice"))
                    .startsWith("decided");

            Lots.await(installation, no, "DONE");
            visit.go("console/lot.xhtml?no=" + no);
            assertThat(page.locator("h1 .tag").getAttribute("class")).contains("state-done");
            assertThat(visit.complaints()).isEmpty();
        });

        untilThePublicSees(enterprise, documentNo);
    }

    @Test
    void the_public_finds_an_enterprise_by_its_name_and_reads_its_penalty() throws Exception {
        JsonObject enterprise = Lots.penalised(installation);

        chromium.visit("find an enterprise", Look.DESK, null, visit -> {
            Page page = visit.go("").page();
            page.locator("#q").fill(enterprise.getString("name"));
            page.locator("#q").press("Enter");
            page.locator(".hits a").first().click();

            assertThat(page.locator("h1").innerText()).startsWith(enterprise.getString("name"));
            assertThat(page.locator("article.record").count()).isPositive();
            assertThat(visit.complaints()).isEmpty();
        });
    }

    @Test
    void a_clerk_has_nothing_to_review() throws Exception {
        JsonObject waiting = installation.tasks("reviewer.env", "ReviewLot").get(0);

        chromium.visit("clerk cannot review", Look.DESK, "clerk.env", visit -> {
            Page page = visit.go("console/inbox.xhtml?box=group&q=" + waiting.getString("businessKey"))
                    .page();
            assertThat(page.locator("table[data-rows] tbody tr").count()).isZero();

            visit.go("console/task.xhtml?id=" + waiting.getString("id"));
            assertThat(visit.status()).isBetween(400, 499);
            assertThat(page.locator("[id='work:submit']").count()).isZero();
        });
    }

    @Test
    void a_secrecy_officer_makes_a_record_public_and_only_then_the_public_sees_it() throws Exception {
        JsonObject enterprise = installation.enterprises().get(1);
        String documentNo = documentNo();
        String no = Lots.onePenalty(installation, enterprise, documentNo, "");
        JsonObject review = installation.tasks("reviewer.env", "ReviewLot").stream()
                .filter(task -> no.equals(task.getString("businessKey")))
                .findFirst()
                .orElseThrow();
        approve(review.getString("id"));
        Lots.await(installation, no, "DONE");
        JsonObject disclosure = disclosureOf(documentNo);
        assertThat(publicPage(enterprise)).doesNotContain(documentNo);

        chromium.visit("decide on disclosure", Look.DESK, "secrecy.env", visit -> {
            Page page = visit.go("console/task.xhtml?id=" + disclosure.getString("id"))
                    .page();
            page.locator("[id='work:submit']").click();
            Locator problems = page.locator(".problems[role=alert]");
            problems.waitFor();
            assertThat(problems.locator("li").count())
                    .as("nothing was filled in")
                    .isPositive();

            page.locator("#field-scope input[value=PUBLIC]").check();
            page.locator("#field-ground select").selectOption("NONE");
            page.locator("#field-legalBasis input").fill("《企业信息公示暂行条例》第三条");
            page.locator("#field-reason textarea").fill("不涉及国家秘密、商业秘密和个人隐私");
            page.locator("[id='work:submit']").click();
            page.locator("[data-notice^=decided]").waitFor();
            assertThat(visit.complaints()).isEmpty();
        });

        untilThePublicSees(enterprise, documentNo);
    }

    @Test
    void who_signs_out_is_out() throws Exception {
        chromium.visit("sign-out", Look.DESK, null, visit -> {
            Page page = visit.page();
            visit.signIn("clerk.env", installation.password());
            page.waitForURL("**/console/inbox.xhtml*");
            page.locator("form.user button").click();
            page.waitForURL("**/console/sign-in.xhtml*");
            assertThat(page.locator(".notice[role=status]").isVisible()).isTrue();

            visit.go("console/inbox.xhtml");
            assertThat(page.url()).contains("/console/sign-in.xhtml");
        });
    }

    @Test
    void a_wrong_password_is_said_and_the_name_stays() throws Exception {
        for (Look look : Look.ALL) {
            chromium.visit("wrong password", look, null, visit -> {
                Page page = visit.page();
                visit.signIn("nobody.known", "wrong-" + installation.password());
                Locator problem = page.locator(".problems[role=alert]");
                problem.waitFor();

                assertThat(problem.innerText()).isNotBlank();
                assertThat(page.locator("#name").inputValue()).isEqualTo("nobody.known");
                assertThat(page.locator("#password").inputValue()).isEmpty();
                assertThat(PageRules.broken(visit, look)).isEmpty();
            });
        }
    }

    private static void approve(String task) throws Exception {
        chromium.visit("approve", Look.DESK, "reviewer.env", visit -> {
            Page page = visit.go("console/task.xhtml?id=" + task + "&sample=1").page();
            page.locator("#field-outcome input[value=approve]").check();
            page.locator("[id='work:submit']").click();
            page.locator("[data-notice^=decided]").waitFor();
        });
    }

    private static JsonObject disclosureOf(String documentNo) throws Exception {
        JsonObject[] found = new JsonObject[1];
        Await.until("the decision on disclosure of " + documentNo, PATIENCE, () -> {
            installation.tasks("secrecy.env", "DecideDisclosure").stream()
                    .filter(task -> task.getString("title").contains(documentNo))
                    .findFirst()
                    .ifPresent(task -> found[0] = task);
            return found[0] != null;
        });
        return found[0];
    }

    private static void untilThePublicSees(JsonObject enterprise, String documentNo) throws Exception {
        Await.until(documentNo + " on the portal", PATIENCE, () -> publicPage(enterprise)
                .contains(documentNo));
    }

    private static String publicPage(JsonObject enterprise) throws Exception {
        String[] text = new String[1];
        chromium.visit(
                "subject",
                Look.DESK,
                null,
                visit -> text[0] = visit.go(
                                "subjects/" + URLEncoder.encode(enterprise.getString("code"), StandardCharsets.UTF_8))
                        .page()
                        .locator("main")
                        .innerText());
        return text[0];
    }

    /** Of this run only: the rules know a decision by its number and refuse it the second time. */
    private static String documentNo() {
        return "苏环罚字〔2026〕" + UUID.randomUUID().toString().substring(0, 8).toUpperCase() + "号";
    }
}

package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.PenaltyGenerator;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.system.Await;
import org.chengxin.system.Caller;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A lot goes back: its clerk hears of it, with the reason, in the console and by mail; another department does not. */
class NoticesIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String REASON = "处罚金额与决定书不符";

    private static SystemServer system;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws Exception {
        system = SystemServer.shared();
        chromium = new Chromium(new Installation(system.address(), system.password()));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void a_returned_lot_reaches_its_clerk_by_page_and_by_mail() throws Exception {
        String no = checkedLot();
        // whoever had a mail a moment ago waits a minute for the next
        Await.until(
                "the notices of the check",
                SOON,
                () -> system.bed().number("SELECT count(*) FROM registry.notice_event WHERE spread_at IS NULL") == 0);
        chromium.visit("administrator enters an address", Look.DESK, "admin", visit -> {
            Page page = visit.go("console/accounts.xhtml?username=clerk.env").page();
            page.locator("[id='account:email']").fill("not an address");
            page.locator("[id='account:put']").click();
            assertThat(page.locator(".problems").innerText()).isNotBlank();
            page.locator("[id='account:email']").fill("clerk@env.example");
            page.locator("[id='account:put']").click();
            page.waitForURL("**/accounts.xhtml?notice=put");
        });
        returned(no);

        Await.until("the mail", SOON, () -> mailAbout(no).isPresent());
        MimeMessage mail = mailAbout(no).orElseThrow();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("clerk@env.example");
        assertThat((String) mail.getContent()).contains(no, "被退回", REASON);

        String[] noticePage = new String[1];
        chromium.visit("clerk reads", Look.DESK, "clerk.env", visit -> {
            Page page = visit.go("console/inbox.xhtml").page();
            assertThat(page.locator(".bell-count").count()).isEqualTo(1);
            page.locator(".bell").click();
            Locator returned = page.locator("#notices tbody tr.unread a:has-text('" + no + "'):has-text('被退回')");
            assertThat(returned.innerText()).contains("被退回", REASON);
            assertThat(page.locator("#notices tbody tr.unread:has-text('" + no + "')")
                            .allInnerTexts())
                    .anyMatch(text -> text.contains("检查完毕：不予接收 1 行"));
            noticePage[0] = returned.getAttribute("href");
            assertThat(PageRules.broken(visit, Look.DESK)).isEmpty();
            returned.click();
            page.waitForURL("**/lot.xhtml?no=" + no);
            visit.go("console/notices.xhtml");
            assertThat(page.locator("#notices tbody tr.unread a:has-text('" + no + "'):has-text('被退回')")
                            .count())
                    .isZero();
            page.locator("#mail").selectOption("NONE");
            page.locator("button[name=prefer]").click();
            page.waitForURL("**/notices.xhtml?notice=put");
            assertThat(page.locator("#mail").inputValue()).isEqualTo("NONE");
            assertThat(visit.complaints()).isEmpty();
        });
        chromium.visit("another department", Look.DESK, "clerk.tax", visit -> {
            Page page = visit.go("console/notices.xhtml").page();
            assertThat(page.locator("main").innerText()).doesNotContain(no);
            visit.go("console/" + noticePage[0]);
            assertThat(visit.status()).isEqualTo(404);
        });
        chromium.visit("administrator sees that mail is on", Look.DESK, "admin", visit -> {
            Page page = visit.go("console/operations.xhtml").page();
            assertThat(page.locator("[data-mail=on]").count()).isEqualTo(1);
        });
    }

    private static String checkedLot() throws Exception {
        LocalDate today = CivilTime.dateOf(Instant.now());
        String no = system.submit(
                "env",
                "PEN-ENV",
                LotText.penalties(new PenaltyGenerator(77, system.enterprises(), today).penalties(3, 77))
                        + ",,试环罚字〔2026〕第9号\n");
        system.as("clerk.env").awaitLot(no, SOON, "IN_REVIEW");
        return no;
    }

    private static void returned(String no) throws Exception {
        Caller reviewer = system.as("reviewer.env");
        Caller.Answer answer = reviewer.post(
                "tasks/" + reviewer.taskOf(no) + "/decision", "{\"outcome\":\"return\",\"reason\":\"" + REASON + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static Optional<MimeMessage> mailAbout(String no) {
        return Arrays.stream(system.mails().getReceivedMessages())
                .filter(mail -> {
                    try {
                        return ((String) mail.getContent()).contains(no);
                    } catch (Exception unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .findFirst();
    }
}

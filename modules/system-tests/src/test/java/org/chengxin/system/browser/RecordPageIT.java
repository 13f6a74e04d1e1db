package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of a record: who gets it, and what it says of a record that changed and of one that waits. */
class RecordPageIT {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private static Installation installation;
    private static Chromium chromium;
    private static String revised;
    private static String waiting;

    @BeforeAll
    static void open() throws Exception {
        installation = Installation.open();
        chromium = new Chromium(installation);
        revised = Lots.revisedPenalty(installation);
        waiting = installation.tasks("secrecy.env", "DecideDisclosure").get(0).getString("businessKey");
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void a_record_that_changed_shows_both_versions_and_marks_what_differs() throws Exception {
        chromium.visit("changed record", Look.DESK, "clerk.env", visit -> {
            Page page = visit.go("console/record.xhtml?no=" + revised).page();

            assertThat(page.locator("#verdict").getAttribute("class")).contains("shown");
            assertThat(page.locator(".conditions .unmet").count()).isZero();
            assertThat(page.locator("#versions > .scroll")
                            .first()
                            .locator("tbody tr")
                            .count())
                    .isEqualTo(2);
            Locator marks = page.locator(".comparison mark");
            assertThat(marks.allInnerTexts()).contains("3", "5");
            assertThat(page.locator(".timeline li").count()).isEqualTo(13);
            assertThat(page.locator("[data-element=PublishRecord]").getAttribute("class"))
                    .contains("passed");
            assertThat(page.locator("[data-element=RecordPublished]").getAttribute("class"))
                    .contains("token");
            assertThat(page.locator("[data-element=DecideDisclosure]").getAttribute("class"))
                    .doesNotContain("passed");
            page.locator("#origin a[href^='lot.xhtml']").click();
            page.waitForURL("**/lot.xhtml?no=*");
            assertThat(visit.complaints()).isEmpty();
        });
    }

    @Test
    void a_record_that_waits_says_why_it_is_not_public_and_where_it_is() throws Exception {
        chromium.visit("waiting record", Look.DESK, "secrecy.env", visit -> {
            Page page = visit.go("console/record.xhtml?no=" + waiting).page();

            assertThat(page.locator("#verdict").getAttribute("class")).contains("withheld");
            assertThat(page.locator(".conditions .unmet").count()).isEqualTo(2);
            assertThat(page.locator("[data-element=DecideDisclosure]").getAttribute("class"))
                    .contains("token");
        });
    }

    @Test
    void earlier_versions_are_for_the_supplier_and_the_auditor() throws Exception {
        chromium.visit("record at another department", Look.DESK, "clerk.tax", visit -> {
            Page page = visit.go("console/record.xhtml?before=1&after=2&no=" + revised)
                    .page();
            assertThat(visit.status()).isEqualTo(200);
            assertThat(page.locator(".comparison").count()).isZero();
            assertThat(page.locator("main").innerText()).doesNotContain("罚款人民币30000元");
        });
        chromium.visit("record at the auditor", Look.DESK, "auditor", visit -> {
            Page page = visit.go("console/record.xhtml?no=" + revised).page();
            assertThat(page.locator(".comparison").count()).isEqualTo(1);
        });
    }

    @Test
    void who_may_not_know_of_a_record_finds_nothing_there() throws Exception {
        for (String username : new String[] {"clerk.tax", "reviewer.market", "admin", "catalogue"}) {
            chromium.visit("record that is not theirs", Look.DESK, username, visit -> {
                visit.go("console/record.xhtml?no=" + waiting);
                assertThat(visit.status()).as(username).isEqualTo(NOT_FOUND);
                assertThat(visit.page().locator("body").innerText()).doesNotContain(waiting);
                visit.go("console/record.xhtml?no=R1999000000000001");
                assertThat(visit.status()).as(username).isEqualTo(NOT_FOUND);
            });
        }
        chromium.visit("record for nobody", Look.DESK, null, visit -> {
            visit.go("console/record.xhtml?no=" + waiting);
            assertThat(visit.page().url()).contains("/console/sign-in.xhtml");
        });
    }

    @Test
    void personal_values_are_for_those_of_the_supplier_who_work_with_them() throws Exception {
        chromium.visit("personal values", Look.DESK, "reviewer.env", visit -> {
            visit.go("console/record.xhtml?personal=1&no=" + revised);
            assertThat(visit.status()).isEqualTo(200);
        });
        chromium.visit("personal values of others", Look.DESK, "clerk.tax", visit -> {
            visit.go("console/record.xhtml?personal=1&no=" + revised);
            assertThat(visit.status()).isEqualTo(FORBIDDEN);
        });
    }

    @Test
    void the_list_leads_to_the_record_and_the_box_at_the_top_finds_it() throws Exception {
        chromium.visit("list of records", Look.DESK, "clerk.env", visit -> {
            Page page = visit.go("console/records.xhtml?item=PEN-ENV&state=PUBLISHED")
                    .page();
            assertThat(page.locator("table[data-rows] tbody tr").count()).isPositive();
            assertThat(page.locator("table[data-rows] .tag.state-published").count())
                    .isEqualTo(page.locator("table[data-rows] tbody tr").count());
            page.locator("table[data-rows] tbody a").first().click();
            page.waitForURL("**/record.xhtml?no=R*");
            page.locator("#find-q").fill(revised);
            page.locator("#find-q").press("Enter");
            page.waitForURL("**/record.xhtml?no=" + revised);
            assertThat(visit.complaints()).isEmpty();
        });
    }
}

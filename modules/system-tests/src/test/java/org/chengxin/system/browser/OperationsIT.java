package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.chengxin.system.Await;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A step that stands still: the administrator sees why, lets it be tried again, and it goes on. */
class OperationsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RUNS = "SELECT count(*) FROM registry.period_end_run";
    private static final String STANDING =
            "SELECT count(*) FROM engine.act_ru_incident WHERE activity_id_ = 'CertifyPeriodEnd'";

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
    void a_step_that_stands_still_is_seen_with_its_cause_and_tried_again() throws Exception {
        Await.until("the run of the start", SOON, () -> system.bed().number(RUNS) > 0);
        system.bed()
                .run("CREATE FUNCTION registry.no_certificates() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN RAISE EXCEPTION 'no space left for 张三'; END $$");
        system.bed()
                .run("CREATE TRIGGER no_certificates BEFORE INSERT ON registry.period_end_run"
                        + " FOR EACH ROW EXECUTE FUNCTION registry.no_certificates()");
        long before;
        try {
            before = system.bed().number(RUNS);
            system.bed()
                    .run("UPDATE engine.act_ru_job SET duedate_ = now() - interval '1 minute'"
                            + " WHERE handler_type_ = 'timer-start-event' AND process_def_key_ = 'PeriodEnd'");
            Await.until("the incident", SOON, () -> {
                // the retries wait a minute each
                system.bed()
                        .run("UPDATE engine.act_ru_job SET retries_ = 1, duedate_ = now() - interval '1 second'"
                                + " WHERE exception_msg_ IS NOT NULL AND retries_ > 1 AND lock_owner_ IS NULL");
                return system.bed().number(STANDING) == 1;
            });
        } finally {
            system.bed().run("DROP TRIGGER no_certificates ON registry.period_end_run");
            system.bed().run("DROP FUNCTION registry.no_certificates()");
        }

        chromium.visit("auditor at operations", Look.DESK, "auditor", visit -> {
            Page page = visit.go("console/operations.xhtml").page();
            assertThat(page.locator("#failed").count()).isZero();
            assertThat(page.locator("#periods-title").count()).isEqualTo(1);
        });
        chromium.visit("clerk at operations", Look.DESK, "clerk.env", visit -> {
            visit.go("console/operations.xhtml");
            assertThat(visit.status()).isEqualTo(403);
        });
        for (Look look : Look.ALL) {
            chromium.visit("step that stands still", look, "admin", visit -> {
                visit.go("console/operations.xhtml");
                assertThat(PageRules.broken(visit, look)).isEmpty();
            });
        }
        chromium.visit("administrator tries again", Look.DESK, "admin", visit -> {
            Page page = visit.go("console/operations.xhtml").page();
            assertThat(page.locator("#failed tbody tr").count()).isEqualTo(1);
            assertThat(page.locator("#failed tbody tr").innerText()).contains("no space left");
            page.locator("button[name=retry]").click();
            page.waitForURL("**/operations.xhtml?notice=retried");
            assertThat(visit.complaints()).isEmpty();
        });

        Await.until("the certificate", SOON, () -> system.bed().number(RUNS) == before + 1);
        assertThat(system.bed().number(STANDING)).isZero();
    }
}

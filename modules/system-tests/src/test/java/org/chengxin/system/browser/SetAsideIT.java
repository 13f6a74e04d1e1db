package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.PenaltyGenerator;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.system.Await;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One row that cannot become a record does not stop its lot; it is seen, and goes on when it is tried again. */
class SetAsideIT {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int CULPRIT = 27;

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
    void a_lot_goes_on_without_the_row_that_fails_and_takes_it_when_it_is_tried_again() throws Exception {
        LocalDate today = CivilTime.dateOf(Instant.now());
        String lot = system.submit(
                "env",
                "PEN-ENV",
                LotText.penalties(new PenaltyGenerator(7, system.enterprises(), today).penalties(40, 31)));
        system.as("clerk.env").awaitLot(lot, LONG, "IN_REVIEW");
        String ofLot = " WHERE submission_id = (SELECT id FROM registry.submission WHERE no = '" + lot + "')";
        system.bed()
                .run("CREATE FUNCTION registry.fails() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN IF NEW.row_no = " + CULPRIT
                        + " THEN RAISE EXCEPTION 'cannot be'; END IF; RETURN NEW; END $$");
        system.bed()
                .run("CREATE TRIGGER fails BEFORE INSERT ON registry.credit_record FOR EACH ROW"
                        + " EXECUTE FUNCTION registry.fails()");
        try {
            system.approve("env", lot);
            Await.until("the lot without the row", LONG, () -> {
                // the retries wait a minute each
                system.bed()
                        .run("UPDATE engine.act_ru_job SET duedate_ = now() - interval '1 second'"
                                + " WHERE exception_msg_ IS NOT NULL AND retries_ > 0 AND lock_owner_ IS NULL");
                return system.bed()
                                .number("SELECT count(*) FROM registry.submission WHERE state = 'DONE' AND no = '" + lot
                                        + "'")
                        == 1;
            });
        } finally {
            system.bed().run("DROP TRIGGER fails ON registry.credit_record");
            system.bed().run("DROP FUNCTION registry.fails()");
        }
        assertThat(system.bed().number("SELECT count(*) FROM registry.credit_record" + ofLot))
                .isEqualTo(39);
        assertThat(system.bed().number("SELECT row_no FROM registry.set_aside_row" + ofLot))
                .isEqualTo(CULPRIT);
        assertThat(system.bed().number("SELECT count(*) FROM registry.admission_trouble" + ofLot))
                .isZero();

        chromium.visit("administrator tries the row again", Look.DESK, "admin", visit -> {
            Page page = visit.go("console/operations.xhtml").page();
            assertThat(page.locator("#aside tbody tr").innerText()).contains(lot, "cannot be");
            assertThat(PageRules.broken(visit, Look.DESK)).isEmpty();
            page.locator("button[name=retryRow]").click();
            page.waitForURL("**/operations.xhtml?notice=retried");
            assertThat(page.locator("#aside").count()).isZero();
        });

        Await.until(
                "the record of the row",
                LONG,
                () -> system.bed().number("SELECT count(*) FROM registry.credit_record" + ofLot) == 40);
        system.as("clerk.env").awaitLot(lot, LONG, "DONE");
    }
}

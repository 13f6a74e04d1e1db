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
import org.chengxin.system.Caller;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sabotage: rows of the worklist deleted, a job removed, a group emptied; the check repairs or reports each. */
class NothingStuckIT {

    private static final Duration SOON = Duration.ofSeconds(60);

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
    void whatWasLostComesBackAndWhatNobodyOwnsIsReported() throws Exception {
        Await.until(
                "the check of the start",
                SOON,
                () -> system.bed().number("SELECT count(*) FROM registry.stuck_check") > 0);
        String unseen = lot(41);
        clerk().awaitLot(unseen, SOON, "IN_REVIEW");
        system.bed().run("DELETE FROM registry.worklist_task WHERE business_key = '" + unseen + "'");
        String jobless = aLotWhoseJobIsGone();
        system.bed().run("UPDATE registry.app_user SET enabled = false WHERE username = 'reviewer.env'");
        try {
            chromium.visit("administrator checks", Look.DESK, "admin", visit -> {
                Page page = visit.go("console/operations.xhtml").page();
                page.locator("button[name=check]").click();
                page.waitForURL("**/operations.xhtml?notice=checked");
                assertThat(page.locator("main").innerText())
                        .contains("任务不在任何收件箱", "流程停住", "承办角色没有可用账号", "env/REVIEWER");
                assertThat(visit.complaints()).isEmpty();
                assertThat(PageRules.broken(visit, Look.DESK)).isEmpty();
            });
        } finally {
            system.bed().run("UPDATE registry.app_user SET enabled = true WHERE username = 'reviewer.env'");
        }

        // the row came back with its deadline, and the review can be decided
        assertThat(system.bed()
                        .number(
                                "SELECT count(*) FROM registry.worklist_task WHERE state = 'OPEN' AND due_on IS NOT NULL"
                                        + " AND owner_role = 'REVIEWER' AND business_key = '" + unseen + "'"))
                .isEqualTo(1);
        system.approve("env", unseen);
        clerk().awaitLot(unseen, SOON, "DONE");
        // the lot without a job went on where it stood
        clerk().awaitLot(jobless, SOON, "IN_REVIEW");
        system.approve("env", jobless);
        clerk().awaitLot(jobless, SOON, "DONE");
    }

    @Test
    void whatIsLateIsSeenByTheSupervisorOfItsOwnersOnly() throws Exception {
        String late = lot(43);
        clerk().awaitLot(late, SOON, "IN_REVIEW");
        LocalDate begun = CivilTime.dateOf(Instant.now()).minusDays(60);
        system.bed()
                .run("UPDATE registry.worklist_task SET due_from = '" + begun + "', due_on = '" + begun.plusDays(7)
                        + "' WHERE business_key = '" + late + "'");
        system.bed()
                .run(
                        "UPDATE engine.act_ru_job SET duedate_ = now() - interval '1 second' WHERE handler_cfg_ = 'ReviewLotOverdue'"
                                + " AND process_instance_id_ IN (SELECT proc_inst_id_ FROM engine.act_ru_execution WHERE business_key_ = '"
                                + late + "')");
        Await.until(
                "the escalation",
                SOON,
                () -> system.bed()
                                .number("SELECT count(*) FROM registry.task_notice n"
                                        + " JOIN registry.worklist_task t ON t.id = n.task_id WHERE n.kind = 'ESCALATION'"
                                        + " AND n.role = 'SUPERVISOR' AND t.escalated_at IS NOT NULL AND t.business_key = '"
                                        + late + "'")
                        == 1);

        chromium.visit("supervisor", Look.DESK, "supervisor.env", visit -> {
            Page page = visit.go("console/escalated.xhtml").page();
            assertThat(page.locator("main a[href$='" + late + "']").count()).isEqualTo(1);
        });
        chromium.visit("supervisor of others", Look.DESK, "supervisor.tax", visit -> {
            Page page = visit.go("console/escalated.xhtml").page();
            assertThat(page.locator("main a[href$='" + late + "']").count()).isZero();
        });
        chromium.visit("clerk", Look.DESK, "clerk.env", visit -> {
            visit.go("console/escalated.xhtml");
            assertThat(visit.status()).isEqualTo(403);
        });
        system.approve("env", late);
        clerk().awaitLot(late, SOON, "DONE");
    }

    /** Its first step fails until its job is taken away. */
    private static String aLotWhoseJobIsGone() throws Exception {
        system.bed()
                .run("CREATE FUNCTION registry.no_rows() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN RAISE EXCEPTION 'no space left'; END $$");
        system.bed()
                .run(
                        "CREATE TRIGGER no_rows BEFORE INSERT ON registry.staged_row FOR EACH ROW EXECUTE FUNCTION registry.no_rows()");
        try {
            String no = lot(42);
            String ofLot = " FROM engine.act_ru_job WHERE lock_owner_ IS NULL AND exception_msg_ IS NOT NULL"
                    + " AND process_instance_id_ IN (SELECT proc_inst_id_ FROM engine.act_ru_execution"
                    + " WHERE business_key_ = '" + no + "')";
            Await.until("a failure", SOON, () -> system.bed().number("SELECT count(*)" + ofLot) == 1);
            system.bed().run("DELETE" + ofLot);
            return no;
        } finally {
            system.bed().run("DROP TRIGGER no_rows ON registry.staged_row");
            system.bed().run("DROP FUNCTION registry.no_rows()");
        }
    }

    private static String lot(int seed) throws Exception {
        LocalDate today = CivilTime.dateOf(Instant.now());
        return system.submit(
                "env",
                "PEN-ENV",
                LotText.penalties(new PenaltyGenerator(seed, system.enterprises(), today).penalties(5, seed)));
    }

    private static Caller clerk() {
        return system.as("clerk.env");
    }
}

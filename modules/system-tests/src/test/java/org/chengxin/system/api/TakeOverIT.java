package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;
import org.chengxin.launcher.boundary.LibertyServer;
import org.chengxin.launcher.entity.ServerSettings;
import org.chengxin.system.Caller;
import org.chengxin.system.TestBed;
import org.chengxin.system.fault.ConsoleForms;
import org.junit.jupiter.api.Test;

/**
 * Two servers on one database: what one was doing when it was killed, the other brings to its end; also a decision that
 * could still be undone. The installation asks everybody for the sample.
 */
class TakeOverIT {

    private static final int ENTERPRISES = 4_000;
    private static final String APPROVE = "{\"outcome\":\"approve\"}";

    @Test
    void a_second_server_takes_over_the_jobs_of_one_that_was_killed() throws Exception {
        try (TestBed bed = TestBed.fresh("take-over");
                LibertyServer first = LibertyServer.start(settings(bed, "first"), bed.secrets())) {
            first.awaitReady(Duration.ofSeconds(240), seconds -> {});
            List<Enterprise> all = new CityGenerator(11, ENTERPRISES + 1).enterprises();
            List<Enterprise> enterprises = all.subList(0, ENTERPRISES);
            Caller clerk = Caller.as(first.address(), "clerk.market", TestBed.PASSWORD);
            Caller reviewer = Caller.as(first.address(), "reviewer.market", TestBed.PASSWORD);
            String no = clerk.submit("REG-BASIC", "", LotText.registration(enterprises), null)
                    .json()
                    .getString("no");
            clerk.awaitLot(no, Duration.ofSeconds(60), "IN_REVIEW");
            String other = newcomer(clerk, all.get(ENTERPRISES));
            String undoable = reviewer.taskOf(other);
            String task = reviewer.taskOf(no);
            refusedUnseen(reviewer, task);
            reviewer.get("tasks/" + task + "/sample?limit=200");
            reviewer.get("tasks/" + undoable + "/sample");
            ConsoleForms console = new ConsoleForms(first.address());
            console.signIn("reviewer.market", TestBed.PASSWORD);
            assertThat(console.send("task.xhtml?id=" + undoable, "work", "approve", Map.of()))
                    .contains("notice=decided");
            // approved by the interface at once, and without a word of the sample, which was looked at
            Caller.Answer approved = reviewer.post("tasks/" + task + "/decision", APPROVE);
            assertThat(approved.status()).as(approved.body()).isEqualTo(200);
            clerk.awaitLot(no, Duration.ofSeconds(60), "PROCESSING", "DONE");
            first.kill();
            assertThat(admitted(bed, no)).as("killed in the middle").isLessThan(ENTERPRISES);
            assertThat(bed.number("SELECT count(*) FROM registry.worklist_task WHERE id = '" + undoable
                            + "' AND state = 'DONE' AND takes_effect_at IS NOT NULL"))
                    .as("killed before the decision took effect")
                    .isOne();

            try (LibertyServer second = LibertyServer.start(settings(bed, "second"), bed.secrets())) {
                second.awaitReady(Duration.ofSeconds(240), seconds -> {});
                JsonObject lot = Caller.as(second.address(), "clerk.market", TestBed.PASSWORD)
                        .awaitLot(no, Duration.ofSeconds(120), "DONE");
                assertThat(lot.getJsonObject("counts").getInt("published")).isEqualTo(ENTERPRISES);
                Caller.as(second.address(), "clerk.market", TestBed.PASSWORD)
                        .awaitLot(other, Duration.ofSeconds(60), "DONE");
            }
            assertThat(bed.number("SELECT count(*) FROM registry.credit_record"))
                    .isEqualTo(ENTERPRISES + 1);
            assertThat(bed.number("SELECT count(*) FROM publication.public_record"))
                    .isEqualTo(ENTERPRISES + 1);
            assertThat(bed.number("SELECT count(*) FROM registry.credit_record_event WHERE type = 'PUBLISH'"))
                    .isEqualTo(ENTERPRISES + 1);
            assertThat(bed.number("SELECT count(*) FROM engine.act_ru_execution"))
                    .isZero();
        }
    }

    private static ServerSettings settings(TestBed bed, String node) {
        return bed.settings(node)
                .with("chengxin.engine.lock.seconds", "10")
                .with("chengxin.review.undo", "PT15S")
                .with("chengxin.review.sample.required", "true");
    }

    /** A lot of one enterprise more, before its reviewer. */
    private static String newcomer(Caller clerk, Enterprise enterprise) throws Exception {
        String no = clerk.submit("REG-BASIC", "", LotText.registration(List.of(enterprise)), null)
                .json()
                .getString("no");
        clerk.awaitLot(no, Duration.ofSeconds(60), "IN_REVIEW");
        return no;
    }

    /** Also who says nothing of the sample is asked for it; who has looked at it is not asked to say so. */
    private static void refusedUnseen(Caller reviewer, String task) throws Exception {
        Caller.Answer refused = reviewer.post("tasks/" + task + "/decision", APPROVE);
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("SAMPLE_UNSEEN");
    }

    private static long admitted(TestBed bed, String no) throws Exception {
        return bed.number("SELECT rows_admitted FROM registry.submission WHERE no = '" + no + "'");
    }
}

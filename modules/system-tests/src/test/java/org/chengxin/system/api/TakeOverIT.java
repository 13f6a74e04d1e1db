package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;
import org.chengxin.launcher.boundary.LibertyServer;
import org.chengxin.system.Caller;
import org.chengxin.system.TestBed;
import org.junit.jupiter.api.Test;

/** Two servers on one database: what one was doing when it was killed, the other brings to its end. */
class TakeOverIT {

    private static final int ENTERPRISES = 4_000;

    @Test
    void a_second_server_takes_over_the_jobs_of_one_that_was_killed() throws Exception {
        try (TestBed bed = TestBed.fresh("take-over");
                LibertyServer first = LibertyServer.start(
                        bed.settings("first").with("chengxin.engine.lock.seconds", "10"), bed.secrets())) {
            first.awaitReady(Duration.ofSeconds(240), seconds -> {});
            List<Enterprise> enterprises = new CityGenerator(11, ENTERPRISES).enterprises();
            Caller clerk = Caller.as(first.address(), "clerk.market", TestBed.PASSWORD);
            Caller reviewer = Caller.as(first.address(), "reviewer.market", TestBed.PASSWORD);
            String no = clerk.submit("REG-BASIC", "", LotText.registration(enterprises), null)
                    .json()
                    .getString("no");
            clerk.awaitLot(no, Duration.ofSeconds(60), "IN_REVIEW");
            assertThat(reviewer.post("tasks/" + reviewer.taskOf(no) + "/decision", "{\"outcome\":\"approve\"}")
                            .status())
                    .isEqualTo(200);
            clerk.awaitLot(no, Duration.ofSeconds(60), "PROCESSING", "DONE");
            first.kill();
            assertThat(admitted(bed, no)).as("killed in the middle").isLessThan(ENTERPRISES);

            try (LibertyServer second = LibertyServer.start(
                    bed.settings("second").with("chengxin.engine.lock.seconds", "10"), bed.secrets())) {
                second.awaitReady(Duration.ofSeconds(240), seconds -> {});
                JsonObject lot = Caller.as(second.address(), "clerk.market", TestBed.PASSWORD)
                        .awaitLot(no, Duration.ofSeconds(120), "DONE");
                assertThat(lot.getJsonObject("counts").getInt("published")).isEqualTo(ENTERPRISES);
            }
            assertThat(bed.number("SELECT count(*) FROM registry.credit_record"))
                    .isEqualTo(ENTERPRISES);
            assertThat(bed.number("SELECT count(*) FROM publication.public_record"))
                    .isEqualTo(ENTERPRISES);
            assertThat(bed.number("SELECT count(*) FROM registry.credit_record_event WHERE type = 'PUBLISH'"))
                    .isEqualTo(ENTERPRISES);
            assertThat(bed.number("SELECT count(*) FROM engine.act_ru_execution"))
                    .isZero();
        }
    }

    private static long admitted(TestBed bed, String no) throws Exception {
        return bed.number("SELECT rows_admitted FROM registry.submission WHERE no = '" + no + "'");
    }
}

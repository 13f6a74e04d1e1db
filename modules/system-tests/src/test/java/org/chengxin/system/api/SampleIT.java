package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.PenaltyGenerator;
import org.chengxin.system.Caller;
import org.chengxin.system.PenaltyLines;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The random sample of a lot's review over the interface. */
class SampleIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SEEN = "{\"outcome\":\"approve\",\"fields\":{\"sampleSeen\":true}}";

    private static SystemServer system;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
    }

    private static String lot(int seed, int rows) throws Exception {
        String no = system.submit(
                "env",
                "PEN-ENV",
                LotText.penalties(
                        new PenaltyGenerator(seed, system.enterprises(), PenaltyLines.today()).penalties(rows, seed)));
        system.as("clerk.env").awaitLot(no, SOON, "IN_REVIEW");
        return no;
    }

    private static Caller.Answer decide(Caller reviewer, String task, String body) throws Exception {
        return reviewer.post("tasks/" + task + "/decision", body);
    }

    @Test
    void the_remainder_is_approved_in_one_act_by_who_has_looked_at_the_sample() throws Exception {
        String no = lot(611, 20);
        Caller reviewer = system.as("reviewer.env");
        String task = reviewer.taskOf(no);

        Caller.Answer unseen = decide(reviewer, task, SEEN);
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.code()).isEqualTo("SAMPLE_UNSEEN");

        JsonObject first = reviewer.get("tasks/" + task + "/sample?limit=10").json();
        assertThat(first.getString("standard")).isEqualTo("GB/T 2828.1-2012");
        int size = first.getInt("sampleSize");
        assertThat(size).isEqualTo(Math.min(13, first.getInt("lotSize"))).isGreaterThan(10);
        assertThat(first.getInt("seen")).isEqualTo(10);
        assertThat(first.getJsonArray("items").getJsonObject(0).getJsonObject("content"))
                .isNotEmpty();
        assertThat(decide(reviewer, task, SEEN).code()).isEqualTo("SAMPLE_UNSEEN");

        JsonObject rest = reviewer.get("tasks/" + task + "/sample?limit=10&cursor=" + first.getString("nextCursor"))
                .json();
        assertThat(rest.getInt("seen")).isEqualTo(size);
        assertThat(rest.containsKey("nextCursor")).isFalse();
        JsonObject again = reviewer.get("tasks/" + task + "/sample?limit=200").json();
        List<Integer> shown = rows(first);
        shown.addAll(rows(rest));
        assertThat(rows(again)).as("drawn once").isEqualTo(shown);
        assertThat(again.getString("seed")).isEqualTo(first.getString("seed"));

        assertThat(decide(reviewer, task, "{\"outcome\":\"approve\",\"fields\":{\"sampleSeen\":false}}")
                        .code())
                .isEqualTo("SAMPLE_UNSEEN");
        Caller.Answer decided = decide(reviewer, task, SEEN);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().getJsonObject("fields").getString("sampleSeen"))
                .isEqualTo("true");
        system.as("clerk.env").awaitLot(no, SOON, "DONE");
        assertThat(rows(reviewer.get("tasks/" + task + "/sample?limit=200").json()))
                .as("kept after the decision")
                .isEqualTo(shown);
    }

    private static List<Integer> rows(JsonObject sample) {
        List<Integer> rows = new ArrayList<>();
        for (JsonValue row : sample.getJsonArray("items")) {
            rows.add(row.asJsonObject().getInt("row"));
        }
        return rows;
    }

    @Test
    void a_system_that_says_nothing_of_the_sample_approves_and_returns_as_before() throws Exception {
        Caller reviewer = system.as("reviewer.env");
        String approved = lot(612, 3);
        String task = reviewer.taskOf(approved);

        Caller.Answer decision = decide(reviewer, task, "{\"outcome\":\"approve\"}");
        assertThat(decision.status()).as(decision.body()).isEqualTo(200);
        assertThat(decision.json().getJsonObject("fields").containsKey("sampleSeen"))
                .isFalse();
        system.as("clerk.env").awaitLot(approved, SOON, "DONE");
        assertThat(reviewer.get("tasks/" + task + "/sample").code()).isEqualTo("SAMPLE_NONE");

        String returned = lot(613, 3);
        String other = reviewer.taskOf(returned);
        assertThat(decide(reviewer, other, "{\"outcome\":\"return\",\"reason\":\"缺少依据\"}")
                        .status())
                .isEqualTo(200);
        system.as("clerk.env").awaitLot(returned, SOON, "RETURNED");
    }

    @Test
    void who_may_not_know_the_task_hears_of_no_sample() throws Exception {
        String path = "tasks/" + system.as("reviewer.env").taskOf(system.waitingLot()) + "/sample";

        assertThat(system.as("reviewer.tax").get(path).status()).isEqualTo(404);
        for (String nobody : List.of("clerk.env", "auditor", "centre")) {
            assertThat(system.as(nobody).get(path).status()).as(nobody).isIn(403, 404);
        }
        assertThat(system.anonymous().get(path).status()).isEqualTo(401);
        assertThat(system.as("reviewer.env").get("tasks/none/sample").code()).isEqualTo("TASK_UNKNOWN");
    }
}

package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.system.Caller;
import org.chengxin.system.PenaltyLines;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.Test;

/** An early warning becomes an alert: by the supplier's reviewer, with its reason, once, and on the portal at once. */
class RaiseToAlertIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String BODY = "{\"legalBasis\":\"《企业信息公示暂行条例》第十七条\",\"reason\":\"拒不改正，情节加重\"}";

    @Test
    void it_moves_with_basis_and_reason_and_stands_in_one_section_only() throws Exception {
        SystemServer system = SystemServer.shared();
        Enterprise one = system.enterprises().get(3);
        String lot = system.submit(
                "env",
                "PEN-ENV",
                PenaltyLines.environment().line(one, "转警示〔2026〕1号").csv());
        system.as("clerk.env").awaitLot(lot, SOON, "IN_REVIEW");
        Caller reviewer = system.as("reviewer.env");
        reviewer.post("tasks/" + reviewer.taskOf(lot) + "/decision", "{\"outcome\":\"approve\"}");
        system.as("clerk.env").awaitLot(lot, SOON, "DONE");
        String record = shown(system, one, "warning");
        String address = "records/" + record + "/section";

        assertThat(system.anonymous().post(address, BODY).status()).isEqualTo(401);
        for (String nobody : List.of("clerk.env", "centre", "secrecy.env", "admin")) {
            assertThat(system.as(nobody).post(address, BODY).status())
                    .as(nobody)
                    .isEqualTo(403);
        }
        assertThat(system.as("reviewer.tax").post(address, BODY).code()).isEqualTo("NOT_SUPPLIER");
        Caller.Answer without = reviewer.post(address, "{\"legalBasis\":\"条\",\"reason\":\" \"}");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.json().getString("field")).isEqualTo("reason");

        assertThat(reviewer.post(address, BODY).status()).isEqualTo(204);

        assertThat(shown(system, one, "alert")).isEqualTo(record);
        assertThat(shown(system, one, "warning")).isNull();
        List<JsonObject> history = reviewer.get("records/" + record + "/history")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        JsonObject last = history.get(history.size() - 1);
        assertThat(last.getString("type")).isEqualTo("RAISE");
        assertThat(last.getString("reason")).isEqualTo("拒不改正，情节加重");
        assertThat(reviewer.post(address, BODY).code()).isEqualTo("NOT_A_WARNING");
        assertThat(reviewer.post("records/R0/section", BODY).status()).isEqualTo(404);
    }

    private static String shown(SystemServer system, Enterprise one, String section) throws Exception {
        return system
                .anonymous()
                .get("public/subjects/" + one.code().value() + "/records?limit=200&section=" + section)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(record -> record.toString().contains("转警示〔2026〕1号"))
                .map(record -> record.getString("recordNo"))
                .findFirst()
                .orElse(null);
    }
}

package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.PenaltyGenerator;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.system.Caller;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller gets wrong is told as a problem with a stable code, and is never the server's failure. */
class CallersMistakesIT {

    private static final String JSON = "application/json";

    private static SystemServer system;

    /** A lot that waits for its reviewer, and for nobody else's test. */
    private static String lot;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
        lot = system.submit(
                "env",
                "PEN-ENV",
                LotText.penalties(new PenaltyGenerator(612, system.enterprises(), CivilTime.dateOf(Instant.now()))
                        .penalties(2, 12)));
        system.as("clerk.env").awaitLot(lot, Duration.ofSeconds(60), "IN_REVIEW");
    }

    private static void refused(Caller.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().getString("type")).isEqualTo("urn:chengxin:problem:" + code);
        assertThat(answer.json().getInt("status")).isEqualTo(status);
        assertThat(answer.json().getString("instance")).startsWith("/api/");
        assertThat(answer.json().getString("detail")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, nothing, 404, NOT_FOUND",
        "GET, ../nothing, 404, NOT_FOUND",
        "GET, public/nothing, 404, NOT_FOUND",
        "POST, records/R1/objections, 404, NOT_FOUND",
        "DELETE, submissions, 405, METHOD_NOT_ALLOWED",
        "PATCH, tasks/x, 405, METHOD_NOT_ALLOWED",
        "POST, public/subjects, 405, METHOD_NOT_ALLOWED",
        "GET, submissions?limit=many, 422, PARAMETER_INVALID",
        "GET, submissions?state=LOST, 422, PARAMETER_INVALID",
        "GET, tasks?overdue=maybe, 422, PARAMETER_INVALID",
        "GET, tasks?q=%00, 400, BAD_REQUEST",
        "GET, records/R1, 404, RECORD_UNKNOWN",
        "GET, records/R1/history, 404, RECORD_UNKNOWN",
        "GET, public/subjects?q=a, 422, QUERY_TOO_SHORT"
    })
    void anAddressThatNothingIsBehind(String method, String path, int status, String code) throws Exception {
        Caller.Answer answer = system.as("clerk.env").call(method, path, null);
        refused(answer, status, code);
        if (status == 405) {
            assertThat(answer.response().headers().firstValue("Allow")).isPresent();
        }
    }

    @Test
    void aFormatThatCannotBeHad() throws Exception {
        Caller clerk = system.as("clerk.env");
        refused(clerk.call("GET", "submissions", null, "Accept", "image/png"), 406, "NOT_ACCEPTABLE");
        refused(
                clerk.call("POST", "tasks/x/decision", "a=b", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        refused(clerk.call("GET", "submissions/L1/findings", null, "Accept", "text/csv"), 404, "SUBMISSION_UNKNOWN");
    }

    @Test
    void anAddressWithoutEnd() throws Exception {
        Caller clerk = system.as("clerk.env");
        refused(clerk.get("tasks?q=" + "a".repeat(201)), 422, "TOO_LONG");
        refused(clerk.get("tasks?q=" + "a".repeat(9_000)), 414, "ADDRESS_TOO_LONG");
        refused(system.anonymous().get("public/subjects?q=" + "a".repeat(201)), 422, "TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "{\"outcome\":\"approve\"} twice",
                "{\"outcome\":{}}",
                "{\"outcome\":\"a\\u0000\"}",
                "{\"reason\":\"\\ud800\"}",
                "{\"fields\":{\"scope\":1e999999999}}"
            })
    void aBodyThatIsNoDecision(String body) throws Exception {
        Caller reviewer = system.as("reviewer.env");
        String task = reviewer.taskOf(lot);
        refused(reviewer.post("tasks/" + task + "/decision", body), 400, "BODY_INVALID");
    }

    @Test
    void aBodyThatNestsOrGrowsWithoutEnd() throws Exception {
        Caller reviewer = system.as("reviewer.env");
        String nested = "{\"fields\":{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}}";
        refused(reviewer.post("tasks/x/decision", nested), 400, "BODY_INVALID");
        refused(reviewer.post("tasks/x/decision", " ".repeat(1 << 21)), 413, "TOO_LARGE");
    }

    @Test
    void oneOfManyDecisionsThatIsNoneDecidesNothing() throws Exception {
        Caller reviewer = system.as("reviewer.env");
        String task = reviewer.taskOf(lot);
        refused(
                reviewer.post(
                        "tasks/decisions",
                        "{\"decisions\":[{\"id\":\"" + task + "\",\"outcome\":\"return\",\"reason\":\"x\"},null]}"),
                400,
                "BODY_INVALID");
        assertThat(reviewer.get("tasks/" + task).json().getString("state")).isEqualTo("OPEN");
        String tooMany = "{\"id\":\"x\"},".repeat(200) + "{\"id\":\"x\"}";
        refused(reviewer.post("tasks/decisions", "{\"decisions\":[" + tooMany + "]}"), 422, "TOO_MANY_DECISIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tasks?",
                "tasks?state=done&",
                "submissions?",
                "unmatched?",
                "conflicts?",
                "public/subjects?q=苏州&"
            })
    void aCursorThatNobodyGaveOut(String list) throws Exception {
        Caller caller = system.as(list.startsWith("tasks") ? "secrecy.env" : "centre");
        String day = "+999999999-12-31T00:00:00Z|x";
        for (String cursor :
                new String[] {"x", "AAAA", Base64.getUrlEncoder().encodeToString(day.getBytes(StandardCharsets.UTF_8))
                }) {
            refused(caller.get(list.replace("苏州", "%E8%8B%8F%E5%B7%9E") + "cursor=" + cursor), 400, "CURSOR_INVALID");
        }
    }

    @Test
    void aLimitIsClampedWhateverItsSize() throws Exception {
        Caller clerk = system.as("clerk.env");
        for (String limit : new String[] {"0", "-1"}) {
            assertThat(clerk.get("submissions?limit=" + limit).json().getJsonArray("items"))
                    .hasSize(1);
        }
        for (String limit : new String[] {"201", "99999999999999999999"}) {
            assertThat(clerk.get("submissions?limit=" + limit).status()).isEqualTo(200);
        }
    }

    @Test
    void whoIsNotSignedInIsToldApartFromWhoMayNot() throws Exception {
        refused(system.anonymous().get("submissions"), 401, "CREDENTIALS_REQUIRED");
        refused(system.anonymous().get("nothing"), 401, "CREDENTIALS_REQUIRED");
        refused(system.as("clerk.env").call("PUT", "organisations/env", "{}", "Content-Type", JSON), 403, "FORBIDDEN");
        refused(system.as("clerk.tax").get("submissions/" + lot), 404, "SUBMISSION_UNKNOWN");
    }

    @Test
    void what_is_no_table_is_refused_at_once() throws Exception {
        Caller clerk = system.as("clerk.env");
        assertThat(clerk.post("submissions?catalogueItem=PEN-ENV", "text/csv", new byte[0], null)
                        .status())
                .isEqualTo(422);
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0};
        assertThat(clerk.post("submissions?catalogueItem=PEN-ENV", "text/csv", picture, null)
                        .status())
                .isIn(415, 422);
        assertThat(clerk.post("submissions?catalogueItem=PEN-ENV", "image/png", picture, null)
                        .status())
                .isEqualTo(415);
        assertThat(clerk.submit("NO-SUCH", "", "a,b\n1,2\n", null).status()).isEqualTo(404);
        assertThat(clerk.submit("PEN-ENV", "&scope=EVERYBODY", "a,b\n1,2\n", null)
                        .status())
                .isEqualTo(422);
    }
}

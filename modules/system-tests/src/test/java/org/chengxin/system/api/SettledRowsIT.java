package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.system.Caller;
import org.chengxin.system.PenaltyLines;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a supplier decides about rows that did not go on by themselves, and what comes of it. */
class SettledRowsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static SystemServer system;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
    }

    private static Enterprise enterprise(int index) {
        return system.enterprises().get(index);
    }

    /** The code with its last 0 before the check digit written as the letter O. */
    private static String withLetterO(Enterprise enterprise) {
        String code = enterprise.code().value();
        int zero = code.lastIndexOf('0', code.length() - 2);
        return code.substring(0, zero) + "O" + code.substring(zero + 1);
    }

    private static Caller.Answer refused(String caller, String no, String body) throws Exception {
        return system.as(caller).post("submissions/" + no + "/rows/decisions", body);
    }

    private static List<JsonObject> rows(String no, String query) throws Exception {
        return system.as("clerk.env").rows(no, query);
    }

    private static JsonObject await(String no, String state) throws Exception {
        return system.as("clerk.env").awaitLot(no, SOON, state);
    }

    @Test
    void a_letter_in_a_code_is_mended_by_its_suggestion_and_reviewed_in_a_further_round() throws Exception {
        Enterprise wrong = enterprise(3);
        String no = system.submit(
                "env",
                "PEN-ENV",
                PenaltyLines.environment()
                        .line(enterprise(2), "苏环O第1号")
                        .line(wrong.name(), withLetterO(wrong), "苏环O第2号", "警告", PenaltyLines.today(), "公开公示")
                        .csv());
        LotCounts.has(await(no, "IN_REVIEW"), "accepted", 1, "rejected", 1, "inReview", 1);
        system.approve("env", no);
        JsonObject first = await(no, "DONE");
        LotCounts.has(first, "published", 1, "rejected", 1);
        assertThat(first.getInt("round")).isZero();

        List<JsonObject> rejected = rows(no, "?outcome=REJECTED");
        assertThat(rejected).hasSize(1);
        assertThat(rejected.get(0).getInt("row")).isEqualTo(3);
        assertThat(rejected.get(0).getInt("suggestions")).isEqualTo(1);

        // one who both entered and reviews: an account with both roles
        addClerkWhoReviews();
        JsonObject settled = system.as("both.env")
                .settle(no, "{\"rows\":[3],\"action\":\"SUGGESTIONS\"}")
                .get(0);
        assertThat(settled.getBoolean("settled")).as(settled.toString()).isTrue();
        assertThat(settled.getString("outcome")).isEqualTo("ACCEPTED");
        JsonObject again = await(no, "IN_REVIEW");
        LotCounts.has(again, "accepted", 2, "rejected", 0, "published", 1, "inReview", 1);
        assertThat(again.getInt("round")).isEqualTo(1);
        Caller both = system.as("both.env");
        Caller.Answer own = both.post("tasks/" + both.taskOf(no) + "/decision", "{\"outcome\":\"approve\"}");
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.code()).isEqualTo("FOUR_EYES");

        system.approve("env", no);
        LotCounts.has(await(no, "DONE"), "accepted", 2, "published", 2, "inReview", 0);
        String recordNo = rows(no, "").get(1).getString("recordNo");
        JsonObject record = system.as("clerk.env").get("records/" + recordNo).json();
        assertThat(record.getJsonObject("subject").getString("code"))
                .isEqualTo(wrong.code().value());
        assertThat(system.anonymous()
                        .get("public/subjects/" + wrong.code().value() + "/records?limit=200&section=warning")
                        .body())
                .contains(recordNo);
    }

    private static void addClerkWhoReviews() throws Exception {
        system.bed()
                .run(
                        "INSERT INTO registry.app_user (id, username, display_name, organisation_id, password_hash)"
                                + " SELECT 900001, 'both.env', '兼任', organisation_id, password_hash"
                                + " FROM registry.app_user WHERE username = 'clerk.env'",
                        "INSERT INTO registry.user_role VALUES (900001, 'CLERK'), (900001, 'REVIEWER')");
    }

    @Test
    void doubts_are_confirmed_changed_or_dropped_and_errors_are_not() throws Exception {
        String future = PenaltyLines.today().plusDays(40).toString();
        PenaltyLines lines = PenaltyLines.environment().line(enterprise(4), "苏环疑第1号");
        for (int i = 2; i <= 5; i++) {
            Enterprise one = enterprise(4);
            lines.line(
                    one.name(),
                    one.code().value(),
                    "苏环疑第" + i + "号",
                    "警告",
                    PenaltyLines.today().plusDays(30),
                    "公开公示");
        }
        lines.line(enterprise(5).name(), "91320500MA00000000", "苏环疑第6号", "警告", PenaltyLines.today(), "公开公示");
        String no = system.submit("env", "PEN-ENV", lines.csv());
        LotCounts.has(await(no, "IN_REVIEW"), "accepted", 1, "suspect", 4, "rejected", 1);

        JsonObject kept = system.as("clerk.env")
                .settle(no, "{\"rows\":[3],\"action\":\"KEEP\"}")
                .get(0);
        assertThat(kept.getString("outcome")).isEqualTo("ACCEPTED");
        assertThat(kept.getJsonArray("findings").toString()).contains("DATE_IN_FUTURE", "WARNING");
        JsonObject still = system.as("clerk.env")
                .settle(no, "{\"rows\":[4],\"action\":\"CHANGE\",\"fields\":{\"decidedOn\":\"" + future + "\"}}")
                .get(0);
        assertThat(still.getBoolean("settled")).isFalse();
        assertThat(still.getString("outcome")).isEqualTo("SUSPECT");
        assertThat(still.getJsonArray("findings").toString()).contains(future);
        JsonObject changed = system.as("clerk.env")
                .settle(
                        no,
                        "{\"rows\":[4],\"action\":\"CHANGE\",\"fields\":{\"decidedOn\":\""
                                + PenaltyLines.today().minusDays(3) + "\"}}")
                .get(0);
        assertThat(changed.getBoolean("settled")).isTrue();
        assertThat(changed.getJsonArray("findings")).isEmpty();
        JsonObject nothing = system.as("clerk.env")
                .settle(no, "{\"rows\":[5],\"action\":\"SUGGESTIONS\"}")
                .get(0);
        assertThat(nothing.getBoolean("settled")).as("nothing was suggested").isFalse();
        JsonObject error = system.as("clerk.env")
                .settle(no, "{\"rows\":[7],\"action\":\"KEEP\"}")
                .get(0);
        assertThat(error.getBoolean("settled")).isFalse();
        assertThat(error.getJsonArray("findings").toString()).contains("ERROR");

        assertThat(refused("clerk.env", no, "{\"rows\":[5],\"action\":\"DROP\"}")
                        .code())
                .isEqualTo("REASON_REQUIRED");
        List<JsonObject> dropped = system.as("clerk.env")
                .settle(no, "{\"rule\":\"DATE_IN_FUTURE\",\"action\":\"DROP\",\"reason\":\"重复录入\"}");
        assertThat(dropped).extracting(item -> item.getInt("row")).containsExactly(5, 6);
        LotCounts.has(
                system.as("clerk.env").get("submissions/" + no).json(), "accepted", 3, "suspect", 0, "rejected", 3);
        assertThat(system.as("clerk.env").get("submissions/" + no + "/findings").body())
                .contains("DROPPED", "重复录入");

        // settled while the first round was in review: they come after it, before the same reviewer
        system.approve("env", no);
        system.as("clerk.env").awaitLot(no, SOON, "IN_REVIEW");
        JsonObject second = awaitRound(no, 1);
        LotCounts.has(second, "accepted", 3, "published", 1, "inReview", 2);
        Caller reviewer = system.as("reviewer.env");
        assertThat(reviewer.post(
                                "tasks/" + reviewer.taskOf(no) + "/decision",
                                "{\"outcome\":\"return\",\"reason\":\"依据不足\"}")
                        .status())
                .isEqualTo(200);
        LotCounts.has(await(no, "DONE"), "accepted", 1, "published", 1, "rejected", 5);
        assertThat(system.as("clerk.env").get("submissions/" + no + "/findings").body())
                .contains("RETURNED_BY_REVIEWER", "依据不足");
    }

    private static JsonObject awaitRound(String no, int round) throws Exception {
        JsonObject[] lot = new JsonObject[1];
        org.chengxin.system.Await.until("round " + round + " of " + no + " in review", SOON, () -> {
            lot[0] = system.as("clerk.env").get("submissions/" + no).json();
            return lot[0].getInt("round") == round && lot[0].getString("state").equals("IN_REVIEW");
        });
        return lot[0];
    }

    @Test
    void who_may_not_and_what_makes_no_sense_is_refused() throws Exception {
        Enterprise wrong = enterprise(6);
        String no = system.submit(
                "env",
                "PEN-ENV",
                PenaltyLines.environment()
                        .line(wrong.name(), withLetterO(wrong), "苏环拒第1号", "警告", PenaltyLines.today(), "公开公示")
                        .csv());
        LotCounts.has(await(no, "DONE"), "rejected", 1);
        String keep = "{\"rows\":[2],\"action\":\"KEEP\"}";
        assertThat(refused("clerk.tax", no, keep).status()).isEqualTo(404);
        assertThat(system.as("clerk.tax").get("submissions/" + no + "/rows").status())
                .isEqualTo(404);
        assertThat(refused("reviewer.env", no, keep).status()).isEqualTo(403);
        assertThat(refused("centre", no, keep).status()).isEqualTo(403);
        assertThat(refused("clerk.env", no, "{\"action\":\"KEEP\"}").code()).isEqualTo("ROWS_MISSING");
        assertThat(refused("clerk.env", no, "{\"rows\":[2]}").code()).isEqualTo("ACTION_UNKNOWN");
        assertThat(refused("clerk.env", no, "{\"rows\":[2],\"action\":\"MATCH\"}")
                        .code())
                .isEqualTo("ACTION_UNKNOWN");
        assertThat(refused("clerk.env", no, "{\"rows\":[2],\"action\":\"CHANGE\"}")
                        .code())
                .isEqualTo("FIELDS_MISSING");
        assertThat(refused("clerk.env", no, "{\"rows\":[2],\"action\":\"CHANGE\",\"fields\":{\"nonsense\":\"1\"}}")
                        .code())
                .isEqualTo("FIELD_UNKNOWN");
        assertThat(refused("clerk.env", no, "{\"rows\":[99],\"action\":\"KEEP\"}")
                        .code())
                .isEqualTo("ROWS_NOT_OPEN");
        List<Integer> many = Collections.nCopies(5_001, 2);
        assertThat(refused("clerk.env", no, "{\"rows\":" + many + ",\"action\":\"KEEP\"}")
                        .code())
                .isEqualTo("ROWS_TOO_MANY");
        assertThat(system.as("clerk.env")
                        .get("submissions/" + no + "/rows?outcome=GOOD")
                        .status())
                .isEqualTo(422);
    }
}

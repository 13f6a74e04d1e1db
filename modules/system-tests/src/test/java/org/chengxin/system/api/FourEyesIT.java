package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.system.Await;
import org.chengxin.system.Caller;
import org.chengxin.system.PenaltyLines;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who put a hand to a row decides neither who may see its record nor what section it has, whoever settled it last. */
class FourEyesIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static SystemServer system;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
        system.bed()
                .run(
                        "INSERT INTO registry.app_user (id, username, display_name, organisation_id, password_hash)"
                                + " SELECT 900002, 'all.env', '身兼数职', organisation_id, password_hash"
                                + " FROM registry.app_user WHERE username = 'clerk.env'",
                        "INSERT INTO registry.user_role VALUES (900002, 'CLERK'), (900002, 'REVIEWER'),"
                                + " (900002, 'SECRECY_OFFICER')");
    }

    private static JsonObject lot(String no) throws Exception {
        return system.as("clerk.env").get("submissions/" + no).json();
    }

    /** A doubtful penalty that all.env sends and clerk.env confirms, so that clerk.env entered its record. */
    private static String settledBySomebodyElse(Enterprise subject, String documentNo, String severity, String scope)
            throws Exception {
        String csv = PenaltyLines.environment()
                .line(
                        subject.name(),
                        subject.code().value(),
                        documentNo,
                        "警告",
                        PenaltyLines.today().plusDays(2),
                        scope)
                .csv()
                .replace(",一般,", "," + severity + ",");
        Caller.Answer sent = system.as("all.env").submit("PEN-ENV", "", csv, null);
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        String no = sent.json().getString("no");
        LotCounts.has(system.as("clerk.env").awaitLot(no, SOON, "DONE"), "suspect", 1);
        assertThat(system.as("clerk.env")
                        .post("submissions/" + no + "/rows/decisions", "{\"rows\":[2],\"action\":\"KEEP\"}")
                        .status())
                .isEqualTo(200);
        system.as("clerk.env").awaitLot(no, SOON, "IN_REVIEW");
        system.approve("env", no);
        return no;
    }

    private static String recordOf(String no) throws Exception {
        return system.as("clerk.env").rows(no, "").get(0).getString("recordNo");
    }

    private static Caller.Answer decide(String caller, String recordNo, String body) throws Exception {
        Caller someone = system.as(caller);
        return someone.post("tasks/" + someone.taskOf(recordNo) + "/decision", body);
    }

    @Test
    void who_sent_the_lot_does_not_rule_on_disclosure() throws Exception {
        String no = settledBySomebodyElse(system.enterprises().get(30), "苏环眼第1号", "一般", "");
        system.as("clerk.env").awaitLot(no, SOON, "DONE");
        String ruling =
                "{\"outcome\":\"decide\",\"reason\":\"内部掌握\",\"fields\":{\"scope\":\"GOVERNMENT\",\"ground\":\"NONE\",\"legalBasis\":\"某法第一条\"}}";

        Caller.Answer refused = decide("all.env", recordOf(no), ruling);

        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("FOUR_EYES");
    }

    @Test
    void who_sent_the_lot_does_not_say_its_section_and_the_lot_is_done_when_somebody_else_has() throws Exception {
        String no = settledBySomebodyElse(system.enterprises().get(31), "苏环眼第2号", "", "公开公示");
        Await.until("the record of " + no + " to wait for its section", SOON, () -> lot(no).getInt("toClassify") == 1);
        assertThat(lot(no).getString("state")).isEqualTo("PROCESSING");
        assertThat(lot(no).containsKey("closedAt")).isFalse();
        LotCounts.has(lot(no), "accepted", 1, "inReview", 1);
        assertThat(listed("PROCESSING")).contains(no);
        assertThat(listed("DONE")).doesNotContain(no);
        String section = "{\"outcome\":\"decide\",\"reason\":\"情节轻微\",\"fields\":{\"section\":\"WARNING\"}}";

        Caller.Answer refused = decide("all.env", recordOf(no), section);
        assertThat(refused.code()).as(refused.body()).isEqualTo("FOUR_EYES");

        Caller.Answer said = decide("reviewer.env", recordOf(no), section);
        assertThat(said.status()).as(said.body()).isEqualTo(200);
        LotCounts.has(system.as("clerk.env").awaitLot(no, SOON, "DONE"), "published", 1, "inReview", 0);
        assertThat(lot(no).getInt("toClassify")).isZero();
        assertThat(lot(no).containsKey("closedAt")).isTrue();
        assertThat(listed("DONE")).contains(no);
    }

    private static String listed(String state) throws Exception {
        return system.as("clerk.env")
                .get("submissions?limit=200&state=" + state)
                .body();
    }
}

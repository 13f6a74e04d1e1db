package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.system.PenaltyLines;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lots that come again, turned round or with what was replaced since. */
class RepeatedLotsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static SystemServer system;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
    }

    private static Enterprise enterprise(int index) {
        return system.enterprises().get(index);
    }

    private static List<JsonObject> rows(String no, String query) throws Exception {
        return system.as("clerk.env").rows(no, query);
    }

    private static JsonObject await(String no, String state) throws Exception {
        return system.as("clerk.env").awaitLot(no, SOON, state);
    }

    @Test
    void the_same_rows_in_another_order_or_with_a_blank_line_make_nothing_twice() throws Exception {
        PenaltyLines lines = PenaltyLines.environment();
        for (int i = 1; i <= 4; i++) {
            lines.line(enterprise(6 + i), "苏环再第" + i + "号");
        }
        system.admit("env", "PEN-ENV", lines.csv());
        List<String> turned = new ArrayList<>(lines.lines());
        Collections.reverse(turned);
        turned.add(2, "");
        String again = system.admit("env", "PEN-ENV", lines.csv(turned));
        JsonObject lot = system.as("clerk.env").get("submissions/" + again).json();
        assertThat(LotCounts.of(lot).getInt("published")).isEqualTo(4);
        assertThat(rows(again, "?outcome=ACCEPTED")).allMatch(row -> row.getBoolean("duplicate"));
        assertThat(recordsWith("苏环再第")).isEqualTo(4);
    }

    @Test
    void content_that_was_replaced_comes_back_only_when_the_clerk_says_so() throws Exception {
        Enterprise one = enterprise(12);
        String a = replaced(one, "警告，限期十日", "");
        String b = replaced(one, "警告，限期二十日", "");
        String aAgain = replaced(one, "警告，限期十日", "\r\n");
        system.admit("env", "PEN-ENV", a);
        String changed = system.admit("env", "PEN-ENV", b);
        String recordNo = rows(changed, "").get(0).getString("recordNo");
        assertThat(recordsWith("苏环换第")).isEqualTo(1);

        String no = system.submit("env", "PEN-ENV", aAgain);
        LotCounts.has(await(no, "DONE"), "suspect", 1, "accepted", 0);
        assertThat(system.as("clerk.env").get("submissions/" + no + "/findings").body())
                .contains("CONTENT_REPLACED", recordNo);
        JsonObject nothing = system.as("clerk.env")
                .settle(no, "{\"rows\":[2],\"action\":\"SUGGESTIONS\"}")
                .get(0);
        assertThat(nothing.getBoolean("settled")).isFalse();
        assertThat(record(recordNo)).contains("限期二十日").doesNotContain("限期十日");

        system.as("clerk.env").settle(no, "{\"rows\":[2],\"action\":\"KEEP\"}");
        await(no, "IN_REVIEW");
        system.approve("env", no);
        LotCounts.has(await(no, "DONE"), "published", 1);
        assertThat(record(recordNo)).contains("限期十日");
        assertThat(recordsWith("苏环换第")).isEqualTo(1);
    }

    private static String replaced(Enterprise one, String result, String tail) {
        return PenaltyLines.environment()
                        .line(
                                one.name(),
                                one.code().value(),
                                "苏环换第1号",
                                result,
                                PenaltyLines.today().minusDays(9),
                                "公开公示")
                        .csv()
                + tail;
    }

    private static String record(String recordNo) throws Exception {
        return system.as("clerk.env")
                .get("records/" + recordNo)
                .json()
                .get("content")
                .toString();
    }

    private static long recordsWith(String title) throws Exception {
        return system.bed().number("SELECT count(*) FROM registry.credit_record WHERE title LIKE '%" + title + "%'");
    }
}

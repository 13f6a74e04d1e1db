package org.chengxin.system.browser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.Penalty;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.system.Await;

/** Lots that a test needs for itself, sent through the API as a clerk's own system would. */
final class Lots {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Lots() {}

    /**
     * Sends one penalty of an enterprise that the portal shows, and waits until it can be reviewed.
     *
     * @param documentNo of the decision, never used before
     * @param scope 公开公示, or empty for one whose scope nobody stated
     * @return number of the lot
     */
    static String onePenalty(Installation installation, JsonObject enterprise, String documentNo, String scope)
            throws Exception {
        return onePenalty(installation, enterprise, documentNo, scope, 30_000);
    }

    /**
     * A record whose content was sent twice, the second time with another fine: version 2 stands, and the portal shows it.
     *
     * @return its number
     */
    static String revisedPenalty(Installation installation) throws Exception {
        JsonObject enterprise = installation.enterprises().get(2);
        String documentNo = "苏环罚字〔2026〕" + UUID.randomUUID().toString().substring(0, 8) + "号";
        for (int fine : new int[] {30_000, 50_000}) {
            String lot = onePenalty(installation, enterprise, documentNo, "公开公示", fine);
            approve(installation, lot);
            await(installation, lot, "DONE");
        }
        String path = "public/subjects/" + enterprise.getString("code") + "/records?section=warning&limit=200";
        return installation.account("clerk.env").get(path).getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(record -> record.getString("title").contains(documentNo))
                .map(record -> record.getString("recordNo"))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no record of " + documentNo + " on the portal"));
    }

    /** The reviewer approves a lot, as a system of the department would. */
    static void approve(Installation installation, String lot) throws Exception {
        String task = installation.tasks("reviewer.env", "ReviewLot").stream()
                .filter(open -> lot.equals(open.getString("businessKey")))
                .map(open -> open.getString("id"))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no review of " + lot));
        installation
                .account("reviewer.env")
                .post(
                        "tasks/" + task + "/decision",
                        Json.createObjectBuilder().add("outcome", "approve").build());
    }

    private static String onePenalty(
            Installation installation, JsonObject enterprise, String documentNo, String scope, int fine)
            throws Exception {
        LocalDate decided = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(7);
        Penalty penalty = new Penalty(
                subject(enterprise),
                documentNo,
                "未按照规定设置大气污染物排放口",
                "《中华人民共和国大气污染防治法》第一百条第五项",
                "罚款",
                "责令改正违法行为，罚款人民币" + fine + "元",
                BigDecimal.valueOf(fine),
                "苏州市环境保护局",
                decided.minusDays(30),
                decided,
                "一般",
                12,
                scope);
        String no = installation
                .account("clerk.env")
                .submit("PEN-ENV", UUID.randomUUID().toString(), LotText.penalties(List.of(penalty)))
                .getString("no");
        await(installation, no, "IN_REVIEW");
        return no;
    }

    /**
     * Sends public penalties of enterprises that the portal shows, and waits until they can be reviewed.
     *
     * @param flagged in so many of them, the first ones, the name of the industry is longer than the standard's length
     * @return number of the lot
     */
    static String penalties(Installation installation, int count, int flagged) throws Exception {
        return send(installation, penaltyRows(installation, count, flagged));
    }

    /** Sends rows of {@code PEN-ENV}, and waits until they can be reviewed; the lot's number. */
    static String send(Installation installation, List<Map<String, String>> rows) throws Exception {
        String no = installation
                .account("clerk.env")
                .submit("PEN-ENV", UUID.randomUUID().toString(), LotText.rows("PEN-ENV", rows))
                .getString("no");
        await(installation, no, "IN_REVIEW");
        return no;
    }

    /** The reviewer's task about a record, of a lot that is approved, whose severity nobody stated. */
    static String unclassified(Installation installation) throws Exception {
        List<Map<String, String>> rows = penaltyRows(installation, 1, 0);
        rows.get(0).remove("severity");
        approve(installation, send(installation, rows));
        String[] found = new String[1];
        Await.until("the record that waits for its section", PATIENCE, () -> {
            installation.tasks("reviewer.env", "ClassifyRecord").stream()
                    .filter(task -> task.getString("title").contains(rows.get(0).get("documentNo")))
                    .findFirst()
                    .ifPresent(task -> found[0] = task.getString("id"));
            return found[0] != null;
        });
        return found[0];
    }

    /** Rows as {@link #penalties} sends them, cells by field name, under document numbers that were never used before. */
    static List<Map<String, String>> penaltyRows(Installation installation, int count, int flagged) throws Exception {
        LocalDate decided = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(7);
        List<JsonObject> enterprises = installation.enterprises();
        String series = UUID.randomUUID().toString().substring(0, 8);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            JsonObject enterprise = enterprises.get(i % enterprises.size());
            Map<String, String> row = new LinkedHashMap<>();
            row.put("subjectName", enterprise.getString("name"));
            row.put("subjectCode", enterprise.getString("code"));
            row.put("documentNo", "苏环抽字〔" + series + "〕" + i + "号");
            row.put("facts", "未按照规定设置大气污染物排放口");
            row.put("legalBasis", "《中华人民共和国大气污染防治法》第一百条第五项");
            row.put("result", "罚款人民币30000元");
            row.put("authority", "苏州市环境保护局");
            row.put("decidedOn", decided.toString());
            row.put("periodMonths", "12");
            row.put("severity", "一般");
            row.put("scope", "公开公示");
            row.put("fine", "30000");
            row.put("industry", i <= flagged ? "水泥制造、".repeat(50) : "水泥制造");
            rows.add(row);
        }
        return rows;
    }

    static void await(Installation installation, String no, String state) throws Exception {
        Await.until("lot " + no + " " + state, PATIENCE, () -> installation
                .account("clerk.env")
                .get("submissions/" + no)
                .getString("state")
                .equals(state));
    }

    /** An enterprise with a penalty that the portal shows. */
    static JsonObject penalised(Installation installation) throws IOException, InterruptedException {
        for (JsonObject enterprise : installation.enterprises()) {
            JsonObject counts = enterprise.getJsonObject("counts");
            if (counts.getInt("warning") + counts.getInt("alert") > 0) {
                return enterprise;
            }
        }
        throw new NoSuchElementException("no enterprise with a penalty on the portal");
    }

    private static Enterprise subject(JsonObject enterprise) {
        return new Enterprise(
                enterprise.getString("name"),
                "",
                UnifiedSocialCreditCode.parse(enterprise.getString("code")).orElseThrow(),
                "",
                "",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "",
                "",
                LocalDate.EPOCH,
                "",
                "",
                "",
                "",
                "");
    }
}

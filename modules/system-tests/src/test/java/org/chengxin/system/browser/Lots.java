package org.chengxin.system.browser;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
        LocalDate decided = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(7);
        Penalty penalty = new Penalty(
                subject(enterprise),
                documentNo,
                "未按照规定设置大气污染物排放口",
                "《中华人民共和国大气污染防治法》第一百条第五项",
                "罚款",
                "责令改正违法行为，罚款人民币30000元",
                BigDecimal.valueOf(30_000),
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

package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;
import org.chengxin.kernel.code.CitizenId;
import org.chengxin.kernel.text.Masking;
import org.chengxin.system.Await;
import org.chengxin.system.Caller;
import org.chengxin.system.PenaltyLines;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows whose subject nobody found: in the credit centre's queue, and on their way after it or a registration spoke. */
class UnmatchedRowsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static SystemServer system;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
    }

    private static JsonObject await(String department, String no, String state) throws Exception {
        return system.as("clerk." + department).awaitLot(no, SOON, state);
    }

    private static String nameOnly(String name, String documentNo, String scope) {
        return PenaltyLines.administrative()
                .line(name, "", documentNo, "罚款30000元", PenaltyLines.today().minusDays(5), scope)
                .csv();
    }

    private static JsonObject group(String name) throws Exception {
        List<JsonObject> groups = system.as("centre")
                .get("unmatched?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(groups).as(name).hasSize(1);
        return groups.get(0);
    }

    private static Caller.Answer decide(String caller, String id, String body) throws Exception {
        return system.as(caller).post("unmatched/" + id + "/decision", body);
    }

    @Test
    void the_centre_sends_rows_back_with_a_reason() throws Exception {
        String no = system.submit("bank", "PEN-ADMIN", nameOnly("无名商行甲", "苏银退第1号", "公开公示"));
        LotCounts.has(await("bank", no, "DONE"), "unmatched", 1);
        JsonObject group = group("无名商行甲");
        String id = group.getString("id");
        // it stands in addresses and logs: neither name nor code can be read from it
        assertThat(id).matches("[0-9a-z]+-2-[0-9a-f]{4}");
        assertThat(group.getInt("rows")).isEqualTo(1);
        assertThat(group.getBoolean("ambiguous")).isFalse();
        JsonObject row = system.as("centre")
                .get("unmatched/" + id + "/rows")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(row.getString("submission")).isEqualTo(no);
        assertThat(row.getInt("row")).isEqualTo(2);

        for (String nobody : List.of("clerk.bank", "reviewer.bank", "auditor", "window")) {
            assertThat(system.as(nobody).get("unmatched").status()).as(nobody).isEqualTo(403);
            assertThat(decide(nobody, id, "{\"outcome\":\"return\",\"reason\":\"x\"}")
                            .status())
                    .as(nobody)
                    .isEqualTo(403);
        }
        assertThat(decide("centre", id, "{\"outcome\":\"return\"}").code()).isEqualTo("REASON_REQUIRED");
        assertThat(decide("centre", id, "{\"outcome\":\"guess\"}").code()).isEqualTo("PARAMETER_INVALID");
        assertThat(decide("centre", "bm90aGluZw", "{\"outcome\":\"provisional\"}")
                        .code())
                .isEqualTo("GROUP_UNKNOWN");
        assertThat(decide("centre", id, "{\"outcome\":\"match\",\"subject\":\"nobody\",\"reason\":\"x\"}")
                        .code())
                .isEqualTo("SUBJECT_UNKNOWN");
        assertThat(system.as("centre").get("unmatched?cursor=!!").code()).isEqualTo("CURSOR_INVALID");

        Caller.Answer returned = decide("centre", id, "{\"outcome\":\"return\",\"reason\":\"请补充统一社会信用代码\"}");
        assertThat(returned.json().getInt("rows")).as(returned.body()).isEqualTo(1);
        LotCounts.has(system.as("clerk.bank").get("submissions/" + no).json(), "unmatched", 0, "rejected", 1);
        assertThat(system.as("clerk.bank")
                        .get("submissions/" + no + "/findings")
                        .body())
                .contains("RETURNED_BY_CENTRE", "请补充统一社会信用代码");
        assertThat(decide("centre", id, "{\"outcome\":\"provisional\"}").status())
                .isEqualTo(404);
    }

    @Test
    void a_provisional_subject_sends_a_lot_to_its_first_review_and_an_unstated_scope_to_an_officer() throws Exception {
        String no = system.submit("bank", "PEN-ADMIN", nameOnly("无名商行乙", "苏银临第1号", ""));
        LotCounts.has(await("bank", no, "DONE"), "unmatched", 1);
        String id = group("无名商行乙").getString("id");
        assertThat(decide("centre", id, "{\"outcome\":\"provisional\"}").code()).isEqualTo("SUBJECT_KIND_MISSING");
        Caller.Answer opened = decide("centre", id, "{\"outcome\":\"provisional\",\"kind\":\"ENTERPRISE\"}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        LotCounts.has(await("bank", no, "IN_REVIEW"), "accepted", 1, "inReview", 1, "unmatched", 0);
        system.approve("bank", no);
        LotCounts.has(await("bank", no, "DONE"), "undetermined", 1);
        String recordNo = system.as("clerk.bank").rows(no, "").get(0).getString("recordNo");
        assertThat(system.as("secrecy.bank")
                        .get("tasks?state=open&q=" + recordNo)
                        .body())
                .contains(recordNo);
    }

    @Test
    void a_person_is_opened_by_number_and_stays_out_of_the_public() throws Exception {
        String number = "320508197503141230";
        assertThat(CitizenId.check(number).isValid()).isTrue();
        String name = "钱某试";
        PenaltyLines lines = PenaltyLines.environment()
                .line(name, number, "苏环人第1号", "警告", PenaltyLines.today().minusDays(2), "公开公示");
        String no = system.submit("env", "PEN-ENV", lines.csv());
        LotCounts.has(await("env", no, "DONE"), "suspect", 1);
        assertThat(system.as("clerk.env")
                        .post("submissions/" + no + "/rows/decisions", "{\"rows\":[2],\"action\":\"KEEP\"}")
                        .status())
                .isEqualTo(200);
        JsonObject group = group(name);
        assertThat(group.toString()).doesNotContain(number);
        String id = group.getString("id");

        assertThat(decide("centre", id, "{\"outcome\":\"provisional\",\"kind\":\"INDIVIDUAL_BUSINESS\"}")
                        .code())
                .isEqualTo("NUMBER_OF_A_PERSON");
        Caller.Answer opened = decide("centre", id, "{\"outcome\":\"provisional\",\"kind\":\"PERSON\"}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        await("env", no, "IN_REVIEW");
        system.approve("env", no);
        JsonObject lot = system.as("clerk.env").awaitLot(no, SOON, "DONE");
        LotCounts.has(lot, "accepted", 1, "unmatched", 0);
        assertThat(one("SELECT count(*) FROM registry.subject s JOIN registry.subject_identifier i"
                        + " ON i.subject_id = s.id WHERE s.kind = 'PERSON' AND i.kind = 'CITIZEN_ID' AND i.value = '"
                        + number + "'"))
                .isEqualTo("1");
        assertThat(one("SELECT count(*) FROM publication.public_subject WHERE name LIKE '%" + name + "%'"))
                .isEqualTo("0");
        assertThat(one("SELECT string_agg(object_id, ',') FROM registry.access_log"
                        + " WHERE object_kind = 'PERSON_OPENED' AND actor = 'centre'"))
                .isEqualTo(Masking.id(number));
    }

    private static String one(String sql) throws Exception {
        try (Connection owner = system.bed().connect("chengxin_owner");
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void a_match_by_hand_goes_on_without_a_second_review() throws Exception {
        Enterprise known = system.enterprises().get(20);
        Enterprise meant = system.enterprises().get(21);
        PenaltyLines lines = PenaltyLines.administrative().line(known, "苏环配第1号");
        lines.line("手写的名称丙", "", "苏环配第2号", "警告", PenaltyLines.today().minusDays(2), "公开公示");
        String no = system.admit("env", "PEN-ADMIN", lines.csv());
        LotCounts.has(await("env", no, "DONE"), "published", 1, "unmatched", 1);

        String body = "{\"outcome\":\"match\",\"subject\":\"" + meant.code().value() + "\",\"reason\":\"电话核实\"}";
        assertThat(decide("centre", group("手写的名称丙").getString("id"), body).status())
                .isEqualTo(200);
        Await.until(
                "the matched row of " + no,
                SOON,
                () -> system.as("clerk.env")
                                .get("submissions/" + no)
                                .json()
                                .getJsonObject("counts")
                                .getInt("published")
                        == 2);
        LotCounts.has(await("env", no, "DONE"), "unmatched", 0, "inReview", 0);
        assertThat(system.anonymous()
                        .get("public/subjects/" + meant.code().value() + "/records?limit=200&section=warning")
                        .body())
                .contains("苏环配第2号");
    }

    @Test
    void penalties_before_their_registration_end_like_those_after_it() throws Exception {
        // numbers go by the place in the city, so that these are nobody's who is registered
        List<Enterprise> strangers = new CityGenerator(7, 200).enterprises().subList(100, 104);
        List<Enterprise> early = strangers.subList(0, 2);
        List<Enterprise> late = strangers.subList(2, 4);
        PenaltyLines first = PenaltyLines.environment();
        PenaltyLines mixed =
                PenaltyLines.environment().line(system.enterprises().get(22), "苏环序第0号");
        early.forEach(one -> first.line(one, "苏环序甲第1号"));
        early.forEach(one -> mixed.line(one, "苏环序甲第2号"));
        String waiting = system.submit("env", "PEN-ENV", first.csv());
        LotCounts.has(await("env", waiting, "DONE"), "unmatched", 2);
        String approved = system.admit("env", "PEN-ENV", mixed.csv());
        LotCounts.has(await("env", approved, "DONE"), "published", 1, "unmatched", 2);

        system.admit("market", "REG-BASIC", LotText.registration(strangers));
        LotCounts.has(await("env", waiting, "IN_REVIEW"), "inReview", 2, "unmatched", 0);
        system.approve("env", waiting);
        LotCounts.has(await("env", waiting, "DONE"), "published", 2);
        Await.until(
                "the rows of " + approved,
                SOON,
                () -> system.as("clerk.env")
                                .get("submissions/" + approved)
                                .json()
                                .getJsonObject("counts")
                                .getInt("published")
                        == 3);

        PenaltyLines after = PenaltyLines.environment();
        late.forEach(one -> after.line(one, "苏环序乙第1号"));
        late.forEach(one -> after.line(one, "苏环序乙第2号"));
        system.admit("env", "PEN-ENV", after.csv());
        assertThat(register(early)).isEqualTo(register(late)).hasSize(3);
    }

    /** What the register holds of subjects, without what names them: item, state and how many. */
    private static TreeSet<String> register(List<Enterprise> subjects) throws Exception {
        TreeSet<String> all = new TreeSet<>();
        try (Connection owner = system.bed().connect("chengxin_owner");
                Statement statement = owner.createStatement()) {
            String codes = String.join(
                    "','", subjects.stream().map(one -> one.code().value()).toList());
            ResultSet row = statement.executeQuery("SELECT regexp_replace(r.title, '[甲乙]', ''), r.state,"
                    + " count(DISTINCT r.id) FROM registry.credit_record r JOIN registry.record_subject s"
                    + " ON s.record_id = r.id JOIN registry.subject_identifier i ON i.subject_id = s.subject_id"
                    + " WHERE i.value IN ('" + codes + "') AND r.title LIKE '%苏环序%' GROUP BY 1, 2"
                    + " UNION ALL SELECT 'registration', r.state, count(DISTINCT r.id) FROM registry.credit_record r"
                    + " JOIN registry.record_subject s ON s.record_id = r.id JOIN registry.subject_identifier i"
                    + " ON i.subject_id = s.subject_id WHERE i.value IN ('" + codes + "') AND r.title NOT LIKE '%苏环序%'"
                    + " GROUP BY 1, 2");
            while (row.next()) {
                all.add(row.getString(1) + " " + row.getString(2) + " " + row.getInt(3));
            }
        }
        return all;
    }
}

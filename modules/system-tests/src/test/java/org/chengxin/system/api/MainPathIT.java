package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.PenaltyGenerator;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.system.Caller;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One record all the way through the interface, and who is refused on the way. */
class MainPathIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static SystemServer system;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
    }

    private static String penalties(int seed, int count) {
        LocalDate today = CivilTime.dateOf(java.time.Instant.now());
        return LotText.penalties(new PenaltyGenerator(seed, system.enterprises(), today).penalties(count, seed));
    }

    @Test
    void an_enterprise_is_found_by_fragment_and_code_with_its_records() throws Exception {
        Enterprise one = system.enterprises().get(0);
        String fragment = one.name().substring(2, 4);
        Caller everyone = system.anonymous();

        assertThat(everyone.get("public/subjects?limit=200&q=" + URLEncoder.encode(fragment, StandardCharsets.UTF_8))
                        .items())
                .anyMatch(hit -> hit.getString("name").equals(one.name()));

        String code = one.code().value();
        JsonObject subject = everyone.get("public/subjects/" + code).json();
        assertThat(subject.getString("name")).isEqualTo(one.name());
        assertThat(subject.getJsonObject("counts").getInt("identity")).isEqualTo(1);

        JsonObject record = everyone.get("public/subjects/" + code + "/records?section=identity")
                .items()
                .get(0);
        assertThat(record.keySet()).contains("recordNo", "section", "item", "title", "supplier", "content", "disputed");
    }

    @Test
    void the_same_lot_twice_makes_nothing_twice() throws Exception {
        String csv = penalties(101, 5);
        Caller clerk = system.as("clerk.env");
        Caller.Answer first = clerk.submit("PEN-ENV", "", csv, "same-key");
        Caller.Answer byKey = clerk.submit("PEN-ENV", "", csv, "same-key");
        Caller.Answer byContent = clerk.submit("PEN-ENV", "", csv, null);

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.response().headers().firstValue("Location")).isPresent();
        assertThat(byKey.status()).isEqualTo(200);
        assertThat(byContent.status()).isEqualTo(200);
        assertThat(byKey.json().getString("no")).isEqualTo(first.json().getString("no"));
        assertThat(byContent.json().getString("no")).isEqualTo(first.json().getString("no"));
    }

    @Test
    void counts_reconcile_and_a_returned_lot_keeps_its_reason_and_may_come_again() throws Exception {
        String csv = penalties(102, 6);
        String no = system.submit("env", "PEN-ENV", csv);
        JsonObject inReview = system.as("clerk.env").awaitLot(no, SOON, "IN_REVIEW");
        reconciles(inReview.getJsonObject("counts"));

        Caller reviewer = system.as("reviewer.env");
        String task = reviewer.taskOf(no);
        Caller.Answer without = reviewer.post("tasks/" + task + "/decision", "{\"outcome\":\"return\"}");
        assertThat(without.status()).isEqualTo(422);
        Caller.Answer returned =
                reviewer.post("tasks/" + task + "/decision", "{\"outcome\":\"return\",\"reason\":\"文号有误\"}");
        assertThat(returned.status()).isEqualTo(200);

        JsonObject lot = system.as("clerk.env").awaitLot(no, SOON, "RETURNED");
        assertThat(lot.getString("reason")).isEqualTo("文号有误");
        assertThat(lot.getJsonObject("counts").getInt("returned")).isEqualTo(6);
        reconciles(lot.getJsonObject("counts"));
        assertThat(system.as("clerk.env").submit("PEN-ENV", "", csv, null).status())
                .isEqualTo(202);
    }

    private static void reconciles(JsonObject counts) {
        assertThat(counts.getInt("received"))
                .isEqualTo(counts.getInt("accepted")
                        + counts.getInt("rejected")
                        + counts.getInt("suspect")
                        + counts.getInt("unmatched"));
        int states = 0;
        for (String state : List.of(
                "inReview", "returned", "undetermined", "held", "published", "ended", "withdrawn", "repaired")) {
            states += counts.getInt(state);
        }
        assertThat(counts.getInt("accepted")).isEqualTo(states);
    }

    @Test
    void who_may_not_is_refused() throws Exception {
        String csv = penalties(103, 3);
        assertThat(system.anonymous().submit("PEN-ENV", "", csv, null).status()).isEqualTo(401);
        Caller.Answer other = system.as("clerk.tax").submit("PEN-ENV", "", csv, null);
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.code()).isEqualTo("NOT_SUPPLIER");
        assertThat(system.as("reviewer.env").submit("PEN-ENV", "", csv, null).status())
                .isEqualTo(403);

        String no = system.submit("env", "PEN-ENV", csv);
        system.as("clerk.env").awaitLot(no, SOON, "IN_REVIEW");
        String task = system.as("reviewer.env").taskOf(no);
        for (String nobody : List.of("clerk.env", "reviewer.tax", "secrecy.env", "centre", "admin")) {
            Caller.Answer answer = system.as(nobody).post("tasks/" + task + "/decision", "{\"outcome\":\"approve\"}");
            assertThat(answer.status()).as(nobody).isIn(403, 404);
        }
        assertThat(system.as("clerk.tax").get("submissions/" + no).status()).isEqualTo(404);
        assertThat(system.as("centre").get("submissions/" + no).status()).isEqualTo(200);
    }

    @Test
    void a_decision_counts_once() throws Exception {
        String no = system.submit("env", "PEN-ENV", penalties(104, 3));
        system.as("clerk.env").awaitLot(no, SOON, "IN_REVIEW");
        Caller reviewer = system.as("reviewer.env");
        String task = reviewer.taskOf(no);
        String approve = "{\"outcome\":\"approve\"}";
        assertThat(reviewer.post("tasks/" + task + "/decision", approve).status())
                .isEqualTo(200);
        Caller.Answer second = reviewer.post("tasks/" + task + "/decision", approve);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("TASK_DECIDED");
    }

    private static JsonObject record(JsonObject task) {
        try {
            return system.as("clerk.env")
                    .get("records/" + task.getString("businessKey"))
                    .json();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_undetermined_record_is_withheld_until_the_officer_rules() throws Exception {
        Caller officer = system.as("secrecy.env");
        // other tests leave records of subjects without a code, which cannot be asked for by it
        JsonObject task = officer.get("tasks?state=open&process=CreditRecord").items().stream()
                .filter(waiting -> record(waiting).getJsonObject("subject").containsKey("code"))
                .findFirst()
                .orElseThrow();
        String recordNo = task.getString("businessKey");
        JsonObject record = record(task);
        assertThat(record.getString("state")).isEqualTo("UNDETERMINED");
        assertThat(system.as("clerk.tax").get("records/" + recordNo).status()).isEqualTo(404);
        String code = record.getJsonObject("subject").getString("code");
        assertThat(publicRecords(code)).doesNotContain(recordNo);

        Caller.Answer ruling = officer.post(
                "tasks/" + task.getString("id") + "/decision",
                "{\"outcome\":\"decide\",\"reason\":\"依法应当公开\",\"fields\":{\"scope\":\"PUBLIC\",\"ground\":\"NONE\","
                        + "\"legalBasis\":\"企业信息公示暂行条例第六条\"}}");
        assertThat(ruling.status()).as(ruling.body()).isEqualTo(200);
        assertThat(publicRecords(code)).contains(recordNo);

        assertThat(system.as("clerk.env")
                        .get("records/" + recordNo + "/history")
                        .items())
                .extracting(event -> event.getString("type"))
                .containsExactly(
                        "RECEIVE",
                        "SUBMIT",
                        "APPROVE",
                        "SET_PERIOD",
                        "CLASSIFY",
                        "SET_SCOPE",
                        "WITHHOLD",
                        "SET_SCOPE",
                        "PUBLISH");
    }

    private static Set<String> publicRecords(String code) throws Exception {
        Set<String> numbers = new TreeSet<>();
        for (String section : List.of("identity", "good", "warning", "alert")) {
            system.anonymous()
                    .get("public/subjects/" + code + "/records?limit=200&section=" + section)
                    .items()
                    .forEach(record -> numbers.add(record.getString("recordNo")));
        }
        return numbers;
    }

    @Test
    void new_content_of_the_same_record_is_a_new_version_of_it() throws Exception {
        List<Enterprise> more = new CityGenerator(7, 60).enterprises().subList(50, 52);
        String csv = LotText.registration(more);
        system.admit("market", "REG-BASIC", csv);
        String changed = csv.replace(more.get(0).name(), "新" + more.get(0).name());
        String no = system.admit("market", "REG-BASIC", changed);

        JsonObject counts =
                system.as("clerk.market").get("submissions/" + no).json().getJsonObject("counts");
        assertThat(counts.getInt("published")).isEqualTo(2);
        JsonObject subject = system.anonymous()
                .get("public/subjects/" + more.get(0).code().value())
                .json();
        assertThat(subject.getString("name")).isEqualTo("新" + more.get(0).name());
        assertThat(subject.getJsonArray("formerNames").toString())
                .contains(more.get(0).name());
        assertThat(subject.getJsonObject("counts").getInt("identity")).isEqualTo(1);
    }

    @Test
    void a_layout_that_nobody_confirmed_is_proposed_and_then_taken() throws Exception {
        String csv = penalties(105, 2).replace("企业名称", "受罚单位全称").replace("单位名称", "受罚单位全称");
        Caller clerk = system.as("clerk.env");
        Caller.Answer asked = clerk.submit("PEN-ENV", "", csv, null);
        assertThat(asked.status()).as(asked.body()).isEqualTo(422);
        assertThat(asked.code()).isEqualTo("MAPPING_REQUIRED");
        JsonObject proposal = asked.json().getJsonObject("proposedMapping");
        String name = proposal.getJsonArray("header").toString().contains("受罚单位全称") ? "受罚单位全称" : null;
        assertThat(name).isNotNull();
        String field =
                clerk
                        .get("catalogue/items/PEN-ENV")
                        .json()
                        .getJsonArray("fields")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .filter(candidate -> candidate.getString("title").contains("名称"))
                        .findFirst()
                        .orElseThrow()
                        .getString("name");
        String mapping = Json.createObjectBuilder(proposal)
                .add(
                        "columns",
                        Json.createObjectBuilder(proposal.getJsonObject("columns"))
                                .add(name, field))
                .add(
                        "ignored",
                        Json.createArrayBuilder(proposal.getJsonArray("ignored").getValuesAs(JsonString.class).stream()
                                .map(JsonString::getString)
                                .filter(heading -> !heading.equals(name))
                                .toList()))
                .build()
                .toString();
        assertThat(clerk.put("catalogue/items/PEN-ENV/mappings", mapping).status())
                .isEqualTo(200);
        assertThat(clerk.submit("PEN-ENV", "", csv, null).status()).isEqualTo(202);
    }

    @Test
    void an_inbox_is_read_page_by_page_each_task_once() throws Exception {
        Caller officer = system.as("secrecy.env");
        for (String state : new String[] {"open", "done"}) {
            JsonObject all = officer.get("tasks?state=" + state + "&limit=200").json();
            Set<String> read = new LinkedHashSet<>();
            String cursor = "";
            do {
                JsonObject page = officer.get("tasks?state=" + state + "&limit=1" + cursor)
                        .json();
                page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(task -> assertThat(
                                read.add(task.getString("id")))
                        .isTrue());
                cursor = page.containsKey("nextCursor") ? "&cursor=" + page.getString("nextCursor") : null;
            } while (cursor != null);
            assertThat(read).hasSize(all.getJsonArray("items").size());
            assertThat(officer.get("tasks?state=" + state + "&cursor=YWJjfGRlZg")
                            .code())
                    .isEqualTo("CURSOR_INVALID");
        }
    }
}

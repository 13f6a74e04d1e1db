package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.system.Caller;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A department and an item that nobody knew come in by data alone, up to a public record (D23, E06, F23). */
class NewItemIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ONE_TIME = "given-by-the-admin-1";
    private static final String OWN = "chosen-by-oneself-7";

    private static SystemServer system;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
    }

    private static String organisation(String level, String division, String parent) {
        return """
                {"name":"苏州海事局","shortName":"海事","nameEn":"Suzhou Maritime Administration","kind":"DEPARTMENT",
                 "level":"%s","divisionCode":"%s","parent":"%s"}""".formatted(level, division, parent);
    }

    private static String account(String organisation, String role) {
        return """
                {"displayName":"某人","organisation":"%s","roles":["%s"],"oneTimePassword":"%s"}""".formatted(organisation, role, ONE_TIME);
    }

    /** Opens an account, whose person sets an own password before anything else. */
    private static Caller person(String username, String organisation, String role) throws Exception {
        Caller.Answer made = system.as("admin").put("accounts/" + username, account(organisation, role));
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        assertThat(made.body()).doesNotContain(ONE_TIME);
        Caller given = Caller.as(system.address(), username, ONE_TIME);
        Caller.Answer refused = given.get("tasks");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("PASSWORD_ONE_TIME");
        assertThat(given.put("accounts/me/password", "{\"present\":\"" + ONE_TIME + "\",\"next\":\"short\"}")
                        .code())
                .isEqualTo("PASSWORD_WEAK");
        assertThat(given.put("accounts/me/password", "{\"present\":\"" + ONE_TIME + "\",\"next\":\"" + OWN + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(given.get("tasks").code()).isEqualTo("CREDENTIALS_WRONG");
        Caller own = Caller.as(system.address(), username, OWN);
        assertThat(own.get("tasks").status()).isEqualTo(200);
        return own;
    }

    private static String item(String fields) {
        return """
                {"name":"安全诚信船舶公司","nameEn":"Safe shipping company","sectionRule":"GOOD",
                 "legalBasis":"《安全诚信公司管理办法》第五条","frequency":"YEARLY","proposedScope":"PUBLIC",
                 "titleTemplate":"{rank}（{year}）","dedupeKey":["subject","year"],"seriesKey":["subject"],
                 "fields":[
                  {"name":"subjectName","title":"公司名称","type":"TEXT","required":true,"meaning":"SUBJECT_NAME"},
                  {"name":"subjectCode","title":"统一社会信用代码","type":"SUBJECT_CODE","meaning":"SUBJECT_CODE"},
                  {"name":"year","title":"评定年度","type":"YEAR","required":true},
                  {"name":"fleet","title":"船舶总吨位","titleEn":"Gross tonnage","type":"INTEGER"},
                  {"name":"rank","title":"评定结果","titleEn":"Rank","type":"CODE","codeTable":"SHIP_SAFETY",
                   "required":true,"meaning":"KIND"}%s]}""".formatted(fields);
    }

    @Test
    void a_new_department_supplies_a_new_item_and_its_record_is_public() throws Exception {
        Caller admin = system.as("admin");
        Caller.Answer department =
                admin.put("organisations/maritime", organisation("MUNICIPAL", "320500", "government"));
        assertThat(department.status()).as(department.body()).isEqualTo(200);
        assertThat(admin.get("organisations/maritime").json().getString("parent"))
                .isEqualTo("government");
        Caller clerk = person("clerk.maritime", "maritime", "CLERK");
        Caller reviewer = person("reviewer.maritime", "maritime", "REVIEWER");
        Caller supervisor = person("supervisor.maritime", "maritime", "SUPERVISOR");

        Caller editor = system.as("catalogue");
        Caller.Answer early = editor.put("catalogue/items/SHIP-SAFETY", item(""));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.code()).isEqualTo("DEFINITION_INVALID");
        JsonObject fault = early.json().getJsonArray("problems").getJsonObject(0);
        assertThat(fault.getString("code")).isEqualTo("CODE_TABLE_UNKNOWN");
        assertThat(fault.getString("pointer")).isEqualTo("/fields/4/codeTable");

        String table = """
                {"name":"安全诚信等级","values":[{"value":"A","title":"安全诚信公司","titleEn":"Safe","aliases":["甲"]},
                 {"value":"B","title":"合格公司","titleEn":"Sound"}]}""";
        assertThat(editor.put("catalogue/code-tables/SHIP_SAFETY", table).status())
                .isEqualTo(200);
        Caller.Answer made = editor.put("catalogue/items/SHIP-SAFETY", item(""));
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        String csv =
                "公司名称,统一社会信用代码,评定年度,船舶总吨位,评定结果\n" + system.enterprises().get(3).name() + ","
                        + system.enterprises().get(3).code().value() + ",2025,18000,甲\n";
        assertThat(clerk.submit("SHIP-SAFETY", "", csv, null).code()).isEqualTo("NOT_SUPPLIER");
        assertThat(editor.put("catalogue/items/SHIP-SAFETY/suppliers/maritime", "{}")
                        .status())
                .isEqualTo(200);

        String scope = "catalogue/items/SHIP-SAFETY/suppliers/maritime/scope";
        assertThat(clerk.put(scope, "{\"scope\":\"PUBLIC\"}").status()).isEqualTo(403);
        assertThat(system.as("supervisor.env")
                        .put(scope, "{\"scope\":\"PUBLIC\"}")
                        .code())
                .isEqualTo("NOT_SUPPLIER");
        assertThat(supervisor.put(scope, "{\"scope\":\"PUBLIC\"}").status()).isEqualTo(200);

        Caller.Answer sent = clerk.submit("SHIP-SAFETY", "", csv, null);
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        String no = sent.json().getString("no");
        clerk.awaitLot(no, SOON, "IN_REVIEW");
        assertThat(reviewer.post("tasks/" + reviewer.taskOf(no) + "/decision", "{\"outcome\":\"approve\"}")
                        .status())
                .isEqualTo(200);
        clerk.awaitLot(no, SOON, "DONE");

        JsonObject record = system.anonymous()
                .get("public/subjects/" + system.enterprises().get(3).code().value() + "/records?section=good")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(record.getString("title")).contains("2025");
        assertThat(record.getString("supplier")).isEqualTo("苏州海事局");
        assertThat(record.get("content").toString()).contains("18000").contains("安全诚信公司");

        a_version_in_use_stays(editor, clerk);
    }

    private static void a_version_in_use_stays(Caller editor, Caller clerk) throws Exception {
        Caller.Answer now = editor.get("catalogue/items/SHIP-SAFETY");
        String tag = now.response().headers().firstValue("ETag").orElseThrow();
        String changed = item(",{\"name\":\"port\",\"title\":\"船籍港\",\"type\":\"TEXT\",\"required\":true}");
        String asFirst = "{\"version\":1," + changed.strip().substring(1);
        assertThat(editor.put("catalogue/items/SHIP-SAFETY", asFirst, tag).code())
                .isEqualTo("VERSION_USED");
        String tomorrow = LocalDate.now(CivilTime.ZONE).plusDays(1).toString();
        String later =
                "{\"effectiveFrom\":\"" + tomorrow + "\"," + changed.strip().substring(1);
        Caller.Answer second = editor.put("catalogue/items/SHIP-SAFETY", later, tag);
        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(editor.put("catalogue/items/SHIP-SAFETY", later.replace("船籍港", "登记港"), tag)
                        .status())
                .isEqualTo(412);
        // nobody has sent a lot of the second version: it can be replaced
        Caller.Answer replaced = editor.put(
                "catalogue/items/SHIP-SAFETY",
                "{\"version\":2," + later.replace("船籍港", "登记港").strip().substring(1),
                second.response().headers().firstValue("ETag").orElseThrow());
        assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
        assertThat(replaced.json().getJsonArray("versions")).hasSize(2);
        assertThat(replaced.body()).contains("登记港").doesNotContain("船籍港");
        // today is still the first
        assertThat(clerk.get("catalogue/items/SHIP-SAFETY").json().getInt("version"))
                .isEqualTo(1);
    }

    @Test
    void only_editors_and_administrators_put_anything() throws Exception {
        assertThat(system.as("clerk.env")
                        .put("catalogue/items/NEW-ONE", item(""))
                        .status())
                .isEqualTo(403);
        assertThat(system.as("admin").put("catalogue/items/NEW-ONE", item("")).status())
                .isEqualTo(403);
        assertThat(system.as("centre")
                        .put("catalogue/items/PEN-ENV/suppliers/market", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(system.as("clerk.env")
                        .put("catalogue/code-tables/NEW", "{\"name\":\"x\",\"values\":[{\"value\":\"1\"}]}")
                        .status())
                .isEqualTo(403);
        assertThat(system.as("catalogue")
                        .put("organisations/new-one", organisation("MUNICIPAL", "320500", "government"))
                        .status())
                .isEqualTo(403);
        assertThat(system.as("supervisor.env")
                        .put("accounts/somebody", account("env", "CLERK"))
                        .status())
                .isEqualTo(403);
        assertThat(system.anonymous()
                        .put("accounts/somebody", account("env", "CLERK"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void what_cannot_be_is_refused_with_its_reason() throws Exception {
        Caller admin = system.as("admin");
        assertThat(admin.put("organisations/lost", organisation("COUNTY", "320509", ""))
                        .code())
                .isEqualTo("COUNTY_NEEDS_PARENT");
        assertThat(admin.put("organisations/lost", organisation("COUNTY", "320500", "market"))
                        .json()
                        .getString("field"))
                .isEqualTo("divisionCode");
        assertThat(admin.put("organisations/market", organisation("MUNICIPAL", "320500", "market-gusu"))
                        .json()
                        .getString("field"))
                .isEqualTo("parent");
        Caller.Answer sector = admin.put(
                "organisations/sector",
                organisation("MUNICIPAL", "320500", "government").replace("}", ",\"regime\":\"MARKET_SUPERVISION\"}"));
        assertThat(sector.json().getString("regime")).isEqualTo("MARKET_SUPERVISION");
        assertThat(admin.put(
                                "organisations/sector",
                                organisation("MUNICIPAL", "320500", "government")
                                        .replace("}", ",\"regime\":\"X\"}"))
                        .json()
                        .getString("field"))
                .isEqualTo("regime");
        assertThat(admin.put("accounts/admin", account("credit-centre", "CENTRE"))
                        .code())
                .isEqualTo("OWN_ACCOUNT");
        assertThat(admin.put("accounts/second.admin", account("env", "CENTRE")).code())
                .isEqualTo("PARAMETER_INVALID");
        assertThat(admin.put("accounts/watch", account("env", "AUDITOR\",\"CLERK"))
                        .code())
                .isEqualTo("ROLES_INCOMPATIBLE");
    }

    /** C13: what the city's department supplies is no business of a district, nor the other way round. */
    @Test
    void a_county_supplies_what_it_is_named_for_and_nobody_else_sees_its_lots() throws Exception {
        String csv = "机构名称,组织机构代码,审查年度,审查结果\n苏州甲有限公司,60003734-1,2025,通过\n";
        Caller county = system.as("clerk.market-gusu");
        assertThat(county.submit("ORG-REVIEW", "", csv, null).code()).isEqualTo("NOT_SUPPLIER");
        assertThat(system.as("catalogue")
                        .put("catalogue/items/ORG-REVIEW/suppliers/market-gusu", "{}")
                        .status())
                .isEqualTo(200);
        Caller.Answer sent = county.submit("ORG-REVIEW", "", csv, null);
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        String no = sent.json().getString("no");
        assertThat(system.as("reviewer.market-gusu").get("submissions/" + no).status())
                .isEqualTo(200);
        for (String other : new String[] {
            "clerk.market",
            "reviewer.market",
            "supervisor.market",
            "secrecy.market",
            "clerk.market-wujiang",
            "reviewer.market-wujiang"
        }) {
            assertThat(system.as(other).get("submissions/" + no).status())
                    .as(other)
                    .isEqualTo(404);
            assertThat(system.as(other).get("tasks?state=open&q=" + no).json().getJsonArray("items"))
                    .as(other)
                    .isEmpty();
        }
        assertThat(county.submit("REG-BASIC", "", csv, null).code()).isEqualTo("NOT_SUPPLIER");
    }
}

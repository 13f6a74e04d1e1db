package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chengxin.system.Caller;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is edited has a tag, and whoever comes second is told so: 412 with a tag, 409 without, never a failure. */
class EditedAtOnceIT {

    private static final int AT_ONCE = 6;
    private static final String MAPPINGS = "catalogue/items/PEN-ENV/mappings";

    private static SystemServer system;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
    }

    /** Puts the same at the same moment; at least one gets it in, and nobody meets a failure. */
    private static void createdAtOnce(String username, String path, String body) throws Exception {
        Caller caller = system.as(username);
        assertThat(caller.get("submissions").status()).isIn(200, 403);
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Callable<Caller.Answer> put = () -> {
                together.await();
                return caller.put(path, body);
            };
            List<Future<Caller.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                answers.add(threads.submit(put));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Caller.Answer> answer : answers) {
                statuses.add(answer.get().status());
                if (answer.get().status() == 409) {
                    assertThat(answer.get().code()).isEqualTo("CONCURRENT_CHANGE");
                }
            }
            assertThat(statuses).contains(200).allMatch(status -> status == 200 || status == 409);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theSameNewAccountOrganisationTableOrItem() throws Exception {
        createdAtOnce(
                "admin",
                "accounts/twice.env",
                "{\"displayName\":\"同时\",\"organisation\":\"env\",\"roles\":[\"CLERK\"],\"oneTimePassword\":\"at-once-Only1-x\"}");
        createdAtOnce(
                "admin",
                "organisations/twice",
                "{\"name\":\"同时局\",\"shortName\":\"同时\",\"kind\":\"DEPARTMENT\",\"level\":\"MUNICIPAL\",\"divisionCode\":\"320500\"}");
        createdAtOnce(
                "catalogue",
                "catalogue/code-tables/TWICE",
                "{\"name\":\"同时\",\"open\":false,\"values\":[{\"value\":\"1\",\"title\":\"一\",\"titleEn\":\"one\"}]}");
        JsonObject honour = system.as("catalogue")
                .get("catalogue/items/HONOUR/versions")
                .json()
                .getJsonArray("versions")
                .getJsonObject(0)
                .getJsonObject("definition");
        createdAtOnce(
                "catalogue",
                "catalogue/items/TWICE",
                Json.createObjectBuilder(honour)
                        .remove("version")
                        .remove("code")
                        .build()
                        .toString());
    }

    /** A layout as the template has it, with a column more that is ignored. */
    private static String mapping(String ignored) throws Exception {
        JsonArrayBuilder header = Json.createArrayBuilder();
        JsonObjectBuilder columns = Json.createObjectBuilder();
        for (JsonObject field : system.as("clerk.env")
                .get("catalogue/items/PEN-ENV")
                .json()
                .getJsonArray("fields")
                .getValuesAs(JsonObject.class)) {
            header.add(field.getString("title"));
            columns.add(field.getString("title"), field.getString("name"));
        }
        return Json.createObjectBuilder()
                .add("header", header.add(ignored))
                .add("columns", columns)
                .add("ignored", Json.createArrayBuilder().add(ignored))
                .add("fixed", JsonObject.EMPTY_JSON_OBJECT)
                .build()
                .toString();
    }

    @Test
    void aMappingThatSomebodyElseHasConfirmedSince() throws Exception {
        Caller clerk = system.as("clerk.env");
        String mapping = mapping("甲方备忘");
        assertThat(clerk.put(MAPPINGS, mapping, "\"0\"").status()).isEqualTo(412);
        Caller.Answer confirmed = clerk.put(MAPPINGS, mapping);
        String tag = confirmed.response().headers().firstValue("ETag").orElseThrow();
        assertThat(clerk.put(MAPPINGS, mapping, tag).status()).isEqualTo(200);
        Caller.Answer late = clerk.put(MAPPINGS, mapping, tag);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("STALE");
        assertThat(clerk.get(MAPPINGS + "?limit=200")
                        .json()
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class))
                .anyMatch(entry -> entry.getJsonObject("mapping").toString().contains("甲方备忘")
                        && entry.getString("confirmedBy").equals("clerk.env"));
        assertThat(system.as("clerk.tax").get(MAPPINGS).code()).isEqualTo("NOT_SUPPLIER");
        createdAtOnce("clerk.env", MAPPINGS, mapping("乙方备忘"));
    }

    @Test
    void aDeclarationForAnItemThatHasChanged() throws Exception {
        Caller supervisor = system.as("supervisor.env");
        String path = "catalogue/items/LIC-ADMIN/suppliers/env/scope";
        Caller.Answer stale = supervisor.put(path, "{\"scope\":\"PUBLIC\"}", "\"of another day\"");
        assertThat(stale.status()).as(stale.body()).isEqualTo(412);
        String tag = supervisor
                .get("catalogue/items/LIC-ADMIN")
                .response()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(supervisor.put(path, "{\"scope\":\"PUBLIC\"}", tag).status()).isEqualTo(200);
        assertThat(supervisor.put(path, "{}", tag).status()).isEqualTo(412);
        assertThat(supervisor.put(path, "{}").status()).isEqualTo(200);
    }
}

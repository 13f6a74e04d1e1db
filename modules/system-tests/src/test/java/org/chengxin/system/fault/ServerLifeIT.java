package org.chengxin.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.system.Await;
import org.chengxin.system.Caller;
import org.chengxin.system.TestBed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A server from its start to its stop in the middle of work and its next start, as operators see it. */
@TestMethodOrder(OrderAnnotation.class)
class ServerLifeIT {

    private static final int ROWS = 20_000;
    private static final int SIGKILL = 128 + 9;
    private static final Pattern FIGURE =
            Pattern.compile("^(chengxin_\\w+(?:\\{\\w+=\"\\w+\"\\})?) (\\S+)$", Pattern.MULTILINE);

    private static FaultCity city;
    private static OwnersView owner;

    @BeforeAll
    static void start() throws Exception {
        city = new FaultCity("server-life");
        owner = new OwnersView(city.bed());
    }

    @AfterAll
    static void stop() {
        if (city != null) {
            city.close();
        }
    }

    @Test
    @Order(0)
    void its_first_visitors_who_come_all_at_once_see_whole_pages() {
        HttpClient client = client();
        for (String file : List.of("resources/chengxin/chengxin.css", "console/resources/console/console.js")) {
            assertThat(Stream.generate(() -> client.sendAsync(request(file), HttpResponse.BodyHandlers.ofString()))
                            .limit(16)
                            .toList())
                    .allMatch(answer -> answer.join().statusCode() == 200);
        }
    }

    @Test
    @Order(1)
    void it_is_ready_with_its_engine_and_its_database_and_not_without() throws Exception {
        assertThat(Files.readString(city.server().settings().logs().resolve("messages.log")))
                .as("when it was ready")
                .contains("The process engine is ready on node");
        city.bed().withoutDatabase(() -> {
            Await.until(
                    "not ready without database",
                    FaultCity.SOON,
                    () -> get("health/ready").statusCode() == 503);
            assertThat(get("health/live").statusCode())
                    .as("no reason to restart it")
                    .isEqualTo(200);
            assertThat(get("metrics").statusCode()).isEqualTo(503);
            return null;
        });
        Await.until("ready again", FaultCity.SOON, () -> get("health/ready").statusCode() == 200);
        assertThat(city.clerk("env").get("tasks").status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void personal_data_goes_through_lots_failures_and_wrong_requests() throws Exception {
        owner.run("ALTER TABLE registry.record_content ADD CONSTRAINT no_canary"
                + " CHECK (content::text NOT LIKE '%金丝雀%') NOT VALID");
        String no =
                city.submit("env", "PEN-ENV", Canaries.lot(city.enterprises().get(0)));
        city.clerk("env").awaitLot(no, FaultCity.SOON, "IN_REVIEW");
        city.approve("env", no);
        Await.until(
                "the step to fail",
                FaultCity.SOON,
                () -> owner.number("SELECT count(*) FROM engine.act_ru_job WHERE"
                                + " exception_stack_id_ IS NOT NULL OR exception_msg_ IS NOT NULL")
                        > 0);
        owner.run("ALTER TABLE registry.record_content DROP CONSTRAINT no_canary");
        city.awaitDone(no, FaultCity.SOON);

        Caller clerk = city.clerk("env");
        for (String secret : List.of(Canaries.CITIZEN, Canaries.PHONE, "CANARY" + Canaries.PHONE)) {
            clerk.get("public/subjects?q=" + secret);
            clerk.get("public/subjects/" + secret);
            clerk.get("records/" + secret);
            clerk.get("tasks?state=open&cursor=" + secret);
            clerk.post("tasks/" + secret + "/decision", "{\"outcome\":\"" + secret + "\"}");
            clerk.post("tasks/decisions", "{\"decisions\":\"" + secret);
            clerk.submit("PEN-ENV", "&scope=" + secret, secret + "," + Canaries.PERSON + "\n1,2\n", null);
            Caller.as(city.server().address(), secret, secret).get("tasks");
            get("subjects/" + secret);
            get("search?q=" + secret);
        }
    }

    @Test
    @Order(3)
    void told_to_stop_it_answers_what_is_under_way_and_goes_on_at_the_next_start() throws Exception {
        MixedLot lot = new MixedLot(city.enterprises(), ROWS, "乙");
        String no = city.submit("env", "PEN-ENV", lot.csv());
        city.clerk("env").awaitLot(no, FaultCity.SOON, "IN_REVIEW");
        try (RegisterAudit audit = new RegisterAudit(city.bed(), no, lot);
                SlowUpload upload = new SlowUpload(
                        city.server().address(),
                        "clerk.env",
                        "PEN-ENV",
                        new MixedLot(city.enterprises(), 400, "丙").csv())) {
            city.approve("env", no);
            Await.until(
                    "the first records", FaultCity.SOON, () -> city.progress(no).admitted() > 0);
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(city.server()::close);
            Await.until("no new connections", FaultCity.SOON, () -> !answers());
            assertThat(upload.finish())
                    .as("the answer to what was under way")
                    .startsWith("HTTP/1.1 202")
                    .contains("\"received\":400");
            stopping.get(100, TimeUnit.SECONDS);

            assertThat(city.server().awaitEnd()).as("ended by itself").isNotEqualTo(SIGKILL);
            assertThat(city.progress(no).state()).as("stopped in the middle").isEqualTo("PROCESSING");
            assertThat(owner.number("SELECT count(*) FROM engine.act_ru_job WHERE lock_owner_ IS NOT NULL"))
                    .as("jobs that the next server would have to wait for")
                    .isZero();
            audit.nothingWrongSoFar();

            city.startServer();
            city.awaitDone(no, FaultCity.SOON);
            Await.until(
                    "what was under way to be checked",
                    FaultCity.SOON,
                    () -> owner.number(
                                    "SELECT count(*) FROM registry.submission WHERE state IN ('RECEIVED','CHECKING')")
                            == 0);
            audit.everyRowIsThereOnce();
        }
    }

    @Test
    @Order(4)
    void its_figures_are_those_of_the_database() throws Exception {
        owner.run("UPDATE registry.worklist_task SET created_at = now() - interval '10 days', due_on = current_date - 3"
                + " WHERE id IN (SELECT id FROM registry.worklist_task WHERE state = 'OPEN' ORDER BY id LIMIT 7)");
        Map<String, Long> expected = new TreeMap<>();
        expected.putAll(owner.numbers(
                "chengxin_lots{state=\"%s\"}",
                "SELECT CASE WHEN state = 'DONE' AND id IN (SELECT submission_id FROM registry.credit_record"
                        + " WHERE state = 'IN_REVIEW') THEN 'PROCESSING' ELSE state END, count(*)"
                        + " FROM registry.submission GROUP BY 1"));
        expected.putAll(owner.numbers(
                "chengxin_records{state=\"%s\"}", "SELECT state, count(*) FROM registry.credit_record GROUP BY 1"));
        long open = owner.number("SELECT count(*) FROM registry.worklist_task WHERE state = 'OPEN'");
        assertThat(open).isGreaterThan(300);
        expected.put("chengxin_tasks_open{age=\"under_1_day\"}", open - 7);
        expected.put("chengxin_tasks_open{age=\"7_to_30_days\"}", 7L);
        expected.put("chengxin_tasks_open{age=\"over_30_days\"}", 0L);
        expected.put("chengxin_tasks_overdue", 7L);
        expected.put("chengxin_incidents", 0L);
        expected.put("chengxin_jobs_failed", 0L);
        expected.put("chengxin_jobs_due", 0L);
        expected.put("chengxin_records_public_past_day", 0L);
        expected.put(
                "chengxin_period_end_last_run_seconds",
                owner.number("SELECT floor(extract(epoch FROM finished_at))::bigint FROM registry.period_end_run"
                        + " ORDER BY id DESC LIMIT 1"));
        // they are asked of the database every fifteen seconds
        Await.until(
                "the figures to be those of now",
                FaultCity.SOON,
                () -> figures().getOrDefault("chengxin_tasks_overdue", 0L) == 7L);
        assertThat(figures()).containsAllEntriesOf(expected);
    }

    @Test
    @Order(5)
    void its_log_is_one_of_objects_and_nothing_personal_is_in_it() throws Exception {
        List<String> secrets = Stream.concat(
                        Stream.of(Canaries.PERSON, Canaries.CITIZEN, Canaries.PHONE, TestBed.PASSWORD),
                        city.enterprises().stream().map(Enterprise::name).limit(50))
                .toList();
        int lines = 0;
        boolean failureTold = false;
        try (Stream<Path> files = Files.walk(city.server().settings().logs())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                failureTold |= text.contains("no_canary");
                secrets.forEach(secret -> assertThat(text.contains(secret))
                        .as(secret + " in " + file)
                        .isFalse());
                if (file.getFileName().toString().startsWith("messages")) {
                    for (String line : text.lines().toList()) {
                        try (JsonReader reader = Json.createReader(new StringReader(line))) {
                            assertThat(reader.readObject()).containsKeys("message", "ibm_datetime");
                            lines++;
                        }
                    }
                }
            }
        }
        assertThat(lines).isGreaterThan(50);
        assertThat(failureTold).as("the step that failed left its trace").isTrue();
        String figures = get("metrics").body();
        String database = Files.readString(city.bed().databaseLog());
        secrets.forEach(secret -> {
            assertThat(figures).doesNotContain(secret);
            assertThat(database.contains(secret))
                    .as(secret + " in the database's log")
                    .isFalse();
        });
    }

    private static Map<String, Long> figures() throws Exception {
        Map<String, Long> figures = new TreeMap<>();
        Matcher figure = FIGURE.matcher(get("metrics").body());
        while (figure.find()) {
            figures.put(figure.group(1), (long) Double.parseDouble(figure.group(2)));
        }
        return figures;
    }

    private static boolean answers() {
        try {
            get("health/live");
            return true;
        } catch (Exception refused) {
            return false;
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return client().send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(city.server().address().resolve("/" + path))
                .timeout(Duration.ofSeconds(60))
                .build();
    }
}

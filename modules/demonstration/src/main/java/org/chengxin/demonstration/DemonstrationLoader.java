package org.chengxin.demonstration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Fills the city through the public REST API as its accounts would: clerks submit, reviewers approve, some lots stay
 * open for whoever tries the demonstration. Each step is remembered when it is done and repeats itself harmlessly
 * when it was broken off, because its lot has an idempotency key and the same content on any day.
 */
public final class DemonstrationLoader {

    private static final String DONE = "demonstration.loaded";
    private static final String DAY = "demonstration.day";
    private static final int PENALTIES = 400;
    private static final int OPEN_PENALTIES = 24;
    private static final int NEWCOMERS = 20;
    private static final Duration LOT_WITHIN = Duration.ofMinutes(10);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final URI server;
    private final String password;
    private final Settings settings;
    private final Clock clock;
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * @param server the server's address, ending in a slash
     * @param password the demonstration's password
     * @param owner a connection of the role that owns the schema, for remembering what is done
     * @param clock the application's clock
     */
    public DemonstrationLoader(URI server, String password, Connection owner, Clock clock) {
        this.server = server;
        this.password = password;
        this.settings = new Settings(owner);
        this.clock = clock;
    }

    /** @return whether there is nothing left to load. */
    public boolean isLoaded() throws SQLException {
        return settings.find(DONE).isPresent();
    }

    /**
     * Loads what is not loaded yet.
     *
     * @param progress told one line per step
     * @throws IOException when the server refuses something, with its answer
     */
    public void load(Consumer<String> progress) throws SQLException, IOException, InterruptedException {
        // the day of the first attempt: content must not change between attempts
        LocalDate day =
                LocalDate.parse(settings.keepFirst(DAY, LocalDate.now(clock).toString()));
        List<Enterprise> everybody =
                new CityGenerator(CityGenerator.SEED, CityGenerator.ENTERPRISES + NEWCOMERS).enterprises();
        List<Enterprise> city = everybody.subList(0, CityGenerator.ENTERPRISES);
        PenaltyGenerator penalties = new PenaltyGenerator(CityGenerator.SEED, city, day);

        step("mappings", progress, this::confirmMappings);
        step("REG-BASIC", progress, () -> admit("market", "REG-BASIC", "registration", LotText.registration(city)));
        step(
                "PEN-ENV",
                progress,
                () -> admit("env", "PEN-ENV", "penalties", LotText.penalties(penalties.penalties(PENALTIES, 1))));
        step(
                "PEN-ENV, open",
                progress,
                () -> submit(
                        "env",
                        "PEN-ENV",
                        "open-penalties",
                        LotText.penalties(
                                new PenaltyGenerator(CityGenerator.SEED + 1, city, day).penalties(OPEN_PENALTIES, 2))));
        step(
                "REG-BASIC, open",
                progress,
                () -> submit(
                        "market",
                        "REG-BASIC",
                        "newcomers",
                        LotText.registration(everybody.subList(CityGenerator.ENTERPRISES, everybody.size()))));
        settings.keepFirst(DONE, day.toString());
    }

    private interface Step {
        void run() throws SQLException, IOException, InterruptedException;
    }

    private void step(String name, Consumer<String> progress, Step step)
            throws SQLException, IOException, InterruptedException {
        String key = "demonstration.step." + name;
        if (settings.find(key).isEmpty()) {
            progress.accept(name);
            step.run();
            settings.keepFirst(key, clock.instant().toString());
        }
    }

    private void confirmMappings() throws IOException, InterruptedException {
        for (JsonObject shipped : CatalogueResources.mappings()) {
            account("clerk." + shipped.getString("supplier"))
                    .put(
                            "catalogue/items/" + shipped.getString("item") + "/mappings",
                            shipped.getJsonObject("mapping"));
        }
    }

    private String submit(String department, String item, String key, String csv)
            throws IOException, InterruptedException {
        return account("clerk." + department)
                .submit(item, "demonstration-" + key, csv)
                .getString("no");
    }

    private void admit(String department, String item, String key, String csv)
            throws IOException, InterruptedException {
        String no = submit(department, item, key, csv);
        RestAccount clerk = account("clerk." + department);
        JsonObject lot = await(clerk, no, List.of("IN_REVIEW", "PROCESSING", "DONE"));
        if (lot.getString("state").equals("IN_REVIEW")) {
            approve(account("reviewer." + department), no);
        }
        await(clerk, no, List.of("DONE"));
    }

    private void approve(RestAccount reviewer, String no) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LOT_WITHIN.toNanos();
        Optional<JsonObject> task = findTask(reviewer, no);
        while (task.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NANOS);
            task = findTask(reviewer, no);
        }
        if (task.isEmpty()) {
            throw new IOException("no review task for submission " + no);
        }
        reviewer.post("tasks/" + idOf(task.get()) + "/decision", decision());
    }

    private static Optional<JsonObject> findTask(RestAccount reviewer, String no)
            throws IOException, InterruptedException {
        return reviewer.get("tasks?state=open&process=Submission&limit=200").getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(task -> no.equals(task.getString("businessKey", "")))
                .findFirst();
    }

    private static String idOf(JsonObject task) {
        JsonValue id = task.get("id");
        return id.getValueType() == JsonValue.ValueType.STRING ? task.getString("id") : id.toString();
    }

    private static JsonObject decision() {
        JsonObjectBuilder decision = Json.createObjectBuilder();
        return decision.add("outcome", "approve")
                .add("reason", "演示数据，逐批审核通过")
                .add("fields", JsonValue.EMPTY_JSON_OBJECT)
                .build();
    }

    private JsonObject await(RestAccount clerk, String no, List<String> states)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LOT_WITHIN.toNanos();
        while (true) {
            JsonObject lot = clerk.get("submissions/" + no);
            String state = lot.getString("state");
            if (states.contains(state)) {
                return lot;
            }
            if (state.equals("RETURNED") || state.equals("REFUSED") || System.nanoTime() > deadline) {
                throw new IOException("submission " + no + " is " + state + ": " + lot.get("counts"));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private RestAccount account(String username) {
        return new RestAccount(client, server, username, password);
    }
}

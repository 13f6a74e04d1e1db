package org.chengxin.demonstration;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chengxin.demonstration.lots.CityLots;
import org.chengxin.demonstration.lots.Lot;

/**
 * Fills the city through the public REST API as its accounts would: clerks submit, reviewers approve or return, some
 * lots stay open for whoever tries the demonstration. Each lot is remembered when it is done and repeats itself
 * harmlessly when it was broken off, because it has an idempotency key and the same content on any day.
 */
public final class DemonstrationLoader {

    private static final String DONE = "demonstration.loaded";
    private static final String DAY = "demonstration.day";
    private static final String STEP = "demonstration.step.";
    // so many departments send at a time: two cores are busy then
    private static final int AT_A_TIME = 3;

    private final URI server;
    private final String password;
    private final Settings settings;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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
     * Loads what is not loaded yet. A lot that fails keeps no other from being loaded; it is tried again with the next
     * call.
     *
     * @param progress told one line per department, one at a time although the departments send side by side
     * @throws IOException when the registration or the mappings are refused, with the server's answer; or at the end,
     *     naming the lots that failed and why
     */
    public void load(Consumer<String> progress) throws SQLException, IOException, InterruptedException {
        loadTelling(line -> {
            synchronized (progress) {
                progress.accept(line);
            }
        });
    }

    private void loadTelling(Consumer<String> progress) throws SQLException, IOException, InterruptedException {
        // the day of the first attempt: content must not change between attempts
        LocalDate day =
                LocalDate.parse(settings.keepFirst(DAY, LocalDate.now(clock).toString()));
        CityLots city = CityLots.on(day);
        step("mappings", () -> confirmMappings(progress));
        Lot registration = city.registration();
        progress.accept(registration.item() + " · " + registration.rows().size());
        step(registration.key(), () -> desk(registration.department()).handle(registration));

        List<String> failures = departments(city.others(), progress);
        if (!failures.isEmpty()) {
            throw new IOException(String.join("; ", failures));
        }
        settings.keepFirst(DONE, day.toString());
    }

    private List<String> departments(List<Lot> lots, Consumer<String> progress)
            throws SQLException, IOException, InterruptedException {
        Map<String, List<Lot>> byDepartment =
                lots.stream().collect(Collectors.groupingBy(Lot::department, LinkedHashMap::new, Collectors.toList()));
        ExecutorService departments = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            byDepartment.forEach((department, its) -> all.add(departments.submit(department(its, progress))));
            List<String> failures = new ArrayList<>();
            for (Future<List<String>> each : all) {
                failures.addAll(each.get());
            }
            return failures;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException forgotten) {
                throw forgotten;
            }
            throw new IOException(e.getCause());
        } finally {
            departments.shutdownNow();
        }
    }

    /** All lots of a department, one after the other; answers with those that failed. */
    private Callable<List<String>> department(List<Lot> lots, Consumer<String> progress) {
        return () -> {
            String department = lots.get(0).department();
            int rows = lots.stream().mapToInt(lot -> lot.rows().size()).sum();
            progress.accept(department + " · "
                    + lots.stream().map(Lot::item).distinct().collect(Collectors.joining(", ")) + " · " + rows);
            LotDesk desk = desk(department);
            List<String> failures = new ArrayList<>();
            for (Lot lot : lots) {
                try {
                    step(lot.key(), () -> desk.handle(lot));
                } catch (IOException | IllegalArgumentException e) {
                    failures.add(department + " " + lot.item() + " " + lot.key() + ": " + e.getMessage());
                }
            }
            return failures;
        };
    }

    private interface Step {
        void run() throws SQLException, IOException, InterruptedException;
    }

    private void step(String name, Step step) throws SQLException, IOException, InterruptedException {
        if (settings.find(STEP + name).isEmpty()) {
            step.run();
            settings.keepFirst(STEP + name, clock.instant().toString());
        }
    }

    private void confirmMappings(Consumer<String> progress) throws IOException, InterruptedException {
        progress.accept("mappings");
        for (JsonObject shipped : CatalogueResources.mappings()) {
            account("clerk." + shipped.getString("supplier"))
                    .put(
                            "catalogue/items/" + shipped.getString("item") + "/mappings",
                            shipped.getJsonObject("mapping"));
        }
    }

    private LotDesk desk(String department) {
        return new LotDesk(account("clerk." + department), account("reviewer." + department));
    }

    private RestAccount account(String username) {
        return new RestAccount(client, server, username, password);
    }
}

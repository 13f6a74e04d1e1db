package org.chengxin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * The public search, the page of a subject with many records, and the portal as a whole under load, over HTTP on the same
 * machine; beside the search an index of Lucene over the same names. Usage, at the top of a built checkout:
 * {@code PortalBenchmark [subjects [seconds [runs]]]}; with 0 seconds it only makes the data, which stay for the next run.
 */
public final class PortalBenchmark {

    private static final int SUBJECTS = 1_000_000;
    private static final int SECONDS = 20;
    private static final int RUNS = 3;
    private static final int PER_SECOND = 100;
    private static final int FEW = 20;
    private static final int CLIENTS = 32;
    private static final int MOST_KEPT = 1_000_000;
    private static final int WARM_UP_SECONDS = 60;

    private final Bed bed;
    private final PublicCity city;
    private final PortalClient client;
    private final int seconds;
    private final int runs;

    private PortalBenchmark(Bed bed, PublicCity city, int seconds, int runs) {
        this.bed = bed;
        this.city = city;
        this.client = new PortalClient(bed.address());
        this.seconds = seconds;
        this.runs = runs;
    }

    public static void main(String[] args) throws Exception {
        int subjects = args.length > 0 ? Integer.parseInt(args[0]) : SUBJECTS;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : SECONDS;
        int runs = args.length > 2 ? Integer.parseInt(args[2]) : RUNS;
        Path checkout = Path.of(System.getProperty("chengxin.checkout", "")).toAbsolutePath();
        Path target = checkout.resolve("modules/bench/target");
        PublicCity city = new PublicCity(subjects, LocalDate.now(ZoneId.of("Asia/Shanghai")));
        Bed.prepare(target.resolve("city"), city.kind(), city::write);
        if (seconds == 0) {
            return;
        }
        Machine.say();
        try (Bed bed = Bed.prepared(checkout, target.resolve("city"), city.kind(), "PT0S", city::write)) {
            say("%d subjects, PostgreSQL %s", subjects, bed.database());
            PortalBenchmark benchmark = new PortalBenchmark(bed, city, seconds, runs);
            benchmark.warmUp();
            benchmark.statements();
            benchmark.steady();
            benchmark.underLoad();
        }
        beside(city, target.resolve("lucene"), seconds, runs);
    }

    /** Everything that is measured later, mixed, so that the JVM has compiled it and the database has read it. */
    private void warmUp() throws InterruptedException {
        Load.Throughput warm = Load.closed(
                4, Duration.ofSeconds(Math.min(WARM_UP_SECONDS, 6L * seconds)), MOST_KEPT, this::everything);
        say(
                "warm-up: %.0f requests/s, %d failures",
                warm.perSecond(), warm.latencies().failures());
    }

    private Map<String, Supplier<String>> searches() {
        Map<String, Supplier<String>> texts = new LinkedHashMap<>();
        texts.put("a code", () -> city.code(anyone()));
        texts.put("2 characters of a name", () -> city.fragment(anyone(), 2));
        texts.put("3 characters", () -> city.fragment(anyone(), 3));
        texts.put("4 characters", () -> city.fragment(anyone(), 4));
        texts.put("4 characters that a tenth of all names holds", () -> PublicCity.COMMON);
        texts.put("2 characters that half of all names begin with", () -> PublicCity.BEGINNING);
        return texts;
    }

    private void steady() throws InterruptedException {
        say(
                "%nAt %d requests/s for %d s each, median of %d runs, in ms%n%n| request | p50 | p95 | p99 | failures |%n"
                        + "|---|---:|---:|---:|---:|",
                PER_SECOND, seconds, runs);
        searches().forEach((what, text) -> steady("page: " + what, () -> PortalClient.search(text.get())));
        searches().forEach((what, text) -> steady("API: " + what, () -> PortalClient.interfaceSearch(text.get())));
        steady("page of anybody", () -> "subjects/" + city.code(anyone()));
        String many = "subjects/" + city.code(PublicCity.WITH_MANY);
        // one page in a thousand is that long: nobody asks for a hundred of them in a second
        print("page of a subject with 200 records, 20 requests/s", FEW, seconds, runs, () -> client.get(many));
        print("the same, one section", FEW, seconds, runs, () -> client.get(many + "?section=identity"));
    }

    private void steady(String what, Supplier<String> address) {
        print(what, PER_SECOND, seconds, runs, () -> client.get(address.get()));
    }

    private static void print(String what, int perSecond, int seconds, int runs, Load.Request request) {
        List<Latencies> all = new ArrayList<>();
        try {
            for (int run = 0; run < runs; run++) {
                all.add(Load.open(perSecond, perSecond * seconds, CLIENTS, request));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        say(
                "| %s | %.1f | %.1f | %.1f | %d |",
                what,
                Figures.median(all, run -> run.millis(0.5)),
                Figures.median(all, run -> run.millis(0.95)),
                Figures.median(all, run -> run.millis(0.99)),
                all.stream().mapToInt(Latencies::failures).sum());
    }

    /** How many statements the portal sends for one page, whoever it is about. */
    private void statements() throws Exception {
        DatabaseWork work = bed.databaseWork();
        say("%n| page | statements |%n|---|---:|");
        for (int number : List.of(2, PublicCity.WITH_HISTORY, PublicCity.WITH_MANY)) {
            work.reset();
            client.get("subjects/" + city.code(number));
            say("| subject number %d | %d |", number, work.statements());
        }
    }

    private void underLoad() throws InterruptedException {
        say(
                "%nClosed loop, %d clients, %d s%n%n| run | requests/s | p50 | p95 | p99 | failures | server CPU-ms"
                        + " per request |%n|---|---:|---:|---:|---:|---:|---:|",
                CLIENTS, 2 * seconds);
        for (int run = 1; run <= runs; run++) {
            Duration cpu = bed.serverCpu();
            Load.Throughput got = Load.closed(CLIENTS, Duration.ofSeconds(2L * seconds), MOST_KEPT, this::anything);
            double millis = bed.serverCpu().minus(cpu).toMillis();
            say(
                    "| %d | %.0f | %s | %.2f |",
                    run,
                    got.perSecond(),
                    got.latencies().cells(),
                    millis / Math.max(1, got.latencies().answered()));
        }
    }

    /** What visitors do: half of it searches, a third pages of subjects, the rest lists and the start page. */
    private void anything() throws IOException, InterruptedException {
        int dice = ThreadLocalRandom.current().nextInt(100);
        String address;
        if (dice < 10) {
            address = PortalClient.search(city.code(anyone()));
        } else if (dice < 40) {
            address = PortalClient.search(city.fragment(anyone(), 2 + dice % 3));
        } else if (dice < 45) {
            address = PortalClient.search(PublicCity.COMMON);
        } else if (dice < 50) {
            address = "suggest?q=" + PortalClient.encoded(city.fragment(anyone(), 2));
        } else if (dice < 82) {
            address = "subjects/" + city.code(anyone());
        } else if (dice < 84) {
            address = "subjects/" + city.code(dice % 2 == 0 ? PublicCity.WITH_MANY : PublicCity.WITH_HISTORY);
        } else if (dice < 90) {
            address = "lists/latest";
        } else if (dice < 93) {
            address = "lists/alert";
        } else {
            address = "";
        }
        client.get(address);
    }

    /** The same and, once in three, a search by the interface, which visitors' pages do not use. */
    private void everything() throws IOException, InterruptedException {
        if (ThreadLocalRandom.current().nextInt(3) > 0) {
            anything();
            return;
        }
        List<Supplier<String>> texts = List.copyOf(searches().values());
        String text =
                texts.get(ThreadLocalRandom.current().nextInt(texts.size())).get();
        client.get(PortalClient.interfaceSearch(text));
    }

    private static void beside(PublicCity city, Path folder, int seconds, int runs) throws IOException {
        long start = System.nanoTime();
        try (NameIndex index = NameIndex.of(city, folder)) {
            say(
                    "%nLucene in this process, index written in %.0f s, at %d requests/s%n%n| request | p50 | p95 | p99 |"
                            + " failures |%n|---|---:|---:|---:|---:|",
                    (System.nanoTime() - start) / 1e9, PER_SECOND);
            print("a code", PER_SECOND, seconds, runs, () -> require(index.byCode(city.code(anyone(city)))));
            for (int length = 2; length <= 4; length++) {
                int characters = length;
                print(
                        length + " characters of a name",
                        PER_SECOND,
                        seconds,
                        runs,
                        () -> require(index.byFragment(city.fragment(anyone(city), characters))));
            }
            print(
                    "4 characters that a tenth of all names holds",
                    PER_SECOND,
                    seconds,
                    runs,
                    () -> require(index.byFragment(PublicCity.COMMON)));
            print(
                    "2 characters that half of all names begin with",
                    PER_SECOND,
                    seconds,
                    runs,
                    () -> require(index.byFragment(PublicCity.BEGINNING)));
        }
    }

    private static void require(int hits) throws IOException {
        if (hits == 0) {
            throw new IOException("nothing found");
        }
    }

    private int anyone() {
        return anyone(city);
    }

    private static int anyone(PublicCity city) {
        return 2 + ThreadLocalRandom.current().nextInt(city.size() - 2);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

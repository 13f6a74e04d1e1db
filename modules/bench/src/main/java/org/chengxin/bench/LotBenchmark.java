package org.chengxin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.Penalty;

/**
 * A lot of clean penalties from its upload until its last record is public, and beside it the bare insert of the same
 * rows into the same database. Usage, at the top of a built checkout: {@code LotBenchmark [rows [enterprises [runs]]]}.
 */
public final class LotBenchmark {

    private static final int ROWS = 20_000;
    private static final int ENTERPRISES = 4_000;
    private static final int RUNS = 3;
    private static final int DEAREST = 40;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private final Bed bed;
    private final Connection owner;
    private final DatabaseWork database;
    private final List<Enterprise> city;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    LotBenchmark(Bed bed, Connection owner, int enterprises) throws SQLException {
        this.bed = bed;
        this.database = bed.databaseWork();
        this.owner = owner;
        this.city = new CityGenerator(CityGenerator.SEED, enterprises).enterprises();
    }

    public static void main(String[] args) throws Exception {
        int rows = argument(args, 0, ROWS);
        int enterprises = argument(args, 1, ENTERPRISES);
        int runs = argument(args, 2, RUNS);
        Path checkout = Path.of(System.getProperty("chengxin.checkout", "")).toAbsolutePath();
        try (Bed bed = Bed.fresh(checkout, checkout.resolve("modules/bench/target/bed"));
                Connection owner = bed.owner()) {
            LotBenchmark benchmark = new LotBenchmark(bed, owner, enterprises);
            say("%s, %d cores, PostgreSQL %s", java(), Runtime.getRuntime().availableProcessors(), bed.database());
            benchmark.register();
            List<Figures> figures = new ArrayList<>();
            for (int run = 1; run <= runs; run++) {
                figures.add(benchmark.run(run, rows));
            }
            print(figures);
        }
    }

    /** The enterprises go in by a lot of their own, as they would in a city; it also warms the server up. */
    void register() throws SQLException, IOException, InterruptedException {
        Lot lot = new Lot(bed, owner, "market", "REG-BASIC");
        long start = System.nanoTime();
        lot.upload("bench-registration", LotText.registration(city));
        lot.awaitReview();
        lot.approve();
        lot.awaitDone();
        lot.requireAllPublic(city.size());
        say("%d enterprises registered in %.1f s (not part of the figures)", city.size(), secondsSince(start));
    }

    /** One lot, and the bare insert of its rows. */
    Figures run(int run, int rows) throws SQLException, IOException, InterruptedException {
        List<Penalty> penalties = CleanPenalties.of(city, rows, run, today);
        Penalty last = penalties.get(rows - 1);
        String csv = LotText.penalties(penalties);
        Lot lot = new Lot(bed, owner, "env", "PEN-ENV");
        bed.checkpoint();

        database.reset();
        long wal = database.walBytes();
        Map<String, Duration> before = database.cpuByKind();
        Duration databaseCpu = database.cpu();
        Duration cpu = bed.serverCpu();
        long start = System.nanoTime();
        lot.upload("bench-" + run, csv);
        long uploaded = System.nanoTime();
        lot.awaitReview();
        long checked = System.nanoTime();
        lot.approve();
        lot.awaitAdmitted();
        lot.awaitPublic(last.subject().code().value(), last.documentNo());
        long visible = System.nanoTime();
        Figures.Work work = new Figures.Work(
                bed.serverCpu().minus(cpu).toMillis() / MILLIS,
                database.cpu().minus(databaseCpu).toMillis() / MILLIS,
                database.statements(),
                database.walBytes() - wal);
        if (Boolean.getBoolean("chengxin.bench.statements")) {
            database.dearest(DEAREST).forEach(line -> say("%s", line));
            database.cpuByKind()
                    .forEach((kind, used) -> say(
                            "%9d ms of %s",
                            used.minus(before.getOrDefault(kind, Duration.ZERO)).toMillis(), kind));
        }
        lot.awaitDone();
        lot.requireAllPublic(rows);

        BareInsert bare = BareInsert.of(owner, lot.no());
        bed.checkpoint();
        long bareStart = System.nanoTime();
        bare.run();
        double bareSeconds = secondsSince(bareStart);
        Figures figures = new Figures(
                rows,
                (uploaded - start) / NANOS,
                (checked - uploaded) / NANOS,
                (visible - checked) / NANOS,
                work,
                bareSeconds);
        say(
                "run %d: %.1f records/s, bare %.1f records/s with %.1f rows a record, %.0f bytes of log a record",
                run, figures.perSecond(), figures.barePerSecond(), (double) bare.rows() / rows, figures.walPerRecord());
        return figures;
    }

    private static void print(List<Figures> runs) {
        StringBuilder head = new StringBuilder("| |");
        StringBuilder rule = new StringBuilder("|---|");
        for (int run = 1; run <= runs.size(); run++) {
            head.append(" run ").append(run).append(" |");
            rule.append("---:|");
        }
        say("%n%s median |%n%s---:|", head, rule);
        line("upload, s", "%.2f", runs, Figures::upload);
        line("checking, s", "%.2f", runs, Figures::checking);
        line("admission, s", "%.2f", runs, Figures::admission);
        line("total, s", "%.2f", runs, Figures::total);
        line("records/s", "%.0f", runs, Figures::perSecond);
        line("server CPU-ms per record", "%.2f", runs, Figures::cpuMillisPerRecord);
        line("database CPU-ms per record", "%.2f", runs, Figures::databaseMillisPerRecord);
        line("statements per record", "%.3f", runs, Figures::statementsPerRecord);
        line("write-ahead log, bytes per record", "%.0f", runs, Figures::walPerRecord);
        line("bare insert, s", "%.2f", runs, Figures::bare);
        line("bare insert, records/s", "%.0f", runs, Figures::barePerSecond);
        line("ratio to the bare insert", "%.2f", runs, Figures::ratio);
    }

    private static void line(String title, String format, List<Figures> runs, ToDoubleFunction<Figures> figure) {
        StringBuilder line = new StringBuilder("| ").append(title).append(" |");
        for (Figures run : runs) {
            line.append(String.format(Locale.ROOT, " " + format + " |", figure.applyAsDouble(run)));
        }
        say("%s " + format + " |", line, Figures.median(runs, figure));
    }

    private static String java() {
        return "Java " + Runtime.version().feature() + ", "
                + ManagementFactory.getOperatingSystemMXBean().getArch();
    }

    private static int argument(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

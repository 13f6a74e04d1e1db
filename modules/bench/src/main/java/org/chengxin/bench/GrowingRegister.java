package org.chengxin.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lots of the same size, in a register that grows between them: what a lot costs when millions of records are there
 * already. Usage, at the top of a built checkout: {@code GrowingRegister [rows [enterprises [records [steps
 * [lots]]]]]}; so many lots are sent at each size.
 */
public final class GrowingRegister {

    private static final int ROWS = 100_000;
    private static final int ENTERPRISES = 20_000;
    private static final int RECORDS = 5_000_000;
    private static final int STEPS = 5;
    private static final int LOTS = 3;
    private static final double NANOS = 1e9;

    private GrowingRegister() {}

    public static void main(String[] args) throws Exception {
        int rows = argument(args, 0, ROWS);
        int enterprises = argument(args, 1, ENTERPRISES);
        int records = argument(args, 2, RECORDS);
        int steps = argument(args, 3, STEPS);
        int lotsAtOneSize = argument(args, 4, LOTS);
        Path checkout = Path.of(System.getProperty("chengxin.checkout", "")).toAbsolutePath();
        try (Bed bed = Bed.fresh(checkout, checkout.resolve("modules/bench/target/bed"));
                Connection owner = bed.owner()) {
            LotBenchmark lots = new LotBenchmark(bed, owner, enterprises);
            lots.register();
            say("the first lot warms the server up and is what the register is filled with");
            lots.run(1, rows);
            Multiplied register = new Multiplied(bed, newest(owner));
            List<Figures> figures = new ArrayList<>();
            List<Long> sizes = new ArrayList<>();
            for (int step = 0; step <= steps; step++) {
                if (step > 0) {
                    long start = System.nanoTime();
                    say("filling");
                    register.copy(Math.max(1, Math.round((float) records / steps / rows)));
                    say("filled in %.0f s", (System.nanoTime() - start) / NANOS);
                }
                for (int lot = 0; lot < lotsAtOneSize; lot++) {
                    sizes.add(one(owner, "SELECT count(*) FROM registry.credit_record"));
                    figures.add(lots.run(2 + figures.size(), rows));
                }
            }
            say(
                    "%n| records there | records/s | of the first | server CPU-ms | database CPU-ms | ratio to the bare insert |"
                            + "%n|---:|---:|---:|---:|---:|---:|");
            for (int i = 0; i < figures.size(); i++) {
                Figures each = figures.get(i);
                say(
                        "| %,d | %.0f | %.2f | %.2f | %.2f | %.2f |",
                        sizes.get(i),
                        each.perSecond(),
                        each.perSecond() / figures.get(0).perSecond(),
                        each.cpuMillisPerRecord(),
                        each.databaseMillisPerRecord(),
                        each.ratio());
            }
        }
    }

    private static String newest(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("SELECT no FROM registry.submission ORDER BY id DESC LIMIT 1")) {
            row.next();
            return row.getString(1);
        }
    }

    private static long one(Connection owner, String query) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static int argument(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

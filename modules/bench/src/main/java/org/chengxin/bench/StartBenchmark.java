package org.chengxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a start takes, database included, and where the seconds go by the server's own log; and how much memory the
 * server's process holds then. Usage, at the top of a built checkout: {@code StartBenchmark [starts]}. A first start,
 * which may find its directory new, is not counted.
 */
public final class StartBenchmark {

    private static final int STARTS = 4;
    private static final long REST_SECONDS = 10;
    private static final double NANOS = 1e9;
    private static final Pattern LOG_LINE = Pattern.compile("^\\[(\\d+/\\d+/\\d+, \\d+:\\d+:\\d+:\\d{3}) \\w+]");
    private static final DateTimeFormatter LOG_TIME = DateTimeFormatter.ofPattern("M/d/yy, H:mm:ss:SSS", Locale.ROOT);

    /** What a line of the server's log tells, and what it is the end of. */
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("CWWKE0001I", "launch");
        PARTS.put("CWWKE0002I", "kernel");
        PARTS.put("CWWKZ0018I", "features");
        PARTS.put("CWWKZ0133I", "application found");
        PARTS.put("WELD-000411", "unpacked, modules and beans looked through");
        PARTS.put("CWWKO1660I", "beans, and the description of the interface");
        PARTS.put("PrimeFaces", "pages' libraries");
        PARTS.put("ENGINE-00001", "engine");
        PARTS.put("The process engine is ready", "models");
        PARTS.put("CWWKF0011I", "the rest");
    }

    private StartBenchmark() {}

    /** @param arguments number of starts */
    public static void main(String[] arguments) throws SQLException, IOException {
        int starts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : STARTS;
        Path checkout = Path.of(System.getProperty("chengxin.checkout", ".")).toAbsolutePath();
        Path data = Path.of(System.getProperty("chengxin.bench.data", "modules/bench/target/start"))
                .toAbsolutePath();
        ready(checkout, data).close();
        List<Double> seconds = new ArrayList<>();
        for (int start = 1; start <= starts; start++) {
            long begin = System.nanoTime();
            try (Bed bed = ready(checkout, data)) {
                seconds.add((System.nanoTime() - begin) / NANOS);
                long atOnce = residentMib(data);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(REST_SECONDS));
                System.out.printf(
                        Locale.ROOT,
                        "start %d: %.1f s to ready with %.1f s of processor time, %d MiB resident at once,"
                                + " %d MiB %d s later; %s%n",
                        start,
                        seconds.get(start - 1),
                        processorSeconds(data),
                        atOnce,
                        residentMib(data),
                        REST_SECONDS,
                        parts(data));
            }
        }
        Collections.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%d warm starts: median %.1f s, longest %.1f s%n",
                starts,
                seconds.get(starts / 2),
                seconds.get(starts - 1));
    }

    private static Bed ready(Path checkout, Path data) throws SQLException {
        return Bed.prepared(checkout, data, "start", "PT0S", owner -> {});
    }

    private static long pid(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("liberty/bench/server.pid"))
                .get(0)
                .strip());
    }

    /** Of the server's process so far: what a start costs whatever else the machine does. */
    private static double processorSeconds(Path data) throws IOException {
        return ProcessHandle.of(pid(data))
                .flatMap(server -> server.info().totalCpuDuration())
                .map(time -> time.toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    private static long residentMib(Path data) throws IOException {
        long pid = pid(data);
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("no VmRSS of " + pid);
    }

    /** Seconds from one line that tells something to the next. */
    private static String parts(Path data) throws IOException {
        StringBuilder told = new StringBuilder();
        LocalDateTime before = null;
        for (String line : Files.readAllLines(data.resolve("logs/bench/messages.log"))) {
            Matcher time = LOG_LINE.matcher(line);
            String part =
                    PARTS.keySet().stream().filter(line::contains).findFirst().orElse(null);
            if (part != null && time.find()) {
                LocalDateTime now = LocalDateTime.parse(time.group(1), LOG_TIME);
                if (before != null) {
                    told.append(String.format(
                            Locale.ROOT,
                            "%s %.1f, ",
                            PARTS.get(part),
                            Duration.between(before, now).toMillis() / 1000.0));
                }
                before = now;
            }
        }
        return told.toString();
    }
}

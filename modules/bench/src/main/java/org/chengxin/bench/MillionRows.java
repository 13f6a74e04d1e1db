package org.chengxin.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.Penalty;

/**
 * One lot as large as a lot can be, from its upload until its last row is done, on a server with little memory. Nothing
 * is compared; what is to be seen is that it goes in, and in how much of the heap. Usage, at the top of a built
 * checkout: {@code MillionRows [rows [heap]]}.
 */
public final class MillionRows {

    private static final int ROWS = 1_000_000;
    private static final String HEAP = "1g";
    private static final int ENTERPRISES = 4_000;
    private static final int PIECE = 20_000;
    private static final double NANOS = 1e9;
    /** Characters of the facts. */
    private static final int BRIEF = 4;

    private static final char LAW_ENDS = '》';

    private MillionRows() {}

    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : ROWS;
        String heap = args.length > 1 ? args[1] : HEAP;
        Path checkout = Path.of(System.getProperty("chengxin.checkout", "")).toAbsolutePath();
        Path data = checkout.resolve("modules/bench/target/bed");
        List<Enterprise> city = new CityGenerator(CityGenerator.SEED, ENTERPRISES).enterprises();
        try (Bed bed = Bed.fresh(checkout, data, heap);
                Connection owner = bed.owner();
                HeapWatch watch = new HeapWatch(bed.serverProcess())) {
            Lot registration = new Lot(bed, owner, "market", "REG-BASIC");
            registration.upload("bench-registration", LotText.registration(city));
            registration.awaitReview();
            registration.approve();
            registration.awaitDone();

            Path file = write(data.resolve("million.csv"), city, rows);
            say("%d rows, %d MiB, heap of the server %s", rows, Files.size(file) >> 20, heap);
            Lot lot = new Lot(bed, owner, "env", "PEN-ENV");
            long start = System.nanoTime();
            lot.upload("bench-million", file);
            start = phase("upload", start, watch);
            lot.awaitReview();
            start = phase("checking", start, watch);
            lot.approve();
            lot.awaitDone();
            phase("admission", start, watch);
            lot.requireAllPublic(rows);
        }
    }

    private static long phase(String name, long start, HeapWatch watch) throws IOException {
        long now = System.nanoTime();
        say("%s: %.1f s, at most %d MiB of the heap in use", name, (now - start) / NANOS, watch.mostSinceLastAsked());
        return now;
    }

    /** Written piece by piece, so that this program needs little memory, too. */
    private static Path write(Path file, List<Enterprise> city, int rows) throws IOException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String header = null;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int done = 0; done < rows; done += PIECE) {
                int count = Math.min(PIECE, rows - done);
                String text = LotText.penalties(CleanPenalties.of(city, count, 100 + done / PIECE, today).stream()
                        .map(MillionRows::brief)
                        .toList());
                int end = text.indexOf('\n') + 1;
                if (header == null) {
                    header = text.substring(0, end);
                    out.write(header);
                } else if (!header.equals(text.substring(0, end))) {
                    throw new IOException("the pieces of the lot have different columns");
                }
                out.write(text, end, text.length() - end);
            }
        }
        return file;
    }

    /** A lot may have 256 MiB, so a row of a million has to make do with some 250 bytes. */
    private static Penalty brief(Penalty penalty) {
        return new Penalty(
                penalty.subject(),
                penalty.documentNo(),
                penalty.facts().substring(0, Math.min(BRIEF, penalty.facts().length())),
                penalty.basis().substring(0, penalty.basis().indexOf(LAW_ENDS) + 1),
                penalty.kind(),
                penalty.kind(),
                penalty.fine(),
                penalty.authority(),
                penalty.filedOn(),
                penalty.decidedOn(),
                penalty.severity(),
                penalty.months(),
                penalty.scope());
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** What the server's heap holds, as {@code jstat} of the JDK says it twice a second. */
    private static final class HeapWatch implements AutoCloseable {

        private static final int COLUMNS_OF_USE = 4;
        private final Process jstat;
        private long most;

        HeapWatch(ProcessHandle server) throws IOException {
            jstat = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jstat")
                                    .toString(),
                            "-gc",
                            String.valueOf(server.pid()),
                            "500")
                    .redirectErrorStream(true)
                    .start();
            Thread reader = new Thread(this::read, "heap");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(jstat.getInputStream(), StandardCharsets.US_ASCII))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    // S0C S1C S0U S1U EC EU OC OU …, in KiB
                    String[] columns = line.strip().split("\\s+");
                    if (columns.length > 2 * COLUMNS_OF_USE && Character.isDigit(columns[0].charAt(0))) {
                        double used = 0;
                        for (int column : new int[] {2, 3, 5, 7}) {
                            used += Double.parseDouble(columns[column]);
                        }
                        note((long) used >> 10);
                    }
                }
            } catch (IOException ended) {
                note(0);
            }
        }

        private synchronized void note(long mebibytes) {
            most = Math.max(most, mebibytes);
        }

        synchronized long mostSinceLastAsked() {
            long answer = most;
            most = 0;
            return answer;
        }

        @Override
        public void close() {
            jstat.destroy();
        }
    }
}

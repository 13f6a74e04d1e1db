package org.chengxin.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.chengxin.system.Await;
import org.junit.jupiter.api.Test;

/**
 * {@code ./test soak}: the server is killed again and again, and the database twice, in the middle of lots of 20,000
 * rows, at moments that a seed decides. Its summary goes to {@code target/soak.txt} and to the terminal.
 */
class SoakIT {

    private static final int ROWS = 20_000;
    private static final int SERVER_KILLS = Integer.getInteger("chengxin.soak.kills", 20);
    private static final int DATABASE_KILLS = 2;
    /** About half of the kills fall into one lot; then another begins. */
    private static final int MOST_ROWS_BETWEEN = 1_500;

    private static final int MOST_DELAY_MILLIS = 400;

    private final long seed = Long.getLong("chengxin.soak.seed", System.nanoTime() & 0xFFFFFF);
    private final Random random = new Random(seed);
    private final List<String> told = new ArrayList<>();
    private final TreeMap<String, Integer> killsByState = new TreeMap<>();
    private final List<Boolean> plan = plan();
    private int lots;
    private long longestStart;

    @Test
    void nothing_is_lost_nor_doubled_nor_shown() throws Exception {
        long begin = System.nanoTime();
        tell("soak: seed " + seed + ", " + SERVER_KILLS + " kills of the server, " + DATABASE_KILLS
                + " of the database, lots of " + ROWS + " rows");
        try (FaultCity city = new FaultCity("soak")) {
            while (!plan.isEmpty()) {
                oneLot(city);
            }
        } finally {
            tell("kills by what the lot was doing: " + killsByState + "; lots: " + lots
                    + "; longest start after a kill: "
                    + longestStart + " s; all in all " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)
                    + " s; kills left undone: " + plan.size());
            Files.write(Path.of(System.getProperty("chengxin.testbed"), "..", "soak.txt"), told);
        }
    }

    private void oneLot(FaultCity city) throws Exception {
        MixedLot lot = new MixedLot(city.enterprises(), ROWS, "轮" + ++lots);
        String no = city.submit("env", "PEN-ENV", lot.csv());
        int before = 0;
        while (!plan.isEmpty()) {
            int from = before + 1 + random.nextInt(MOST_ROWS_BETWEEN);
            goOn(city, no, from);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_DELAY_MILLIS)));
            FaultCity.Progress now = city.progress(no);
            if (now.state().equals("DONE")) {
                break;
            }
            boolean database = plan.remove(0);
            kill(city, database);
            killsByState.merge(now.state(), 1, Integer::sum);
            before = city.progress(no).done();
            // a new one each time: a connection does not outlive the database
            try (RegisterAudit audit = new RegisterAudit(city.bed(), no, lot)) {
                audit.nothingWrongSoFar();
            }
            if (!database) {
                start(city);
            }
        }
        goOn(city, no, Integer.MAX_VALUE);
        city.awaitDone(no, FaultCity.SOON);
        try (RegisterAudit audit = new RegisterAudit(city.bed(), no, lot)) {
            audit.everyRowIsThereOnce();
        }
        city.toldAsItIs(no, lot);
        tell("lot " + lots + " is whole: " + lot.rows() + " rows, kills left " + plan.size());
    }

    /** Waits until so much of the lot is done, or all of it; the reviewer approves as soon as it can be approved. */
    private static void goOn(FaultCity city, String no, int done) throws Exception {
        Await.until("lot " + no + " to go on to " + done, Duration.ofMinutes(4), () -> {
            FaultCity.Progress now = city.progress(no);
            if (now.state().equals("IN_REVIEW")) {
                city.approve("env", no);
            }
            return now.state().equals("DONE")
                    || now.done() >= done && !now.state().equals("IN_REVIEW");
        });
    }

    private void kill(FaultCity city, boolean database) throws Exception {
        if (database) {
            city.bed().killAndRestartDatabase();
            assertThat(city.server().isAlive())
                    .as("the server outlives its database")
                    .isTrue();
            city.server().awaitReady(FaultCity.SOON, seconds -> {});
            tell("database killed and back");
        } else {
            city.killServer();
        }
    }

    private void start(FaultCity city) {
        long begin = System.nanoTime();
        city.startServer();
        longestStart = Math.max(longestStart, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
    }

    /** In which order; true is the database's turn, never the first. */
    private List<Boolean> plan() {
        List<Boolean> kills = new ArrayList<>();
        for (int i = 0; i < SERVER_KILLS; i++) {
            kills.add(false);
        }
        for (int i = 0; i < DATABASE_KILLS; i++) {
            kills.add(1 + random.nextInt(kills.size() - 1), true);
        }
        return kills;
    }

    private void tell(String line) {
        told.add(line);
        System.out.println(line);
    }
}

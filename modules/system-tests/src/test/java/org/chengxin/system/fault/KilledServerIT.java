package org.chengxin.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.chengxin.system.Await;
import org.junit.jupiter.api.Test;

/**
 * The server is killed twice in the middle of a lot of 20,000 rows, once while it is checked and once while records are
 * made of it; and a backup is made meanwhile, from which it goes on elsewhere. Rows for the public, for the government, for nobody yet and past their period are among them.
 */
class KilledServerIT {

    private static final int ROWS = 20_000;
    private static final long SEED = 20_261_123;
    private static final int MOST_DELAY_MILLIS = 200;

    private static final String COPY = "killed-server-copy";

    @Test
    void every_row_is_there_once_and_nothing_is_public_that_should_not_be() throws Exception {
        Random random = new Random(SEED);
        MixedLot lot;
        String no;
        try (FaultCity city = new FaultCity("killed-server")) {
            lot = new MixedLot(city.enterprises(), ROWS, "甲");
            no = city.submit("env", "PEN-ENV", lot.csv());
            try (RegisterAudit audit = new RegisterAudit(city.bed(), no, lot)) {
                killAfter(city, no, 1, random);
                assertThat(city.progress(no).state())
                        .as("killed while checking")
                        .isEqualTo("CHECKING");
                audit.nothingWrongSoFar();

                city.startServer();
                city.clerk("env").awaitLot(no, FaultCity.SOON, "IN_REVIEW");
                city.approve("env", no);
                Await.until(
                        "the first records",
                        FaultCity.SOON,
                        () -> city.progress(no).admitted() > 0);
                city.bed().backUp(COPY);
                killAfter(city, no, ROWS + 1 + random.nextInt(ROWS / 2), random);
                assertThat(city.progress(no).state())
                        .as("killed while making records")
                        .isEqualTo("PROCESSING");
                audit.nothingWrongSoFar();

                city.startServer();
                city.awaitDone(no, FaultCity.SOON);
                audit.everyRowIsThereOnce();
                city.toldAsItIs(no, lot);
            }
        }
        goesOnFromTheBackup(no, lot);
    }

    /** A backup that was made in the middle is restored elsewhere, where the lot goes on to the same end. */
    private static void goesOnFromTheBackup(String no, MixedLot lot) throws Exception {
        try (FaultCity copy = FaultCity.restored(COPY);
                RegisterAudit audit = new RegisterAudit(copy.bed(), no, lot)) {
            assertThat(copy.progress(no).state()).as("in the backup").isEqualTo("PROCESSING");
            audit.nothingWrongSoFar();
            copy.startServer();
            copy.awaitDone(no, FaultCity.SOON);
            audit.everyRowIsThereOnce();
            copy.toldAsItIs(no, lot);
        }
    }

    /** Kills the server a little after so many rows were worked on, in the middle of the next ones. */
    private static void killAfter(FaultCity city, String no, int rows, Random random) throws Exception {
        Await.until(
                rows + " rows worked on",
                FaultCity.SOON,
                () -> city.progress(no).done() >= rows);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_DELAY_MILLIS)));
        city.killServer();
    }
}

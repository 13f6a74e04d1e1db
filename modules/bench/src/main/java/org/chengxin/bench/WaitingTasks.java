package org.chengxin.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;

/**
 * Open tasks as they arise in life: from lots whose supplier left the severity open, so that a reviewer has to say of each
 * record which section it belongs to.
 */
final class WaitingTasks {

    private static final int ENTERPRISES = 4_000;

    private final Bed bed;
    private final Connection owner;
    private final List<Enterprise> city = new CityGenerator(CityGenerator.SEED, ENTERPRISES).enterprises();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private int series = 500;

    WaitingTasks(Bed bed, Connection owner) {
        this.bed = bed;
        this.owner = owner;
    }

    /** @return the enterprises whose records they are. */
    List<Enterprise> city() {
        return city;
    }

    /** The enterprises go in by a lot of their own; it also warms the server up. */
    void register() throws SQLException, IOException, InterruptedException {
        Lot lot = new Lot(bed, owner, "market", "REG-BASIC");
        lot.upload("bench-registration", LotText.registration(city));
        lot.awaitReview();
        lot.approve();
        lot.awaitDone();
    }

    /** So many more of them. */
    void open(int more) throws SQLException, IOException, InterruptedException {
        long start = System.nanoTime();
        int before = count();
        Lot lot = new Lot(bed, owner, "env", "PEN-ENV");
        lot.upload("bench-open-" + series, LotText.penalties(CleanPenalties.leftOpen(city, more, series++, today)));
        lot.awaitReview();
        lot.approve();
        lot.awaitAdmitted();
        if (count() != before + more) {
            throw new IOException(count() + " tasks are open instead of " + (before + more));
        }
        try (Statement statement = owner.createStatement()) {
            statement.execute("ANALYZE registry.worklist_task");
        }
        bed.checkpoint();
        System.out.println(
                String.format(Locale.ROOT, "%d more tasks in %.0f s", more, (System.nanoTime() - start) / 1e9));
    }

    /** @return how many are open. */
    int count() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM registry.worklist_task WHERE state = 'OPEN' AND step = 'ClassifyRecord'")) {
            row.next();
            return row.getInt(1);
        }
    }
}

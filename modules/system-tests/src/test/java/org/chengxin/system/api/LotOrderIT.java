package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;
import org.chengxin.system.Await;
import org.chengxin.system.PenaltyLines;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever the order, the splitting and the repetition of lots: counts reconcile, and the register ends the same. */
class LotOrderIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int SUBJECTS = 4;
    private static final int PENALTIES = 12;
    private static final int LOTS = 4;

    private static SystemServer system;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
    }

    @Test
    void the_register_ends_in_the_same_state() throws Exception {
        TreeSet<String> expected = new TreeSet<>();
        for (int i = 0; i < PENALTIES; i++) {
            expected.add("第" + i + "号 PUBLISHED");
        }
        for (int seed = 1; seed <= 3; seed++) {
            run(seed);
            assertThat(records(seed)).as("seed " + seed).isEqualTo(expected);
            assertThat(recordCount(seed)).as("seed " + seed).isEqualTo(PENALTIES);
        }
    }

    private static void run(int seed) throws Exception {
        Random random = new Random(seed);
        List<Enterprise> subjects =
                new CityGenerator(7, 200).enterprises().subList(110 + seed * SUBJECTS, 110 + (seed + 1) * SUBJECTS);
        PenaltyLines pool = PenaltyLines.environment();
        for (int i = 0; i < PENALTIES; i++) {
            pool.line(subjects.get(i % SUBJECTS), "苏环任" + seed + "第" + i + "号");
        }
        List<String> rows = new ArrayList<>(pool.lines());
        Collections.shuffle(rows, random);
        int registrationAt = random.nextInt(LOTS + 1);
        List<String> lots = new ArrayList<>();
        for (int lot = 0; lot <= LOTS; lot++) {
            if (lot == registrationAt) {
                system.admit("market", "REG-BASIC", LotText.registration(subjects));
            }
            if (lot < LOTS) {
                lots.add(system.submit("env", "PEN-ENV", pool.csv(part(rows, lot, random))));
                // some are reviewed at once, some when everything has come
                if (random.nextBoolean()) {
                    settle(lots.get(lot), false);
                }
            }
            for (String no : lots) {
                LotCounts.of(system.as("clerk.env").awaitLot(no, SOON, "IN_REVIEW", "PROCESSING", "DONE"));
            }
        }
        // whoever waits for a registration goes on by itself, and then perhaps to its review
        for (String no : lots) {
            JsonObject counts = LotCounts.of(settle(no, true));
            assertThat(counts.getInt("published")).isEqualTo(counts.getInt("received"));
        }
    }

    /** The lot's share of the pool, and some rows of the others again. */
    private static List<String> part(List<String> rows, int lot, Random random) {
        int size = rows.size() / LOTS;
        List<String> part = new ArrayList<>(rows.subList(lot * size, (lot + 1) * size));
        for (int again = random.nextInt(3); again > 0; again--) {
            part.add(rows.get(random.nextInt(rows.size())));
        }
        Collections.shuffle(part, random);
        return part;
    }

    /** Approves a lot whenever it is in review, until it is done. */
    private static JsonObject settle(String no, boolean everyRow) throws Exception {
        JsonObject[] lot = new JsonObject[1];
        Await.until("lot " + no + " to be through", SOON, () -> {
            lot[0] = system.as("clerk.env").get("submissions/" + no).json();
            if (lot[0].getString("state").equals("IN_REVIEW")) {
                system.approve("env", no);
            }
            return lot[0].getString("state").equals("DONE")
                    && (!everyRow || LotCounts.of(lot[0]).getInt("unmatched") == 0);
        });
        return lot[0];
    }

    private static TreeSet<String> records(int seed) throws Exception {
        TreeSet<String> found = new TreeSet<>();
        try (Connection owner = system.bed().connect("chengxin_owner");
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT title, state FROM registry.credit_record" + " WHERE title LIKE '%苏环任" + seed + "第%'")) {
            while (row.next()) {
                String title = row.getString(1);
                found.add(title.substring(title.indexOf('第')) + " " + row.getString(2));
            }
        }
        return found;
    }

    private static long recordCount(int seed) throws Exception {
        return system.bed().number("SELECT count(*) FROM registry.credit_record WHERE title LIKE '%苏环任" + seed + "第%'");
    }
}

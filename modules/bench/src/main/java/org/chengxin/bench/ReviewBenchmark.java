package org.chengxin.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.demonstration.CatalogueResources;
import org.chengxin.demonstration.LotText;

/**
 * A lot reviewed by exception, as its reviewer does it: the console's pages of flagged rows, groups and sample, a hundred
 * rows sent back, the remainder approved. What is timed is the answer of the server. Usage, at the top of a built
 * checkout: {@code ReviewBenchmark [rows [flagged [lots]]]}.
 */
public final class ReviewBenchmark {

    private static final int ROWS = 100_000;
    private static final int FLAGGED = 1_000;
    private static final int LOTS = 3;
    private static final int DEAREST = 20;
    private static final int WARM_UP_ROWS = 2_000;
    private static final int AGAIN = 10;
    private static final int FIRST_PAGES = 20;
    private static final int SENT_BACK = 100;
    private static final Pattern NEXT_SAMPLED = Pattern.compile("sample=(\\d+)#sample-row\" rel=\"next\"");
    private static final Pattern NEXT_FLAGGED = Pattern.compile("flagged=(\\d+)#flagged\" data-key=\"f\"");
    private static final String ORDINARY = "水泥制造";
    /** Longer than the standard has the name of an industry. */
    private static final String TOO_LONG = "水泥制造、".repeat(50);

    private final Bed bed;
    private final Connection owner;
    private final WaitingTasks city;
    private final ConsoleClient console;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Timings timings = new Timings();
    private int series = 900;

    private ReviewBenchmark(Bed bed, Connection owner) {
        this.bed = bed;
        this.owner = owner;
        this.city = new WaitingTasks(bed, owner);
        this.console = new ConsoleClient(bed.address());
    }

    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : ROWS;
        int flagged = args.length > 1 ? Integer.parseInt(args[1]) : FLAGGED;
        int lots = args.length > 2 ? Integer.parseInt(args[2]) : LOTS;
        Path checkout = Path.of(System.getProperty("chengxin.checkout", "")).toAbsolutePath();
        Machine.say();
        try (Bed bed = Bed.fresh(checkout, checkout.resolve("modules/bench/target/review"));
                Connection owner = bed.owner()) {
            ReviewBenchmark benchmark = new ReviewBenchmark(bed, owner);
            benchmark.city.register();
            benchmark.console.signIn("reviewer.env", Bed.PASSWORD);
            benchmark.review(WARM_UP_ROWS, WARM_UP_ROWS / 10);
            benchmark.timings.forget();
            DatabaseWork database = bed.databaseWork();
            database.reset();
            for (int lot = 1; lot <= lots; lot++) {
                benchmark.review(rows, flagged);
            }
            if (Boolean.getBoolean("chengxin.bench.statements")) {
                database.dearest(DEAREST).forEach(System.out::println);
            }
            System.out.println();
            System.out.println(benchmark.timings.table(
                    "review of a lot of " + rows + " rows, " + flagged + " of them flagged, ms"));
        }
    }

    private void review(int rows, int flagged) throws SQLException, IOException, InterruptedException {
        Lot lot = new Lot(bed, owner, "env", "PEN-ENV");
        lot.upload("bench-review-" + series, csv(rows, flagged));
        lot.awaitReview();
        bed.checkpoint();
        String task = task(lot);
        String address = "task.xhtml?id=" + task;

        String first = timings.time(
                "open the review for the first time: groups, flagged rows, the sample drawn",
                () -> console.page(address));
        for (int i = 0; i < AGAIN; i++) {
            timings.time("open it again", () -> console.page(address));
        }
        flagged(address, first);
        sendBack(address, flagged);
        int seen = sampled(address, console.page(address));
        timings.time("approve the remainder", () -> lot.reviewer()
                .post(
                        "tasks/" + task + "/decision",
                        Json.createObjectBuilder()
                                .add("outcome", "approve")
                                .add("fields", Json.createObjectBuilder().add("sampleSeen", true))
                                .build()));
        System.out.println(lot.no() + ": " + rows + " rows, a sample of " + seen);
        lot.awaitDone();
    }

    private void flagged(String address, String first) throws SQLException, IOException, InterruptedException {
        Matcher next = NEXT_FLAGGED.matcher(first);
        for (int pages = 0; pages < FIRST_PAGES && next.find(); pages++) {
            String further = address + "&flagged=" + next.group(1);
            next = NEXT_FLAGGED.matcher(timings.time("a further page of flagged rows", () -> console.page(further)));
        }
    }

    /** A hundred of the flagged rows, which stand at the beginning of the file. */
    private void sendBack(String address, int flagged) throws SQLException, IOException, InterruptedException {
        ConsoleClient.Form form = console.form(address, "back");
        List<String> fields =
                new ArrayList<>(List.of("back:kind", "CONTENT", "back:words", "行业名称照抄了目录全文", "back:giveBack", "1"));
        for (int row = 2; row < 2 + Math.min(SENT_BACK, flagged); row++) {
            fields.addAll(List.of("chosen", String.valueOf(row)));
        }
        String to = timings.time("send a hundred rows back", () -> console.send(form, fields.toArray(String[]::new)));
        if (!to.contains("rowsGivenBack")) {
            throw new IOException("the rows were not sent back: " + to);
        }
    }

    private int sampled(String address, String first) throws SQLException, IOException, InterruptedException {
        int seen = 0;
        Matcher next = NEXT_SAMPLED.matcher(first);
        while (next.find()) {
            String row = address + "&sample=" + next.group(1);
            next = NEXT_SAMPLED.matcher(timings.time("the next row of the sample", () -> console.page(row)));
            seen++;
        }
        return seen;
    }

    /** The flagged rows first. */
    private String csv(int rows, int flagged) {
        String industry =
                CatalogueResources.item("PEN-ENV").getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                        .filter(field -> field.getString("name").equals("industry"))
                        .map(field -> field.getString("title"))
                        .findFirst()
                        .orElseThrow();
        String[] lines = LotText.penalties(CleanPenalties.of(city.city(), rows, series++, today))
                .split("\r\n");
        StringBuilder text =
                new StringBuilder(lines[0]).append(',').append(industry).append("\r\n");
        for (int row = 1; row < lines.length; row++) {
            text.append(lines[row])
                    .append(',')
                    .append(row <= flagged ? TOO_LONG : ORDINARY)
                    .append("\r\n");
        }
        return text.toString();
    }

    private String task(Lot lot) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id FROM registry.worklist_task WHERE state = 'OPEN' AND business_key = '" + lot.no()
                                + "'")) {
            row.next();
            return row.getString(1);
        }
    }
}

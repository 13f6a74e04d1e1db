package org.chengxin.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * One reviewer's inbox with a thousand open tasks and with a hundred thousand: pages, counts, claiming and deciding over
 * HTTP, one request after the other. The tasks arise as in life, from lots whose supplier left the severity open; deciding
 * says which section a record belongs to, and takes it to the end of its process, mostly onto the portal. Usage, at the top
 * of a built checkout: {@code InboxBenchmark [tasks [requests [few]]]}; {@code -Dchengxin.bench.statements=true} adds the
 * statements of each kind of request.
 */
public final class InboxBenchmark {

    private static final int TASKS = 100_000;
    private static final int FEW = 1_000;
    private static final int REQUESTS = 200;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int PAGE = 50;
    private static final int LONG_PAGE = 200;
    private static final String OPEN = "tasks?state=open&limit=";

    private static final boolean STATEMENTS = Boolean.getBoolean("chengxin.bench.statements");
    private static final int DEAREST = 60;

    private final Bed bed;
    private final Connection owner;
    private final WaitingTasks waiting;
    private final Random random = new Random(3);
    private final DatabaseWork database;
    private final FewAndMany figures;
    private final Lot account;
    private final ConsoleClient console;

    private InboxBenchmark(Bed bed, Connection owner, int requests) throws SQLException {
        this.bed = bed;
        this.owner = owner;
        this.waiting = new WaitingTasks(bed, owner);
        this.database = bed.databaseWork();
        this.figures = new FewAndMany(
                requests, () -> bed.serverCpu().plus(database.cpu()).toNanos());
        this.account = new Lot(bed, owner, "env", "PEN-ENV");
        this.console = new ConsoleClient(bed.address());
    }

    public static void main(String[] args) throws Exception {
        int tasks = args.length > 0 ? Integer.parseInt(args[0]) : TASKS;
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : REQUESTS;
        int few = args.length > 2 ? Integer.parseInt(args[2]) : FEW;
        Path checkout = Path.of(System.getProperty("chengxin.checkout", "")).toAbsolutePath();
        Machine.say();
        try (Bed bed = Bed.fresh(checkout, checkout.resolve("modules/bench/target/inbox"));
                Connection owner = bed.owner()) {
            InboxBenchmark benchmark = new InboxBenchmark(bed, owner, requests);
            benchmark.waiting.register();
            benchmark.waiting.open(few);
            benchmark.console.signIn("reviewer.env", Bed.PASSWORD);
            for (int round = 1; round <= WARM_UP_ROUNDS; round++) {
                // what is measured later has to be compiled by then
                benchmark.measure(few + " (warm-up)", true);
                benchmark.waiting.open(few - benchmark.waiting.count());
            }
            benchmark.measure(String.valueOf(few), true);
            benchmark.waiting.open(tasks - benchmark.waiting.count());
            benchmark.measure(String.valueOf(tasks), false);
            benchmark.figures.compare(String.valueOf(few), String.valueOf(tasks));
        }
    }

    private void measure(String title, boolean earlierWarmedUp) throws IOException, InterruptedException, SQLException {
        figures.begin(title, earlierWarmedUp);
        String middle = middle();
        List<String> ids = ids();
        time("first page of 50", i -> account.reviewer().get(OPEN + PAGE));
        time("page of 50 in the middle", i -> account.reviewer().get(middle));
        time("console: first page of 25 with the counts of its tabs", i -> console.page("inbox.xhtml?box=group"));
        time("console: what is overdue, with the counts", i -> console.page("inbox.xhtml?box=overdue"));
        time(
                "console: of one item and one subject",
                i -> console.page("inbox.xhtml?item=PEN-ENV&subject="
                        + waiting.city().get(i % waiting.city().size()).code()));
        time("console: old and of one finding", i -> console.page("inbox.xhtml?days=1&finding=SEVERITY_UNKNOWN"));
        time("claim", i -> account.reviewer().post("tasks/" + ids.get(i) + "/claim", JsonObject.EMPTY_JSON_OBJECT));
        time("console: what I have claimed, with the counts", i -> console.page("inbox.xhtml?box=mine"));
        JsonObject decision = Json.createObjectBuilder()
                .add(
                        "fields",
                        Json.createObjectBuilder().add("section", "WARNING").add("reason", "基准测试"))
                .build();
        time("decide", i -> account.reviewer().post("tasks/" + ids.get(i) + "/decision", decision));
    }

    /** @return the address of the page in the middle, got by going there as a person would. */
    private String middle() throws IOException, InterruptedException, SQLException {
        String address = OPEN + LONG_PAGE;
        for (int left = waiting.count() / 2; left >= LONG_PAGE; left -= LONG_PAGE) {
            address = OPEN + LONG_PAGE + "&cursor="
                    + account.reviewer().get(address).getString("nextCursor");
        }
        return address.replace(OPEN + LONG_PAGE, OPEN + PAGE);
    }

    /** @return tasks from all over the inbox. */
    private List<String> ids() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM registry.worklist_task WHERE state = 'OPEN'"
                        + " AND step = 'ClassifyRecord' ORDER BY md5(id || " + random.nextInt() + ") LIMIT "
                        + figures.requests())) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    private void time(String what, FewAndMany.Numbered request) throws IOException, InterruptedException, SQLException {
        if (!STATEMENTS) {
            figures.time(what, request);
            return;
        }
        database.reset();
        figures.time(what, request);
        say("%.1f statements each", (double) database.statements() / figures.requests());
        database.dearest(DEAREST).forEach(System.out::println);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

package org.chengxin.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page, on a desk and on a telephone, in both languages: nothing sticks out, is missing or shuts anybody out. */
class PagesIT {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** Browsers that look at the same time: one page is looked at while the next is made. */
    private static final int AT_ONCE = 2;

    private static final Queue<Chromium> OPENED = new ConcurrentLinkedQueue<>();
    /** A browser is used by the thread that opened it, and by no other. */
    private static final ThreadLocal<Chromium> CHROMIUM = ThreadLocal.withInitial(PagesIT::another);

    private static Installation installation;
    private static ExecutorService lookers;

    /**
     * A page to look at.
     *
     * @param username who looks; null for nobody in particular
     */
    private record Sight(String name, String username, String path, int status) {

        Sight(String name, String username, String path) {
            this(name, username, path, OK);
        }
    }

    @BeforeAll
    static void open() throws Exception {
        installation = Installation.open();
        lookers = Executors.newFixedThreadPool(AT_ONCE);
    }

    @AfterAll
    static void close() {
        lookers.shutdownNow();
        OPENED.forEach(Chromium::close);
    }

    private static Chromium another() {
        Chromium chromium = new Chromium(installation);
        OPENED.add(chromium);
        return chromium;
    }

    @TestFactory
    List<DynamicTest> portal() throws Exception {
        String name = installation.enterprises().get(0).getString("name");
        String code = installation.enterprises().get(0).getString("code");
        JsonObject penalised = Lots.penalised(installation);
        return inEveryLook(List.of(
                new Sight("start", null, ""),
                new Sight("search without a question", null, "search"),
                new Sight("search with hits", null, "search?q=" + encoded("苏州")),
                new Sight("search with one hit", null, "search?q=" + encoded(name)),
                new Sight("search without hits", null, "search?q=" + encoded("没有这样的企业")),
                new Sight("search too short", null, "search?q=" + encoded("苏")),
                new Sight("subject", null, "subjects/" + code),
                new Sight("subject with a penalty", null, "subjects/" + penalised.getString("code")),
                new Sight("list", null, "lists/alert"),
                new Sight("warnings", null, "lists/warning"),
                new Sight("latest", null, "lists/latest"),
                new Sight("list of a place", null, "lists/alert?place=320508"),
                new Sight("search in a section", null, "search?section=alert&q=" + encoded("苏州")),
                new Sight("transparency", null, "transparency"),
                new Sight("no such page", null, "nowhere", NOT_FOUND),
                new Sight("no such subject", null, "subjects/91320500MA00000000", NOT_FOUND)));
    }

    @TestFactory
    List<DynamicTest> console() throws Exception {
        String done = installation.lot("clerk.env", "DONE").getString("no");
        String waiting = installation.lot("clerk.env", "IN_REVIEW").getString("no");
        JsonObject review = installation.tasks("reviewer.env", "ReviewLot").get(0);
        JsonObject disclosure =
                installation.tasks("secrecy.env", "DecideDisclosure").get(0);
        String revised = Lots.revisedPenalty(installation);
        return inEveryLook(List.of(
                new Sight("sign-in", null, "console/sign-in.xhtml"),
                new Sight("inbox", "reviewer.env", "console/inbox.xhtml"),
                new Sight("inbox of the group", "reviewer.env", "console/inbox.xhtml?box=group"),
                new Sight("inbox of what is done", "reviewer.env", "console/inbox.xhtml?box=done"),
                new Sight(
                        "inbox by what it is about",
                        "reviewer.env",
                        "console/inbox.xhtml?item=PEN-ENV&finding=TOO_LONG&days=3&subject=" + encoded("苏州")),
                new Sight("absences", "reviewer.env", "console/absences.xhtml"),
                new Sight("absences of all", "supervisor.env", "console/absences.xhtml"),
                new Sight("work in hand", "supervisor.env", "console/held.xhtml"),
                new Sight("who does it", "supervisor.env", "console/assign.xhtml?id=" + review.getString("id")),
                new Sight(
                        "not another's work",
                        "supervisor.tax",
                        "console/assign.xhtml?id=" + review.getString("id"),
                        NOT_FOUND),
                new Sight("review of a lot", "reviewer.env", "console/task.xhtml?id=" + review.getString("id")),
                new Sight(
                        "sample of a lot", "reviewer.env", "console/task.xhtml?sample=1&id=" + review.getString("id")),
                new Sight(
                        "decision on disclosure", "secrecy.env", "console/task.xhtml?id=" + disclosure.getString("id")),
                new Sight("lots", "clerk.env", "console/lots.xhtml?item=PEN-ENV"),
                new Sight("lot that is done", "clerk.env", "console/lot.xhtml?no=" + done),
                new Sight("lot in review", "clerk.env", "console/lot.xhtml?no=" + waiting),
                new Sight("submission", "clerk.env", "console/submit.xhtml"),
                new Sight("submission again", "clerk.env", "console/submit.xhtml?item=PEN-ENV&corrects=" + done),
                new Sight("records to enter", "clerk.env", "console/entries.xhtml"),
                new Sight("a record to enter", "clerk.env", "console/entry.xhtml?item=PEN-ENV"),
                new Sight("a record of many codes", "clerk.market", "console/entry.xhtml?item=REG-BASIC"),
                new Sight("record", "clerk.env", "console/record.xhtml?no=" + disclosure.getString("businessKey")),
                new Sight("record with two versions", "clerk.env", "console/record.xhtml?no=" + revised),
                new Sight("early warning to be raised", "reviewer.env", "console/raise.xhtml?no=" + revised),
                new Sight("record of another department", "clerk.tax", "console/record.xhtml?no=" + revised),
                new Sight("record unmasked", "clerk.env", "console/record.xhtml?personal=1&no=" + revised),
                new Sight("records", "clerk.env", "console/records.xhtml"),
                new Sight("records of all", "centre", "console/records.xhtml"),
                new Sight("no records", "clerk.env", "console/records.xhtml?state=REPAIRED"),
                new Sight("no such record", "clerk.env", "console/record.xhtml?no=R1999000000000001", NOT_FOUND),
                new Sight("overdue work", "supervisor.env", "console/escalated.xhtml"),
                new Sight("catalogue", "clerk.env", "console/catalogue.xhtml"),
                new Sight("item of the catalogue", "clerk.env", "console/catalogue.xhtml?item=PEN-ENV"),
                new Sight("editing an item", "catalogue", "console/catalogue-edit.xhtml?item=PEN-ENV"),
                new Sight("a new item", "catalogue", "console/catalogue-edit.xhtml"),
                new Sight("organisations", "admin", "console/organisations.xhtml"),
                new Sight("an organisation", "admin", "console/organisations.xhtml?code=market-gusu"),
                new Sight("accounts", "admin", "console/accounts.xhtml"),
                new Sight("an account", "admin", "console/accounts.xhtml?username=clerk.env"),
                new Sight("working calendars", "admin", "console/calendar.xhtml"),
                new Sight("a year's calendar", "admin", "console/calendar.xhtml?year=2026"),
                new Sight("no calendar yet", "admin", "console/calendar.xhtml?year=2099", NOT_FOUND),
                new Sight("operations", "admin", "console/operations.xhtml"),
                new Sight("progress of an organisation", "supervisor.env", "console/flow.xhtml"),
                new Sight("progress of records", "centre", "console/flow.xhtml?process=CreditRecord&days=90"),
                new Sight("progress of no process", "centre", "console/flow.xhtml?process=None", NOT_FOUND),
                new Sight("notices", "clerk.env", "console/notices.xhtml"),
                new Sight("no notices", "window", "console/notices.xhtml"),
                new Sight("no such notice", "clerk.env", "console/notices.xhtml?go=1999999999", NOT_FOUND),
                new Sight("sources that differ", "centre", "console/conflicts.xhtml"),
                new Sight("rows without a subject", "centre", "console/unmatched.xhtml"),
                new Sight("rows of a lot", "clerk.env", "console/rows.xhtml?no=" + done),
                new Sight("no such lot", "clerk.env", "console/lot.xhtml?no=L19990101000001", NOT_FOUND)));
    }

    /** The visits begin at once, each test waits for its own. */
    private static List<DynamicTest> inEveryLook(List<Sight> sights) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Sight sight : sights) {
            for (Look desk : Look.LANGUAGES) {
                Future<Map<Look, List<String>>> looked = lookers.submit(() -> look(sight, desk));
                for (Look look : List.of(desk, desk.narrow())) {
                    tests.add(dynamicTest(sight.name() + ", " + look.width() + ", " + look.language(), () -> {
                        try {
                            assertThat(looked.get().get(look)).isEmpty();
                        } catch (ExecutionException e) {
                            throw e.getCause();
                        }
                    }));
                }
            }
        }
        return tests;
    }

    /** What is wrong with a page in each width: it is fetched once, and then the window is made narrow. */
    private static Map<Look, List<String>> look(Sight sight, Look desk) throws Exception {
        Map<Look, List<String>> broken = new HashMap<>();
        CHROMIUM.get().glance(sight.name(), desk, sight.username(), visit -> {
            visit.go(sight.path());
            assertThat(visit.status()).isEqualTo(sight.status());
            for (Look look : List.of(desk, desk.narrow())) {
                visit.resize(look.width());
                broken.put(look, PageRules.broken(visit, look));
                if (!broken.get(look).isEmpty()) {
                    visit.picture(sight.name(), look);
                }
            }
        });
        return broken;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

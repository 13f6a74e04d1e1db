package org.chengxin.system;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.PenaltyGenerator;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.launcher.boundary.LibertyServer;

/**
 * The whole application on one server for the tests of a JVM, with a small city in it: 40 enterprises, their
 * registration approved, 30 penalties approved (some of them undetermined), and 12 more waiting for their reviewer.
 */
public final class SystemServer {

    private static SystemServer shared;

    private final TestBed bed;
    private final LibertyServer server;
    private final List<Enterprise> enterprises;
    private final String waitingLot;
    private final GreenMail mails;

    private SystemServer() throws Exception {
        bed = TestBed.fresh("system");
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        server = LibertyServer.start(
                bed.settings("system")
                        .with("chengxin.mail.host", "127.0.0.1")
                        .with(
                                "chengxin.mail.port",
                                String.valueOf(mails.getSmtp().getPort()))
                        .with("chengxin.mail.protection", "NONE")
                        .with("chengxin.mail.from", "chengxin@city.example"),
                bed.secrets());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        server.awaitReady(Duration.ofSeconds(240), seconds -> {});
        enterprises = new CityGenerator(7, 60).enterprises().subList(0, 40);
        LocalDate today = CivilTime.dateOf(java.time.Instant.now());
        admit("market", "REG-BASIC", LotText.registration(enterprises));
        admit("env", "PEN-ENV", LotText.penalties(new PenaltyGenerator(7, enterprises, today).penalties(30, 1)));
        waitingLot = submit(
                "env", "PEN-ENV", LotText.penalties(new PenaltyGenerator(8, enterprises, today).penalties(12, 2)));
        as("clerk.env").awaitLot(waitingLot, Duration.ofSeconds(60), "IN_REVIEW");
    }

    /** The one server of this JVM; the first call starts it. */
    public static synchronized SystemServer shared() throws Exception {
        if (shared == null) {
            shared = new SystemServer();
        }
        return shared;
    }

    public URI address() {
        return server.address();
    }

    public String password() {
        return TestBed.PASSWORD;
    }

    public TestBed bed() {
        return bed;
    }

    public List<Enterprise> enterprises() {
        return enterprises;
    }

    /** The server for mail; only accounts that a test gave an address get any. */
    public GreenMail mails() {
        return mails;
    }

    /** The lot that waits for reviewer.env. */
    public String waitingLot() {
        return waitingLot;
    }

    public Caller as(String username) {
        return Caller.as(address(), username, TestBed.PASSWORD);
    }

    public Caller anonymous() {
        return Caller.anonymous(address());
    }

    /** A clerk of a department sends a lot; its number. */
    public String submit(String department, String item, String csv) throws Exception {
        Caller.Answer answer = as("clerk." + department).submit(item, "", csv, null);
        if (answer.status() != 202) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json().getString("no");
    }

    /** A lot is sent, approved by the department's reviewer, and done. */
    public String admit(String department, String item, String csv) throws Exception {
        String no = submit(department, item, csv);
        as("clerk." + department).awaitLot(no, Duration.ofSeconds(60), "IN_REVIEW");
        approve(department, no);
        as("clerk." + department).awaitLot(no, Duration.ofSeconds(90), "DONE");
        return no;
    }

    public void approve(String department, String no) throws Exception {
        Caller reviewer = as("reviewer." + department);
        Caller.Answer answer = reviewer.post("tasks/" + reviewer.taskOf(no) + "/decision", "{\"outcome\":\"approve\"}");
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
    }

    private void stop() {
        server.close();
        mails.stop();
        bed.close();
    }
}

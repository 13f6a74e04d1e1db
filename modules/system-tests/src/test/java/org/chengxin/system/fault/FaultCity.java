package org.chengxin.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;
import org.chengxin.launcher.boundary.LibertyServer;
import org.chengxin.system.Await;
import org.chengxin.system.Caller;
import org.chengxin.system.TestBed;

/** A database, one server on it that can be killed and started again, and some enterprises to be penalised. */
final class FaultCity implements AutoCloseable {

    static final Duration START = Duration.ofSeconds(240);
    static final Duration SOON = Duration.ofSeconds(120);

    /** How long a killed server's job stays locked; sixty seconds outside tests. */
    private static final String LOCK_SECONDS = "10";

    private static final int ENTERPRISES = 200;

    private final TestBed bed;
    private final List<Enterprise> enterprises = new CityGenerator(23, ENTERPRISES).enterprises();
    private LibertyServer server;

    FaultCity(String name) throws Exception {
        bed = TestBed.fresh(name);
        try {
            startServer();
            String no = submit("market", "REG-BASIC", LotText.registration(enterprises));
            clerk("market").awaitLot(no, SOON, "IN_REVIEW");
            approve("market", no);
            clerk("market").awaitLot(no, SOON, "DONE");
        } catch (Exception | AssertionError e) {
            close();
            throw e;
        }
    }

    private FaultCity(TestBed bed) {
        this.bed = bed;
    }

    /** The city of a backup, no server on it yet. */
    static FaultCity restored(String name) {
        return new FaultCity(TestBed.restored(name));
    }

    TestBed bed() {
        return bed;
    }

    List<Enterprise> enterprises() {
        return enterprises;
    }

    LibertyServer server() {
        return server;
    }

    void startServer() {
        server = LibertyServer.start(
                bed.settings("node")
                        .with("chengxin.engine.lock.seconds", LOCK_SECONDS)
                        .with("chengxin.log.format", "json"),
                bed.secrets());
        server.awaitReady(START, seconds -> {});
    }

    void killServer() {
        server.kill();
    }

    Caller clerk(String department) {
        return Caller.as(server.address(), "clerk." + department, TestBed.PASSWORD);
    }

    String submit(String department, String item, String csv) throws Exception {
        Caller.Answer answer = clerk(department).submit(item, "", csv, null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().getString("no");
    }

    void approve(String department, String no) throws Exception {
        Caller reviewer = Caller.as(server.address(), "reviewer." + department, TestBed.PASSWORD);
        Caller.Answer answer = reviewer.post("tasks/" + reviewer.taskOf(no) + "/decision", "{\"outcome\":\"approve\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** How far a lot has come, asked of the database, which also answers while the server does not. */
    record Progress(String state, int checked, int admitted) {

        /** Each row is worked on twice. */
        int done() {
            return checked + admitted;
        }
    }

    Progress progress(String no) throws SQLException {
        try (Connection owner = bed.connect("chengxin_owner");
                PreparedStatement query = owner.prepareStatement(
                        "SELECT state, rows_checked, rows_admitted + (SELECT coalesce(sum(p.rows_admitted), 0)"
                                + " FROM registry.lot_part p WHERE p.submission_id = s.id)"
                                + " FROM registry.submission s WHERE no = ?")) {
            query.setString(1, no);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Progress(row.getString(1), row.getInt(2), row.getInt(3));
            }
        }
    }

    /** The counts that the interface tells of a lot, and what everybody sees of one enterprise. */
    void toldAsItIs(String no, MixedLot lot) throws Exception {
        JsonObject counts = clerk("env").get("submissions/" + no).json().getJsonObject("counts");
        assertThat(counts.getInt("received")).isEqualTo(lot.rows());
        assertThat(counts.getInt("rejected")).isEqualTo(lot.count(MixedLot.Fate.REJECTED));
        assertThat(counts.getInt("published")).isEqualTo(lot.count(MixedLot.Fate.PUBLISHED));
        assertThat(counts.getInt("held")).isEqualTo(lot.count(MixedLot.Fate.HELD));
        assertThat(counts.getInt("undetermined")).isEqualTo(lot.count(MixedLot.Fate.UNDETERMINED));
        assertThat(counts.getInt("ended")).isEqualTo(lot.count(MixedLot.Fate.ENDED));
        String records = "public/subjects/" + lot.subjects().get(0).code().value() + "/records?limit=200&section=";
        int seen = 0;
        for (String section : List.of("warning", "alert")) {
            for (JsonObject record : Caller.anonymous(server.address())
                    .get(records + section)
                    .json()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class)) {
                seen += record.toString().contains("苏环断") ? 1 : 0;
            }
        }
        assertThat(seen).as("what everybody sees of one enterprise").isEqualTo((int) lot.published(0));
    }

    /** Until the lot is done and the engine has nothing left to do but to watch deadlines. */
    void awaitDone(String no, Duration atMost) throws Exception {
        OwnersView owner = new OwnersView(bed);
        Await.until(
                "lot " + no + " to be done",
                atMost,
                () -> progress(no).state().equals("DONE")
                        && owner.number("SELECT count(*) FROM engine.act_ru_job WHERE handler_type_ NOT LIKE 'timer-%'")
                                == 0);
    }

    @Override
    public void close() {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            bed.close();
        }
    }
}

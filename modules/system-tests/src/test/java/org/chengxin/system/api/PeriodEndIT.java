package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.PenaltyGenerator;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.system.Await;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Periods end in a running server: at its start, when the timer is due, and steps that stand still can be released. */
@TestMethodOrder(OrderAnnotation.class)
class PeriodEndIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static SystemServer system;
    private static String lot;

    @BeforeAll
    static void aLotOfItsOwn() throws Exception {
        system = SystemServer.shared();
        LocalDate today = CivilTime.dateOf(Instant.now());
        lot = system.admit(
                "env",
                "PEN-ENV",
                LotText.penalties(new PenaltyGenerator(7, system.enterprises(), today).penalties(30, 9)));
    }

    @Test
    @Order(1)
    void aServerThatStartsLeavesACertificate() throws Exception {
        Await.until(
                "the run of the start",
                SOON,
                () -> system.bed().number("SELECT count(*) FROM registry.period_end_run") > 0);
        assertThat(system.bed().number("SELECT sum(past_day + left_over) FROM registry.period_end_run"))
                .isZero();
        String page = page("transparency");
        assertThat(page).contains("<table");
    }

    @Test
    @Order(2)
    void whatIsOverWhenTheTimerIsDueGoesToTheArchiveAlsoWhatWaitsForAPerson() throws Exception {
        String ofLot =
                "FROM registry.credit_record WHERE submission_id = (SELECT id FROM registry.submission WHERE no = '"
                        + lot + "')";
        long published = system.bed().number("SELECT count(*) " + ofLot + " AND state = 'PUBLISHED'");
        long waiting = system.bed().number("SELECT count(*) " + ofLot + " AND state = 'UNDETERMINED'");
        assertThat(published).isPositive();
        assertThat(waiting).isPositive();
        long runs = system.bed().number("SELECT count(*) FROM registry.period_end_run");
        LocalDate yesterday = CivilTime.dateOf(Instant.now()).minusDays(1);
        system.bed()
                .run("UPDATE registry.credit_record SET ends_on = '" + yesterday
                        + "' WHERE state IN ('PUBLISHED','UNDETERMINED')"
                        + " AND submission_id = (SELECT id FROM registry.submission WHERE no = '" + lot + "')");

        system.bed()
                .run("UPDATE engine.act_ru_job SET duedate_ = now() - interval '1 minute'"
                        + " WHERE handler_type_ = 'timer-start-event' AND process_def_key_ = 'PeriodEnd'");

        Await.until(
                "the run of the timer",
                SOON,
                () -> system.bed().number("SELECT count(*) FROM registry.period_end_run") == runs + 1);
        assertThat(system.bed().number("SELECT count(*) " + ofLot + " AND state = 'ENDED'"))
                .isEqualTo(published + waiting);
        assertThat(system.bed()
                        .number("SELECT count(*) FROM publication.public_record WHERE record_no IN (SELECT record_no "
                                + ofLot + ")"))
                .isZero();
        assertThat(system.bed()
                        .number(
                                "SELECT count(*) FROM registry.worklist_task WHERE state = 'CANCELLED' AND business_key IN"
                                        + " (SELECT record_no " + ofLot + ")"))
                .isEqualTo(waiting);
        assertThat(system.bed()
                        .number("SELECT count(*) FROM engine.act_ru_execution WHERE business_key_ IN (SELECT record_no "
                                + ofLot + ")"))
                .isZero();
        assertThat(system.bed()
                        .number("SELECT count(*) FROM engine.act_ru_job WHERE handler_type_ = 'timer-start-event'"
                                + " AND process_def_key_ = 'PeriodEnd' AND duedate_ > now()"))
                .isEqualTo(1);
        JsonObject counts =
                system.as("clerk.env").get("submissions/" + lot).json().getJsonObject("counts");
        assertThat(counts.getInt("ended")).isEqualTo((int) (published + waiting));
    }

    private static String page(String path) throws Exception {
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(system.address().resolve(path))
                                .timeout(SOON)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}

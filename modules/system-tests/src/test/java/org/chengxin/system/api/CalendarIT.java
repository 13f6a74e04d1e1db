package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.PenaltyGenerator;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.system.Await;
import org.chengxin.system.Caller;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An administrator puts the calendar of a year, and what was provisional becomes final in the running server. */
class CalendarIT {

    private static final String NOTICE = "{\"source\":\"虚构的通知\",\"holidays\":[{\"name\":\"元旦\",\"from\":\"2031-01-01\","
            + "\"to\":\"2031-01-03\"}],\"makeUpDays\":[\"2031-01-04\"]}";

    private static SystemServer system;
    private static Caller admin;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
        admin = system.as("admin");
    }

    @Test
    void aYearThatArrivesMakesProvisionalDatesFinal() throws Exception {
        system.admit(
                "env",
                "PEN-ENV",
                LotText.penalties(new PenaltyGenerator(31, system.enterprises(), CivilTime.dateOf(Instant.now()))
                        .penalties(30, 52)));
        Caller officer = system.as("secrecy.env");
        String task = officer.get("tasks?process=CreditRecord")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        String before =
                text("SELECT due_from || ',' || due_on || ',' || provisional FROM registry.worklist_task WHERE id = '"
                        + task + "'");
        try {
            system.bed()
                    .run(
                            "UPDATE registry.worklist_task SET due_from = '2030-12-20', due_on = '2031-01-03', provisional = true"
                                    + " WHERE id = '" + task + "'");
            assertThat(task(officer, task).getBoolean("provisional")).isTrue();

            assertThat(admin.get("calendar/years/2031").code()).isEqualTo("CALENDAR_UNKNOWN");
            Caller.Answer put = admin.put("calendar/years/2031", NOTICE);
            assertThat(put.status()).as(put.body()).isEqualTo(200);

            // 2030 is not known either: only when both are, nothing is provisional any more
            Await.until("another date", Duration.ofSeconds(30), () -> task(officer, task)
                    .getString("dueAt")
                    .startsWith("2031-01-07"));
            assertThat(task(officer, task).getBoolean("provisional")).isTrue();
            assertThat(admin.put(
                                    "calendar/years/2030",
                                    NOTICE.replace("2031-01-04", "2030-12-28").replace("2031", "2030"))
                            .status())
                    .isEqualTo(200);
            Await.until("a final date", Duration.ofSeconds(30), () -> !task(officer, task)
                    .getBoolean("provisional"));
            assertThat(task(officer, task).getString("dueAt")).startsWith("2031-01-06");
            assertThat(text("SELECT string_agg(action || ' ' || object_id || ' ' || actor, ';' ORDER BY id) FROM"
                            + " registry.administration_event WHERE object_kind = 'CALENDAR' AND object_id IN"
                            + " ('2030', '2031')"))
                    .isEqualTo("CREATE 2031 admin;CREATE 2030 admin");
        } finally {
            system.bed()
                    .run("UPDATE registry.worklist_task SET due_from = '" + before.split(",")[0] + "', due_on = '"
                            + before.split(",")[1] + "', provisional = " + before.split(",")[2] + " WHERE id = '" + task
                            + "'");
        }
    }

    @Test
    void whoComesSecondIsToldSoAndNonsenseIsRefused() throws Exception {
        String notice = NOTICE.replace("2031", "2033").replace("2033-01-04", "2033-01-08");
        Caller.Answer first = admin.put("calendar/years/2033", notice);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        String tag = first.response().headers().firstValue("ETag").orElseThrow();
        assertThat(admin.put("calendar/years/2033", notice.replace("虚构", "另一"), tag)
                        .status())
                .isEqualTo(200);
        assertThat(admin.put("calendar/years/2033", notice, tag).status()).isEqualTo(412);
        assertThat(admin.get("calendar/years/2033").json().getString("source")).isEqualTo("另一的通知");

        assertThat(admin.put("calendar/years/2033", notice.replace("2033-01-08", "2033-01-10"))
                        .code())
                .isEqualTo("CALENDAR_DAY_DOUBTFUL");
        assertThat(admin.put("calendar/years/2033", "{\"source\":\"x\",\"holidays\":[]}")
                        .code())
                .isEqualTo("REQUIRED");
        assertThat(admin.put("calendar/years/1", notice).code()).isEqualTo("PARAMETER_INVALID");
        assertThat(admin.put("calendar/years/next", notice).status()).isEqualTo(404);
        for (String other : new String[] {"reviewer.env", "supervisor.env", "auditor", "centre"}) {
            assertThat(system.as(other).put("calendar/years/2033", notice).status())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    private static JsonObject task(Caller officer, String id) throws Exception {
        return officer.get("tasks/" + id).json();
    }

    private static String text(String query) throws SQLException {
        try (Connection owner = system.bed().connect("chengxin_owner");
                Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}

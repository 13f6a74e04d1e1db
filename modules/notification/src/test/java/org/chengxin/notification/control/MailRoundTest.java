package org.chengxin.notification.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.notification.boundary.NoticeEvent.Detail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails as a real server for mail gets them. */
class MailRoundTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private static NotificationDatabase database;
    private GreenMail server;
    private MailRound round;

    @BeforeAll
    static void start() throws Exception {
        database = new NotificationDatabase();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void fresh() throws Exception {
        database.fresh();
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        round = new MailRound();
        round.settings = settings(server.getSmtp().getPort());
        round.clock = ApplicationClock.ahead(Clock.fixed(NOW, ZoneOffset.UTC), "");
        round.steps = new DeliverySteps();
        round.steps.registry = database.dataSource();
        round.steps.clock = round.clock;
    }

    @AfterEach
    void close() {
        server.stop();
    }

    static MailSettings settings(int port) {
        MailSettings settings = new MailSettings();
        settings.host = Optional.of("127.0.0.1");
        settings.port = Optional.of(port);
        settings.user = Optional.empty();
        settings.password = Optional.empty();
        settings.from = Optional.of("chengxin@city.example");
        settings.protection = MailSettings.Protection.NONE;
        settings.siteUrl = Optional.of("https://credit.example");
        return settings;
    }

    @Test
    void the_clerk_reads_why_a_lot_went_back_and_where() throws Exception {
        waiting(1);
        round.run();

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("诚信：批次被退回 L1");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("clerk@env.example");
        assertThat(mail.getFrom()[0]).hasToString("chengxin@city.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat((String) mail.getContent())
                .contains("批次 L1（环境行政处罚）被退回。理由：金额与决定书不符")
                .contains("https://credit.example/console/lot.xhtml?no=L1")
                .contains("https://credit.example/console/notices.xhtml");
        assertThat(database.rows("SELECT state, attempts, cause FROM notice_mail"))
                .containsExactly("SENT|1|null");
        round.run();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void many_notices_are_lines_of_one_mail_in_the_readers_language() throws Exception {
        database.run("INSERT INTO notice_choice (user_id, mail, language) VALUES (1, 'AT_ONCE', 'en')");
        waiting(Mail.MOST_LINES + 3);
        round.run();

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Chengxin: 53 new notices");
        assertThat((String) mail.getContent())
                .contains("Lot L50 (Environmental penalty) was returned. Reason: 金额与决定书不符")
                .doesNotContain("Lot L51 ")
                .contains("And 3 more");
    }

    @Test
    void what_somebody_typed_makes_no_line_of_the_head_nor_of_the_text() throws Exception {
        onlyClerk();
        database.happened(
                NOW,
                Happenings.lotReturned("L1\r\nBcc: all@other.example")
                        .with(Detail.REASON, "a\r\n\r\nb\u2028Bcc: c@d.example"));
        collected();
        round.run();

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).doesNotContain("\r").doesNotContain("\n");
        assertThat(((String) mail.getContent()).lines().filter(line -> line.contains("Bcc:")))
                .hasSize(1)
                .allMatch(line -> line.startsWith("- ") && line.endsWith("理由：a b Bcc: c@d.example"));
    }

    @Test
    void a_server_that_is_away_gets_the_mail_when_it_is_back() throws Exception {
        int port = server.getSmtp().getPort();
        server.stop();
        waiting(1);
        round.run();
        assertThat(database.rows("SELECT state, attempts FROM notice_mail")).containsExactly("WAITING|1");
        assertThat(database.rows("SELECT cause FROM notice_mail").get(0)).startsWith("MailConnectException");

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        round.run();
        assertThat(server.getReceivedMessages()).isEmpty();
        round.steps.clock = ApplicationClock.ahead(Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC), "");
        round.run();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(database.rows("SELECT state, attempts FROM notice_mail")).containsExactly("SENT|2");
    }

    @Test
    void what_a_server_refuses_for_good_is_left_to_people_and_does_not_hold_up_others() throws Exception {
        try (ScriptedServer refusing = new ScriptedServer("RCPT TO:<clerk@", "550 5.1.1 <clerk@env.example> unknown")) {
            round.settings = settings(refusing.port());
            database.happened(NOW, Happenings.lotReturned("L1"));
            collected();
            round.run();

            assertThat(database.rows("SELECT user_id, state, attempts FROM notice_mail ORDER BY id"))
                    .containsExactly("1|FAILED|1", "2|SENT|1");
            assertThat(database.rows("SELECT cause FROM notice_mail WHERE state = 'FAILED'"))
                    .singleElement()
                    .satisfies(cause -> assertThat(cause).doesNotContain("clerk@"));
        }
    }

    @Test
    void what_a_server_refuses_for_now_is_tried_again() throws Exception {
        try (ScriptedServer busy = new ScriptedServer("RCPT TO:<clerk@", "451 4.7.1 come back later")) {
            round.settings = settings(busy.port());
            waiting(1);
            round.run();

            assertThat(database.rows("SELECT state, attempts FROM notice_mail")).containsExactly("WAITING|1");
        }
    }

    @Test
    void a_connection_that_breaks_after_the_mail_was_given_sends_it_to_people_and_not_twice() throws Exception {
        try (ScriptedServer dying = new ScriptedServer(".", null)) {
            round.settings = settings(dying.port());
            waiting(1);
            round.run();

            assertThat(database.rows("SELECT state, attempts FROM notice_mail")).containsExactly("FAILED|1");
            assertThat(database.rows("SELECT cause FROM notice_mail").get(0)).startsWith("INTERRUPTED");
        }
    }

    @Test
    void a_connection_that_breaks_ends_the_round_and_leaves_the_next_mail_for_another() throws Exception {
        try (ScriptedServer dying = new ScriptedServer(".", null)) {
            round.settings = settings(dying.port());
            database.happened(NOW, Happenings.lotReturned("L1"));
            collected();
            round.run();

            assertThat(database.rows("SELECT user_id, state, attempts FROM notice_mail ORDER BY id"))
                    .containsExactly("1|FAILED|1", "2|WAITING|0");
        }
    }

    @Test
    void a_server_that_is_away_ends_the_round_before_the_next_mail_is_taken() throws Exception {
        server.stop();
        database.happened(NOW, Happenings.lotReturned("L1"));
        collected();
        round.run();

        assertThat(database.rows("SELECT user_id, state, attempts FROM notice_mail ORDER BY id"))
                .containsExactly("1|WAITING|1", "2|WAITING|0");
    }

    @Test
    void a_server_that_stops_takes_no_further_mail() throws Exception {
        waiting(1);
        round.stop();
        round.run();

        assertThat(database.rows("SELECT state, attempts FROM notice_mail")).containsExactly("WAITING|0");
    }

    /** So many notices in one mail to the clerk. */
    private void waiting(int notices) throws Exception {
        onlyClerk();
        for (int i = 1; i <= notices; i++) {
            database.happened(NOW, Happenings.lotReturned("L" + i));
        }
        collected();
    }

    private static void onlyClerk() throws Exception {
        database.run("UPDATE app_user SET email = NULL WHERE username <> 'clerk'");
    }

    private static void collected() throws Exception {
        database.spread(NOW);
        try (Connection connection = database.connection()) {
            assertThat(new MailCollecting(connection, NOW).atOnce()).isPositive();
        }
    }
}

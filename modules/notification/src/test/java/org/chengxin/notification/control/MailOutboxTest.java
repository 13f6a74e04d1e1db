package org.chengxin.notification.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chengxin.notification.boundary.MailStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails on their way, with the database as the only memory. */
class MailOutboxTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String STATES = "SELECT user_id, state, attempts FROM notice_mail ORDER BY id";

    private static NotificationDatabase database;
    private Connection connection;

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
        connection = database.connection();
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void one_mail_holds_what_came_and_the_next_follows_after_a_pause() throws Exception {
        told("L1", "L2");
        assertThat(new MailCollecting(connection, NOW).atOnce()).isEqualTo(4);
        assertThat(database.rows(STATES)).containsExactly("1|WAITING|0", "2|WAITING|0");
        told("L3");
        assertThat(new MailCollecting(connection, NOW.plusSeconds(59)).atOnce()).isZero();
        told("L4");
        assertThat(new MailCollecting(connection, NOW.plusSeconds(60)).atOnce()).isEqualTo(4);

        Mail first = outbox(NOW).take().orElseThrow();
        assertThat(first.address()).isEqualTo("clerk@env.example");
        assertThat(first.total()).isEqualTo(2);
        assertThat(first.lines()).extracting(Mail.Line::link).containsExactly("lot.xhtml?no=L1", "lot.xhtml?no=L2");
    }

    @Test
    void a_digest_is_one_mail_a_day() throws Exception {
        database.run("INSERT INTO notice_choice (user_id, mail, language) VALUES (1, 'DIGEST', 'en')");
        told("L1", "L2");
        MailCollecting collecting = new MailCollecting(connection, NOW);
        assertThat(collecting.digest(TODAY)).isEqualTo(2);
        told("L3");
        assertThat(collecting.digest(TODAY)).isZero();
        assertThat(collecting.digest(TODAY.plusDays(1))).isEqualTo(1);

        Mail mail = outbox(NOW).take().orElseThrow();
        assertThat(mail.digest()).isTrue();
        assertThat(mail.language().getLanguage()).isEqualTo("en");
        assertThat(mail.lines()).hasSize(2);
    }

    @Test
    void however_much_waits_for_somebody_is_one_digest() throws Exception {
        database.run("INSERT INTO notice_choice (user_id, mail, language) SELECT n, 'DIGEST', 'zh'"
                + " FROM generate_series(1, 2) n");
        told("L1");
        database.run("WITH more AS (INSERT INTO notice_event (kind, event_key, organisation_id, roles, page, page_key,"
                + " details, occurred_at, spread_at) SELECT kind, 'm' || n, organisation_id, roles, page, page_key,"
                + " details, occurred_at, spread_at FROM notice_event, generate_series(1, 3000) n RETURNING id)"
                + " INSERT INTO notice (event_id, user_id, mail_choice) SELECT more.id, u.id, 'DIGEST' FROM more,"
                + " generate_series(1, 2) u (id)");

        assertThat(new MailCollecting(connection, NOW).digest(TODAY)).isEqualTo(6_002);
        assertThat(database.rows("SELECT count(*) FROM notice WHERE mail_id IS NULL"))
                .containsExactly("0");
        assertThat(database.rows("SELECT user_id, count(*) FROM notice_mail GROUP BY 1 ORDER BY 1"))
                .containsExactly("1|1", "2|1");
    }

    @Test
    void those_for_whom_there_was_no_room_have_their_digest_with_the_next_look() throws Exception {
        int people = MailCollecting.CHUNK + 20;
        String those = " FROM generate_series(1000, " + (1000 + people - 1) + ") n";
        database.run("INSERT INTO app_user (id, username, display_name, organisation_id, password_hash, email)"
                + " SELECT n, 'u' || n, 'n', 7, '', 'u' || n || '@env.example'" + those);
        database.run("INSERT INTO user_role (user_id, role) SELECT n, 'CLERK'" + those);
        database.run("INSERT INTO notice_choice (user_id, mail, language) SELECT n, 'DIGEST', 'zh'" + those);
        onlyForThose();
        told("L1", "L2");
        MailCollecting collecting = new MailCollecting(connection, NOW);

        assertThat(collecting.digest(TODAY)).isEqualTo(2 * MailCollecting.CHUNK);
        assertThat(collecting.digest(TODAY)).isEqualTo(2 * 20);
        assertThat(collecting.digest(TODAY)).isZero();
    }

    private static void onlyForThose() throws Exception {
        database.run("UPDATE app_user SET email = NULL WHERE id < 1000");
    }

    @Test
    void a_mail_in_the_hands_of_one_sender_is_not_taken_by_another() throws Exception {
        told("L1");
        new MailCollecting(connection, NOW).atOnce();
        try (Connection other = database.connection()) {
            connection.setAutoCommit(false);
            Mail first = outbox(NOW).take().orElseThrow();
            // the other neither waits nor takes the same
            Mail second = new MailOutbox(other, NOW).take().orElseThrow();
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(new MailOutbox(other, NOW).take()).isEmpty();
            connection.commit();
            connection.setAutoCommit(true);
            assertThat(new MailOutbox(other, NOW.plus(Duration.ofMinutes(9))).take())
                    .isEmpty();
        }
    }

    @Test
    void two_senders_at_once_take_every_mail_once() throws Exception {
        database.run("INSERT INTO app_user (id, username, display_name, organisation_id, password_hash, email)"
                + " SELECT n, 'u' || n, 'n', 7, '', 'u' || n || '@env.example' FROM generate_series(100, 299) n");
        database.run("INSERT INTO user_role (user_id, role) SELECT n, 'CLERK' FROM generate_series(100, 299) n");
        told("L1");
        new MailCollecting(connection, NOW).atOnce();
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try {
            Callable<Set<Long>> sender = () -> {
                Set<Long> taken = new HashSet<>();
                try (Connection own = database.connection()) {
                    MailOutbox outbox = new MailOutbox(own, NOW);
                    for (Optional<Mail> mail = outbox.take(); mail.isPresent(); mail = outbox.take()) {
                        taken.add(mail.get().id());
                        outbox.sent(mail.get());
                    }
                }
                return taken;
            };
            Future<Set<Long>> one = senders.submit(sender);
            Future<Set<Long>> other = senders.submit(sender);
            Set<Long> all = new HashSet<>(one.get());
            all.addAll(other.get());
            assertThat(one.get().size() + other.get().size()).isEqualTo(202);
            assertThat(all).hasSize(202);
        } finally {
            senders.shutdownNow();
        }
        assertThat(database.rows("SELECT state, attempts, count(*) FROM notice_mail GROUP BY 1, 2"))
                .containsExactly("SENT|1|202");
    }

    @Test
    void what_is_refused_is_tried_again_ever_later_and_then_left_to_people() throws Exception {
        onlyFor("clerk");
        told("L1");
        new MailCollecting(connection, NOW).atOnce();
        Instant at = NOW;
        for (Duration wait : MailOutbox.BACK_OFF) {
            Mail mail = outbox(at).take().orElseThrow();
            outbox(at).refused(mail, "451 later");
            assertThat(outbox(at.plus(wait).minusSeconds(1)).take()).isEmpty();
            at = at.plus(wait);
        }
        outbox(at).refused(outbox(at).take().orElseThrow(), "451 later");
        assertThat(outbox(at.plus(Duration.ofDays(30))).take()).isEmpty();
        assertThat(database.rows(STATES)).containsExactly("1|FAILED|6");

        FailedMails failed = new FailedMails(connection);
        MailStatus status = failed.status("mail.example");
        assertThat(status.failed()).isEqualTo(1);
        assertThat(status.latest()).singleElement().satisfies(mail -> {
            assertThat(mail.username()).isEqualTo("clerk");
            assertThat(mail.cause()).isEqualTo("451 later");
        });
        assertThat(failed.retry(status.latest().get(0).id(), at)).isEqualTo(1);
        assertThat(failed.retry(status.latest().get(0).id(), at)).isZero();
        Mail again = outbox(at).take().orElseThrow();
        outbox(at).sent(again);
        assertThat(database.rows(STATES)).containsExactly("1|SENT|1");
    }

    @Test
    void what_a_killed_server_was_sending_is_not_sent_a_second_time_by_itself() throws Exception {
        onlyFor("clerk");
        told("L1");
        new MailCollecting(connection, NOW).atOnce();
        Mail taken = outbox(NOW).take().orElseThrow();

        assertThat(outbox(NOW.plus(MailOutbox.LOST_AFTER)).giveUpLost()).isZero();
        Instant later = NOW.plus(MailOutbox.LOST_AFTER).plusSeconds(1);
        assertThat(outbox(later).giveUpLost()).isEqualTo(1);
        assertThat(outbox(later).take()).isEmpty();
        assertThat(database.rows("SELECT state, cause FROM notice_mail")).containsExactly("FAILED|INTERRUPTED");
        // and the server that was only slow does not change that
        outbox(later).sent(taken);
        assertThat(database.rows("SELECT state FROM notice_mail")).containsExactly("FAILED");
    }

    @Test
    void who_may_no_longer_know_or_wants_no_mail_gets_none() throws Exception {
        for (String change : new String[] {
            "UPDATE app_user SET enabled = false WHERE id = 1",
            "UPDATE app_user SET email = NULL WHERE id = 1",
            "UPDATE app_user SET organisation_id = 8 WHERE id = 1",
            "DELETE FROM user_role WHERE user_id = 1",
            "INSERT INTO notice_choice (user_id, mail, language) VALUES (1, 'NONE', 'zh')"
        }) {
            database.fresh();
            onlyFor("clerk");
            told("L1");
            new MailCollecting(connection, NOW).atOnce();
            database.run(change);

            assertThat(outbox(NOW).take().orElseThrow().lines()).as(change).isEmpty();
        }
    }

    @Test
    void an_address_with_a_line_of_its_own_is_none() {
        for (String address : new String[] {
            "a@b.example\nBcc: x@y.example", "a@b.example\r", "a b@c.example", "a@b@c.example", "<a@b.example>", "a"
        }) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> {
                        try (java.sql.PreparedStatement put =
                                connection.prepareStatement("UPDATE app_user SET email = ? WHERE id = 1")) {
                            put.setString(1, address);
                            put.executeUpdate();
                        }
                    }))
                    .as(address)
                    .isInstanceOf(java.sql.SQLException.class);
        }
    }

    private void onlyFor(String username) throws Exception {
        database.run("UPDATE app_user SET email = NULL WHERE username <> '" + username + "'");
    }

    private static void told(String... lots) throws Exception {
        for (String lot : lots) {
            database.happened(NOW, Happenings.lotReturned(lot));
        }
        database.spread(NOW);
    }

    private MailOutbox outbox(Instant at) {
        return new MailOutbox(connection, at);
    }
}

package org.chengxin.notification.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.stream.IntStream;
import org.chengxin.notification.boundary.NoticeEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears of what: everybody whom it concerns, once, and nobody else. */
class NoticeSpreadingTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final String HEARD =
            "SELECT u.username, e.event_key FROM notice n JOIN app_user u ON u.id = n.user_id"
                    + " JOIN notice_event e ON e.id = n.event_id ORDER BY n.id";

    private static NotificationDatabase database;

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
    }

    @Test
    void everybody_in_the_role_hears_once_however_often_it_is_said() throws Exception {
        database.happened(NOW, Happenings.lotReturned("L1"));
        database.spread(NOW);
        database.happened(NOW.plusSeconds(60), Happenings.lotReturned("L1"), Happenings.lotReturned("L1"));
        database.spread(NOW.plusSeconds(60));

        // neither the closed account nor the other organisation
        assertThat(database.rows(HEARD)).containsExactly("clerk|L1/0", "second|L1/0");
    }

    @Test
    void an_event_that_is_spread_again_tells_nobody_twice() throws Exception {
        database.happened(NOW, Happenings.lotReturned("L1"));
        database.spread(NOW);
        // as after a server that was killed, or a database that was restored
        database.run("UPDATE notice_event SET spread_at = NULL");
        database.spread(NOW);

        assertThat(database.rows(HEARD)).hasSize(2);
    }

    @Test
    void one_person_hears_alone_and_the_others_where_that_account_is_no_more() throws Exception {
        database.happened(
                NOW,
                Happenings.lotApproved("L1", "second"),
                Happenings.lotApproved("L2", "gone"),
                Happenings.lotApproved("L3", "other"),
                Happenings.lotApproved("L4", "boss"),
                Happenings.taskGiven("t1", "second"),
                Happenings.taskGiven("t2", "gone"));
        database.spread(NOW);

        assertThat(database.rows(HEARD))
                .containsExactlyInAnyOrder(
                        "second|L1/0",
                        "clerk|L2/0",
                        "second|L2/0",
                        "clerk|L3/0",
                        "second|L3/0",
                        "clerk|L4/0",
                        "second|L4/0",
                        "second|t1");
    }

    @Test
    void what_is_rolled_back_tells_nobody() throws Exception {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            new EventWriting(connection, NOW).write(java.util.List.of(Happenings.lotReturned("L1")));
            connection.rollback();
        }
        database.spread(NOW);

        assertThat(database.rows(HEARD)).isEmpty();
    }

    @Test
    void two_servers_share_what_happened() throws Exception {
        NoticeEvent[] events = IntStream.range(0, NoticeSpreading.CHUNK + 100)
                .mapToObj(i -> Happenings.lotReturned("L" + i))
                .toArray(NoticeEvent[]::new);
        database.happened(NOW, events);
        try (Connection one = database.connection();
                Connection other = database.connection()) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            // the second neither waits for the first nor takes what that one has
            assertThat(new NoticeSpreading(one, NOW).next(true)).isEqualTo(NoticeSpreading.CHUNK);
            assertThat(new NoticeSpreading(other, NOW).next(true)).isEqualTo(100);
            assertThat(new NoticeSpreading(other, NOW).next(true)).isZero();
            other.commit();
            // a server that is killed leaves its part to the next
            one.rollback();
        }
        database.spread(NOW);

        assertThat(database.rows(HEARD)).hasSize(2 * events.length).doesNotHaveDuplicates();
    }

    @Test
    void mail_is_for_who_has_an_address_and_wants_it() throws Exception {
        database.run("UPDATE app_user SET email = NULL WHERE username = 'clerk'");
        database.run("INSERT INTO notice_choice (user_id, mail, language) VALUES (2, 'DIGEST', 'en')");
        database.happened(NOW, Happenings.lotReturned("L1"));
        database.spread(NOW);
        try (Connection connection = database.connection()) {
            new EventWriting(connection, NOW).write(java.util.List.of(Happenings.lotReturned("L2")));
            new NoticeSpreading(connection, NOW).next(false);
        }

        assertThat(database.rows("SELECT user_id, mail_choice FROM notice ORDER BY id"))
                .containsExactly("1|NONE", "2|DIGEST", "1|NONE", "2|NONE");
    }

    @Test
    void old_notices_go_and_are_not_taken_for_unsent() throws Exception {
        database.happened(NOW, Happenings.lotReturned("L1"));
        database.spread(NOW);
        try (Connection connection = database.connection()) {
            new MailCollecting(connection, NOW).atOnce();
            new MailOutbox(connection, NOW).take();
            Instant later = NOW.plusSeconds(100);
            database.happened(later, Happenings.lotReturned("L2"));

            assertThat(new NoticeRetention(connection).removeBefore(later)).isFalse();

            assertThat(database.rows("SELECT event_key FROM notice_event")).containsExactly("L2/0");
            assertThat(database.rows("SELECT id FROM notice")).isEmpty();
            // one mail is on its way and one waits: they have nothing in them any more, and are kept until that is
            // known
            assertThat(database.rows("SELECT state FROM notice_mail ORDER BY id"))
                    .containsExactly("SENDING", "WAITING");
            assertThat(new MailOutbox(connection, later).take().orElseThrow().lines())
                    .isEmpty();
        }
    }
}

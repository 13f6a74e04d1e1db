package org.chengxin.notification.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.notification.boundary.MailChoice;
import org.chengxin.notification.boundary.MailPreference;
import org.chengxin.notification.boundary.NoticeEvent;
import org.chengxin.notification.boundary.NoticePage;
import org.chengxin.notification.boundary.NoticeView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody reads the own notices and no others. */
class OwnNoticeTableTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

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
    void tellSome() throws Exception {
        database.fresh();
        database.happened(
                NOW,
                IntStream.range(0, 25)
                        .mapToObj(i -> Happenings.lotApproved("L" + i, "clerk"))
                        .toArray(NoticeEvent[]::new));
        database.happened(NOW, Happenings.lotApproved("L99", "second"));
        database.spread(NOW);
        connection = database.connection();
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void pages_follow_each_other_without_gap_latest_first() throws Exception {
        OwnNoticeTable own = of(1, NotificationDatabase.ENV, Role.CLERK);
        List<String> links = new ArrayList<>();
        String after = null;
        do {
            NoticePage page = own.page(after, 10);
            page.notices().stream().map(NoticeView::link).forEach(links::add);
            after = page.next();
        } while (after != null);

        assertThat(links)
                .isEqualTo(IntStream.range(0, 25)
                        .mapToObj(i -> "lot.xhtml?no=L" + (24 - i))
                        .toList());
        assertThatThrownBy(() -> own.page("forged", 10)).isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void what_is_read_counts_no_more_and_nobody_reads_for_another() throws Exception {
        OwnNoticeTable own = of(1, NotificationDatabase.ENV, Role.CLERK);
        OwnNoticeTable second = of(2, NotificationDatabase.ENV, Role.CLERK);
        long id = own.page(null, 1).notices().get(0).id();

        assertThat(second.read(id, NOW)).isEmpty();
        assertThat(own.unread(100)).isEqualTo(25);
        assertThat(own.unread(10)).isEqualTo(10);
        assertThat(own.read(id, NOW).orElseThrow().link()).isEqualTo("lot.xhtml?no=L24");
        assertThat(own.read(id, NOW.plusSeconds(60)).orElseThrow().readAt().toInstant())
                .isEqualTo(NOW);
        assertThat(own.unread(100)).isEqualTo(24);
        assertThat(own.readAll(NOW)).isEqualTo(24);
        assertThat(own.unread(100)).isZero();
        assertThat(second.unread(100)).isEqualTo(1);
    }

    @Test
    void who_has_left_the_role_or_the_organisation_finds_no_way_any_more() throws Exception {
        assertThat(of(1, NotificationDatabase.ENV, Role.REVIEWER).page(null, 1).notices())
                .singleElement()
                .matches(notice -> notice.link() == null);
        assertThat(of(1, NotificationDatabase.TAX, Role.CLERK).page(null, 1).notices())
                .singleElement()
                .matches(notice -> notice.link() == null);
    }

    @Test
    void what_is_wanted_by_mail_is_kept() throws Exception {
        OwnNoticeTable own = of(1, NotificationDatabase.ENV, Role.CLERK);
        assertThat(own.preference(true))
                .isEqualTo(new MailPreference(MailChoice.AT_ONCE, "zh", "clerk@env.example", true));
        own.prefer(MailChoice.NONE, "zh");
        own.prefer(MailChoice.DIGEST, "en");

        assertThat(own.preference(false))
                .isEqualTo(new MailPreference(MailChoice.DIGEST, "en", "clerk@env.example", false));
        assertThat(of(3, NotificationDatabase.ENV, Role.SUPERVISOR)
                        .preference(true)
                        .address())
                .isNull();
    }

    private OwnNoticeTable of(long user, long organisation, Role role) {
        return new OwnNoticeTable(connection, new Actor(user, "u", "U", organisation, "o", "o", Set.of(role)));
    }
}

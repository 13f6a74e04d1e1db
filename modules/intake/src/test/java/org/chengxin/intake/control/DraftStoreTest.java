package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.chengxin.intake.boundary.Draft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Drafts in the database, by the application's own role. */
class DraftStoreTest {

    private static final Instant NOW = Instant.parse("2026-07-01T01:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(30));
    private static final long OWNER = 71;
    private static final long COLLEAGUE = 72;

    @RegisterExtension
    static final IntakeDatabase DATABASE = new IntakeDatabase();

    private Connection connection;
    private DraftStore drafts;

    @BeforeEach
    void begin() throws SQLException {
        connection = DATABASE.application();
        try (Statement sql = connection.createStatement()) {
            sql.execute("INSERT INTO app_user (id, username, display_name, organisation_id, password_hash)"
                    + " VALUES (71, 'clerk.a', '甲', 7, 'x'), (72, 'clerk.b', '乙', 7, 'x')");
        }
        drafts = new DraftStore(connection, OWNER);
    }

    private int save(String key, String text, int version, Instant when) throws SQLException {
        return drafts.save(Draft.Kind.ENTRY, key, "PEN-ENV", Map.of("facts", text), version, when)
                .orElse(-1);
    }

    private String text(String key) throws SQLException {
        return drafts.find(Draft.Kind.ENTRY, key, LONG_AGO)
                .map(draft -> draft.values().get("facts"))
                .orElse(null);
    }

    @Test
    void what_was_typed_is_there_again() throws SQLException {
        assertThat(save("k", "一\n“二”\"", 0, NOW)).isEqualTo(1);
        assertThat(save("k", "一\n“二”\"三", 1, NOW.plusSeconds(1))).isEqualTo(2);

        Draft draft = drafts.find(Draft.Kind.ENTRY, "k", LONG_AGO).orElseThrow();
        assertThat(draft.values()).isEqualTo(Map.of("facts", "一\n“二”\"三"));
        assertThat(draft.version()).isEqualTo(2);
        assertThat(draft.about()).isEqualTo("PEN-ENV");
        assertThat(draft.startedAt().toInstant()).isEqualTo(NOW);
        assertThat(draft.touchedAt().toInstant()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void of_two_pages_with_the_same_draft_the_second_is_told_and_overwrites_nothing() throws SQLException {
        save("k", "first", 0, NOW);
        assertThat(save("k", "one page", 1, NOW)).isEqualTo(2);
        assertThat(save("k", "the other", 1, NOW)).isEqualTo(-1);
        assertThat(save("k", "a new one under the same key", 0, NOW)).isEqualTo(-1);
        assertThat(text("k")).isEqualTo("one page");
    }

    @Test
    void a_draft_that_was_sent_does_not_come_back_with_what_is_saved_late() throws SQLException {
        save("k", "typed", 0, NOW);
        drafts.drop(Draft.Kind.ENTRY, "k");
        assertThat(save("k", "late", 1, NOW)).isEqualTo(-1);
        assertThat(text("k")).isNull();
    }

    @Test
    void a_colleague_neither_reads_nor_changes_nor_drops_it() throws SQLException {
        save("k", "mine", 0, NOW);
        DraftStore others = new DraftStore(connection, COLLEAGUE);

        assertThat(others.find(Draft.Kind.ENTRY, "k", LONG_AGO)).isEmpty();
        assertThat(others.list(Draft.Kind.ENTRY, LONG_AGO, 10)).isEmpty();
        assertThat(others.count(Draft.Kind.ENTRY, LONG_AGO)).isZero();
        assertThat(others.save(Draft.Kind.ENTRY, "k", "PEN-ENV", Map.of("facts", "x"), 1, NOW))
                .isEmpty();
        others.drop(Draft.Kind.ENTRY, "k");
        assertThat(text("k")).isEqualTo("mine");
    }

    @Test
    void the_list_is_of_one_kind_the_one_touched_last_first() throws SQLException {
        save("old", "1", 0, NOW);
        save("new", "2", 0, NOW.plusSeconds(2));
        drafts.save(Draft.Kind.TASK, "t", "t", Map.of("reason", "3"), 0, NOW.plusSeconds(3));

        assertThat(drafts.list(Draft.Kind.ENTRY, LONG_AGO, 10))
                .extracting(Draft::key)
                .containsExactly("new", "old");
        assertThat(drafts.list(Draft.Kind.ENTRY, LONG_AGO, 1)).hasSize(1);
        assertThat(drafts.count(Draft.Kind.ENTRY, LONG_AGO)).isEqualTo(2);
    }

    @Test
    void what_nobody_touched_for_its_time_is_not_there_and_is_forgotten() throws SQLException {
        save("stale", "1", 0, LONG_AGO.minusSeconds(1));
        save("fresh", "2", 0, LONG_AGO);

        assertThat(text("stale")).isNull();
        assertThat(drafts.list(Draft.Kind.ENTRY, LONG_AGO, 10))
                .extracting(Draft::key)
                .containsExactly("fresh");
        assertThat(drafts.count(Draft.Kind.ENTRY, LONG_AGO)).isEqualTo(1);
        assertThat(DraftStore.forget(connection, LONG_AGO)).isEqualTo(1);
        assertThat(drafts.count(Draft.Kind.ENTRY, LONG_AGO)).isEqualTo(1);
    }
}

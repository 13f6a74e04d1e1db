package org.chengxin.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.Section;
import org.chengxin.record.boundary.EventPage;
import org.chengxin.record.boundary.EventView;
import org.chengxin.record.boundary.RecordList;
import org.chengxin.record.boundary.RecordQuery;
import org.chengxin.record.entity.RecordState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Parts of a record's page and lists of records, read as the application's role. */
class SheetReadingTest {

    private static final long SHORT = 11;
    private static final long LONG = 12;
    private static final int MANY_EVENTS = 450;
    private static final int MANY_VERSIONS = 60;

    private static RecordDatabase database;

    @BeforeAll
    static void aShortLifeAndALongOne() throws IOException, SQLException {
        database = new RecordDatabase();
        database.fill(
                RecordDatabase.organisation(7, "env", "环保"),
                RecordDatabase.organisation(8, "tax", "税务"),
                "INSERT INTO catalogue_item (id, code, name, name_en) VALUES (5, 'PEN-ENV', '处罚', 'Penalty')",
                "INSERT INTO catalogue_item_version (id, item_id, version, definition, effective_from)"
                        + " VALUES (6, 5, 3, '{}', '2020-01-01')",
                "INSERT INTO subject (id, public_id, kind, name, created_at, updated_at)"
                        + " VALUES (1, 'p1', 'PERSON', '王小明', now(), now())",
                "INSERT INTO submission (id, no, item_id, item_code, item_version_id, organisation_id, submitted_by,"
                        + " submitted_name, channel, media_type, content_sha256, size_bytes, mapping, state,"
                        + " received_at, file_name) VALUES (1, 'L1', 5, 'PEN-ENV', 6, 7, 'clerk', '甲', 'API',"
                        + " 'text/csv', 'x', 1, '{}', 'DONE', now(), '一.csv')",
                RecordDatabase.record(SHORT, 7, "PUBLISHED", "PUBLIC", "WARNING", "PEN-ENV"),
                RecordDatabase.record(LONG, 7, "PUBLISHED", "PUBLIC", "ALERT", "PEN-ENV"),
                RecordDatabase.record(13, 7, "HELD", "AUTHORISED", "OTHER", "BANK-LOAN"),
                RecordDatabase.record(14, 8, "HELD", "AUTHORISED", "OTHER", "BANK-LOAN"),
                RecordDatabase.record(15, 8, "PUBLISHED", "PUBLIC", "OTHER", "TAX-GRADE"),
                content(SHORT, 1),
                content(LONG, MANY_VERSIONS),
                // received first, approved last: its events are later than the ruling that came in between
                event(SHORT, 1, "RECEIVE", "2026-01-01", 1),
                event(SHORT, 1, "SET_SCOPE", "2026-01-05", 2),
                event(SHORT, 1, "REVISE", "2026-01-03", 3),
                event(SHORT, 1, "PUBLISH", "2026-01-06", 4),
                event(LONG, MANY_EVENTS, "SET_SCOPE", "2026-01-01", 100));
    }

    private static String content(long record, int versions) {
        return "INSERT INTO record_content (record_id, version, content, content_hash, change_kind, item_version_id,"
                + " organisation_id, submission_id, row_no, actor, recorded_at) SELECT " + record + ", v,"
                + " jsonb_build_object('facts', '第' || v || '次'), 'h', 'CHANGE', 6, 7, 1, v, 'clerk', now()"
                + " FROM generate_series(1, " + versions + ") v";
    }

    private static String event(long record, int events, String type, String day, long firstId) {
        return "INSERT INTO credit_record_event (id, record_id, occurred_at, type, to_state, actor, activity)"
                + " SELECT " + firstId + " + n, " + record + ", '" + day + "'::timestamptz + n * interval '1 minute', '"
                + type + "', 'PUBLISHED', 'clerk', 'A' FROM generate_series(0, " + events + " - 1) n";
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void a_long_life_is_read_with_as_many_statements_as_a_short_one() throws SQLException {
        assertThat(statementsFor(LONG)).isEqualTo(statementsFor(SHORT)).isEqualTo(4);
    }

    private static int statementsFor(long record) throws SQLException {
        AtomicInteger statements = new AtomicInteger();
        try (Connection connection = database.application()) {
            SheetReading reading = new SheetReading(RecordDatabase.counting(connection, statements), record);
            assertThat(reading.versions()).isNotEmpty();
            assertThat(reading.contents(List.of(1, 2))).isNotEmpty();
            assertThat(reading.events(0, SheetReading.EVENTS).events()).isNotEmpty();
            reading.run();
            return statements.get();
        }
    }

    @Test
    void events_go_on_by_their_key_until_none_is_left() throws SQLException {
        try (Connection connection = database.application()) {
            SheetReading reading = new SheetReading(connection, LONG);
            EventPage first = reading.events(0, SheetReading.EVENTS);
            EventPage second = reading.events(first.next(), SheetReading.EVENTS);
            EventPage third = reading.events(second.next(), SheetReading.EVENTS);

            assertThat(first.events()).hasSize(200);
            assertThat(second.events()).hasSize(200);
            assertThat(third.events()).hasSize(50);
            assertThat(third.next()).isNull();
            assertThat(reading.events(0, Integer.MAX_VALUE).events()).hasSize(MANY_EVENTS);
            assertThat(second.events().get(0).occurredAt())
                    .isAfter(first.events().get(199).occurredAt());
        }
    }

    @Test
    void events_stand_as_they_happened_to_the_record_and_the_last_run_begins_with_its_content() throws SQLException {
        try (Connection connection = database.application()) {
            SheetReading reading = new SheetReading(connection, SHORT);

            assertThat(reading.events(0, SheetReading.EVENTS).events())
                    .extracting(EventView::type)
                    .containsExactly("RECEIVE", "SET_SCOPE", "REVISE", "PUBLISH");
            assertThat(reading.run()).extracting(EventView::type).containsExactly("REVISE", "PUBLISH");
        }
    }

    @Test
    void versions_come_newest_first_and_contents_by_their_number() throws SQLException {
        try (Connection connection = database.application()) {
            SheetReading reading = new SheetReading(connection, LONG);

            assertThat(reading.versions()).hasSize(SheetReading.VERSIONS);
            assertThat(reading.versions().get(0).version()).isEqualTo(MANY_VERSIONS);
            assertThat(reading.versions().get(0).itemVersion()).isEqualTo(3);
            assertThat(reading.versions().get(0).submission()).isEqualTo("L1");
            assertThat(reading.contents(Set.of(2, 59, 77)).keySet()).containsExactly(2, 59);
            assertThat(reading.contents(Set.of(2)).get(2).json()).contains("第2次");
        }
    }

    @Test
    void a_department_lists_its_own_records_latest_first() throws SQLException {
        RecordList page = list(actor(7, Role.CLERK), new RecordQuery(null, null, null, null, 2), 100);
        RecordList rest = list(actor(7, Role.CLERK), new RecordQuery(null, null, null, page.next(), 2), 100);

        assertThat(numbers(page)).containsExactly("R13", "R12");
        assertThat(numbers(rest)).containsExactly("R11");
        assertThat(rest.next()).isNull();
        assertThat(page.rows().get(0).scope()).isEqualTo(DisclosureScope.AUTHORISED);
        assertThat(page.rows().get(0).subject()).isEqualTo("王某某");
        assertThat(page.rows().get(0).supplier()).isEqualTo("环保");
    }

    @Test
    void the_centre_lists_all_but_what_needs_an_authorisation_and_the_auditor_that_too() throws SQLException {
        RecordQuery all = new RecordQuery(null, null, null, null, 50);

        assertThat(numbers(list(actor(9, Role.CENTRE), all, 100))).containsExactly("R15", "R12", "R11");
        assertThat(numbers(list(actor(9, Role.AUDITOR), all, 100))).containsExactly("R15", "R14", "R13", "R12", "R11");
    }

    @Test
    void filters_take_state_section_and_item_together() throws SQLException {
        RecordQuery query = new RecordQuery(RecordState.PUBLISHED, Section.WARNING, "PEN-ENV", null, 50);

        assertThat(numbers(list(actor(7, Role.CLERK), query, 100))).containsExactly("R11");
        assertThat(numbers(list(actor(7, Role.CLERK), new RecordQuery(RecordState.ENDED, null, null, null, 50), 100)))
                .isEmpty();
    }

    @Test
    void a_page_whose_filter_hardly_fits_ends_early_and_says_where_it_goes_on() throws SQLException {
        RecordQuery warnings = new RecordQuery(null, Section.WARNING, null, null, 50);
        RecordList nothingYet = list(actor(7, Role.CLERK), warnings, 2);

        assertThat(nothingYet.rows()).isEmpty();
        assertThat(nothingYet.complete()).isFalse();
        RecordList found =
                list(actor(7, Role.CLERK), new RecordQuery(null, Section.WARNING, null, nothingYet.next(), 50), 2);
        assertThat(numbers(found)).containsExactly("R11");
        assertThat(found.complete()).isTrue();
        assertThat(found.next()).isNull();
    }

    private static RecordList list(Actor actor, RecordQuery query, int lookedAt) throws SQLException {
        AtomicInteger statements = new AtomicInteger();
        try (Connection connection = database.application()) {
            RecordList list = new ListReading(
                            RecordDatabase.counting(connection, statements), new ReadingRights(actor), lookedAt)
                    .list(query);
            assertThat(statements).hasValue(1);
            return list;
        }
    }

    private static List<String> numbers(RecordList list) {
        return list.rows().stream().map(RecordList.Row::recordNo).toList();
    }

    private static Actor actor(long organisation, Role role) {
        return new Actor(1L, "x", "某", organisation, "c", "n", Set.of(role));
    }
}

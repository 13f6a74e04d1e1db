package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a reviewer has on the desk, in the database. */
class RemainderReadingTest {

    @RegisterExtension
    static final IntakeDatabase DATABASE = new IntakeDatabase();

    private Connection connection;
    private LotInDatabase lot;
    private RemainderReading reading;

    /** 40 rows: of one kind, severity and authority, except where a test says otherwise; rows 10 and 20 with a warning. */
    @BeforeEach
    void begin() throws SQLException {
        connection = DATABASE.application();
        lot = new LotInDatabase(connection, "PEN-ENV", List.of(new LinkedHashMap<>(PenaltyRow.penalty())));
        sql("DELETE FROM finding WHERE submission_id = " + lot.lot().id());
        sql("DELETE FROM staged_row WHERE submission_id = " + lot.lot().id());
        sql("INSERT INTO staged_row (submission_id, received_at, row_no, outcome, content, title, severity)"
                + " SELECT s.id, s.received_at, g, 'ACCEPTED', jsonb_build_object('" + field("KIND") + "', '罚款', '"
                + field("AUTHORITY") + "', '市环保局', '" + amount() + "', 5000), '第' || g || '条', 'ORDINARY'"
                + " FROM submission s, generate_series(2, 41) g WHERE s.id = "
                + lot.lot().id());
        sql("INSERT INTO finding (submission_id, received_at, row_no, seq, rule, severity) SELECT submission_id,"
                + " received_at, row_no, 1, 'TOO_LONG', CASE row_no WHEN 30 THEN 'INFO' ELSE 'WARNING' END"
                + " FROM staged_row WHERE row_no IN (10, 20, 30) AND submission_id = "
                + lot.lot().id());
        reading = new RemainderReading(connection, lot.lot());
    }

    private static String field(String meaning) {
        return DemonstrationCatalogue.item("PEN-ENV")
                .field(FieldMeaning.valueOf(meaning))
                .orElseThrow()
                .name();
    }

    private static String amount() {
        return DemonstrationCatalogue.item("PEN-ENV").fields().stream()
                .filter(field -> field.type().name().startsWith("AMOUNT"))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private void sql(String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private void change(int row, String what) throws SQLException {
        sql("UPDATE staged_row SET " + what + " WHERE row_no = " + row + " AND submission_id = "
                + lot.lot().id());
    }

    private RemainderReading.Rest rest() throws SQLException {
        return reading.rest(DemonstrationCatalogue.item("PEN-ENV"), 20);
    }

    @Test
    void flagged_rows_are_read_in_pages_and_remarks_flag_none() throws SQLException {
        assertThat(reading.flaggedRows()).isEqualTo(2);
        assertThat(reading.flagged(0, 1)).extracting(ReviewRow::rowNo).containsExactly(10);
        assertThat(reading.flagged(10, 5)).extracting(ReviewRow::rowNo).containsExactly(20);
        assertThat(reading.flagged(20, 5)).isEmpty();
    }

    @Test
    void the_remainder_is_counted_by_what_it_has_in_common() throws SQLException {
        change(2, "severity = 'SERIOUS'");
        change(3, "content = content || '{\"" + amount() + "\": 10000}'");
        change(4, "content = content || '{\"" + amount() + "\": 2000000}'");
        change(5, "content = content - '" + amount() + "'");
        change(6, "content = content || '{\"" + field("AUTHORITY") + "\": \"区环保局\"}'");
        change(7, "makes_nothing = true");
        change(8, "outcome = 'REJECTED'");

        List<RemainderReading.Group> groups = rest().groups();

        assertThat(groups.get(0)).isEqualTo(new RemainderReading.Group("罚款", "ORDINARY", "市环保局", 0, 31));
        assertThat(groups.subList(1, groups.size()))
                .containsExactlyInAnyOrder(
                        new RemainderReading.Group("罚款", "SERIOUS", "市环保局", 0, 1),
                        new RemainderReading.Group("罚款", "ORDINARY", "市环保局", 1, 1),
                        new RemainderReading.Group("罚款", "ORDINARY", "市环保局", 3, 1),
                        new RemainderReading.Group("罚款", "ORDINARY", "市环保局", null, 1),
                        new RemainderReading.Group("罚款", "ORDINARY", "区环保局", 0, 1));
        assertThat(groups.stream().mapToInt(RemainderReading.Group::rows).sum())
                .as("40 rows without 2 flagged, a duplicate and a rejected one")
                .isEqualTo(36)
                .isEqualTo(rest().rows());
    }

    @Test
    void where_all_are_flagged_nothing_remains() throws SQLException {
        sql("INSERT INTO finding (submission_id, received_at, row_no, seq, rule, severity) SELECT submission_id,"
                + " received_at, row_no, 2, 'TOO_LONG', 'WARNING' FROM staged_row WHERE submission_id = "
                + lot.lot().id());
        assertThat(rest()).isEqualTo(new RemainderReading.Rest(0, List.of()));
        assertThat(reading.flaggedRows()).isEqualTo(40);
    }

    @Test
    void one_statement_counts_them_however_many_there_are() throws SQLException {
        int few = statements();
        sql("INSERT INTO staged_row (submission_id, received_at, row_no, outcome, content, severity) SELECT s.id,"
                + " s.received_at, g, 'ACCEPTED', jsonb_build_object('" + field("AUTHORITY")
                + "', '局' || g % 500), 'ORDINARY' FROM submission s, generate_series(1000, 6000) g WHERE s.id = "
                + lot.lot().id());

        assertThat(statements()).isEqualTo(few).isEqualTo(1);
        assertThat(rest().groups()).hasSize(20);
        assertThat(rest().rows())
                .as("of all groups, also of those that are not shown")
                .isEqualTo(5_039);
    }

    private int statements() throws SQLException {
        CountedStatements counted = new CountedStatements();
        new RemainderReading(counted.of(connection), lot.lot()).rest(DemonstrationCatalogue.item("PEN-ENV"), 20);
        return counted.executed().size();
    }
}

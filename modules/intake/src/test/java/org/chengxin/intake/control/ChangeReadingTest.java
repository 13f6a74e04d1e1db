package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reviewer sees which rows of a lot would change a record, and what that says now. */
class ChangeReadingTest {

    @RegisterExtension
    static final IntakeDatabase DATABASE = new IntakeDatabase();

    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        connection = DATABASE.application();
        Map<String, String> registration = new LinkedHashMap<>();
        registration.put("subjectName", "苏州某某染织有限公司");
        registration.put("unifiedCode", PenaltyRow.CODE);
        new LotInDatabase(connection, "REG-BASIC", List.of(registration)).admit();
    }

    @AfterEach
    void forget() throws Exception {
        connection.rollback();
        connection.close();
    }

    @Test
    void a_row_of_a_record_that_is_there_comes_with_what_it_says_now_and_a_new_one_does_not() throws Exception {
        LotInDatabase first = new LotInDatabase(connection, "PEN-ENV", List.of(PenaltyRow.penalty()));
        first.admit();
        keepContent(first);
        Map<String, String> changed = PenaltyRow.penalty();
        changed.put("fine", "25000");
        Map<String, String> another = PenaltyRow.penalty();
        another.put("documentNo", "苏环罚字〔2026〕13号");
        LotInDatabase second = new LotInDatabase(connection, "PEN-ENV", List.of(another, changed));

        CountedStatements counted = new CountedStatements();
        List<ChangeReading.Row> changes = new ChangeReading(counted.of(connection), second.lot()).of(List.of(2, 3, 4));

        assertThat(counted.executed()).hasSize(1);
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.rowNo()).isEqualTo(3);
            assertThat(change.version()).isEqualTo(1);
            assertThat(change.before()).contains("15000").doesNotContain("25000");
            assertThat(change.after()).contains("25000");
        });
        assertThat(new ChangeReading(connection, first.lot()).of(List.of(2)))
                .as("a lot changes nothing that came from itself")
                .isEmpty();
    }

    private void keepContent(LotInDatabase lot) throws Exception {
        try (Statement sql = connection.createStatement()) {
            sql.execute("UPDATE submission SET reviewed_by = 'reviewer.a' WHERE id = "
                    + lot.lot().id());
            sql.execute("SELECT set_config('chengxin.supplier', '" + IntakeDatabase.SUPPLIER + "', true)");
            sql.execute("INSERT INTO record_content (record_id, version, content, content_hash, change_kind,"
                    + " item_version_id, organisation_id, submission_id, row_no, actor, recorded_at)"
                    + " SELECT r.id, 1, t.content, t.content_hash, 'FIRST', r.item_version_id, r.organisation_id,"
                    + " t.submission_id, t.row_no, 'clerk.a', now() FROM staged_row t JOIN credit_record r"
                    + " ON r.id = t.record_id WHERE t.submission_id = "
                    + lot.lot().id());
        }
    }
}

package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.entity.LotPart;
import org.chengxin.kernel.code.RegistrationNumber;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Approved rows on their way to records, when the world has changed since they were checked. */
class LotAdmissionTest {

    private static final String OLD_NUMBER =
            RegistrationNumber.generate("320500", 77).value();

    @RegisterExtension
    static final IntakeDatabase DATABASE = new IntakeDatabase();

    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = DATABASE.application();
        new LotInDatabase(
                        connection,
                        "REG-BASIC",
                        List.of(registration(PenaltyRow.penalty().get("subjectName"), PenaltyRow.CODE, "")))
                .admit();
    }

    private static Map<String, String> penalty(int number) {
        Map<String, String> row = PenaltyRow.penalty();
        row.put("documentNo", "苏环试字〔2026〕" + number + "号");
        return row;
    }

    private static Map<String, String> registration(String name, String unifiedCode, String number) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("subjectName", name);
        row.put("unifiedCode", unifiedCode);
        row.put("registrationNo", number);
        return row;
    }

    private static String unified(int serial) {
        return UnifiedSocialCreditCode.generate("91", "320500", 900_000 + serial)
                .value();
    }

    @SafeVarargs
    private final LotInDatabase penalties(Map<String, String>... rows) throws SQLException {
        return new LotInDatabase(connection, "PEN-ENV", List.of(rows));
    }

    private List<String> records(String item) throws SQLException {
        return IntakeDatabase.rows(
                connection,
                "SELECT record_no, content_version FROM credit_record WHERE item_code = '" + item + "' ORDER BY id");
    }

    @Test
    void the_duplicate_of_a_row_that_was_sent_back_becomes_the_record_itself() throws SQLException {
        LotInDatabase lot = penalties(penalty(1), penalty(1));
        assertThat(lot.rows()).containsExactly("2|f|null", "3|t|null");
        execute("UPDATE staged_row SET outcome = 'REJECTED', record_no = NULL, record_id = NULL WHERE row_no = 2"
                + " AND submission_id = " + lot.lot().id());

        lot.admit();

        String record = records("PEN-ENV").get(0).split("\\|")[0];
        assertThat(lot.rows()).containsExactly("3|f|" + record);
        assertThat(IntakeDatabase.rows(
                        connection,
                        "SELECT row_no FROM finding WHERE rule = 'DUPLICATE' AND submission_id = "
                                + lot.lot().id()))
                .isEmpty();
    }

    @Test
    void who_sends_a_row_back_sends_back_what_says_the_same() throws SQLException {
        LotInDatabase lot = penalties(penalty(1), penalty(2), penalty(1), penalty(3));

        assertThat(RowRefusals.acceptedOfRound(connection, lot.lot(), List.of(2)))
                .containsExactlyInAnyOrder(2, 4);
        assertThat(RowRefusals.acceptedOfRound(connection, lot.lot(), List.of(3)))
                .containsExactly(3);
        assertThat(RowRefusals.acceptedOfRound(connection, lot.lot(), null)).hasSize(4);
    }

    @Test
    void what_another_lot_brought_meanwhile_is_not_brought_again_and_every_row_finds_it() throws SQLException {
        LotInDatabase lot = penalties(penalty(1), penalty(2), penalty(1));
        LotInDatabase faster = penalties(penalty(1));
        faster.admit();

        LotAdmission admission = lot.admit(LotAdmission.CHUNK);

        assertThat(admission.consumed()).isEqualTo(3);
        assertThat(admission.rowsLeft()).isFalse();
        assertThat(records("PEN-ENV")).hasSize(2).allMatch(record -> record.endsWith("|1"));
        String theirs = faster.rows().get(0).split("\\|")[2];
        assertThat(lot.rows()).contains("2|t|" + theirs, "4|t|" + theirs).noneMatch(row -> row.endsWith("null"));
    }

    @Test
    void rows_that_make_nothing_are_passed_over_once() throws SQLException {
        LotInDatabase lot = penalties(penalty(1), penalty(2), penalty(3));
        penalties(penalty(1), penalty(2)).admit();

        LotAdmission first = lot.admit(2);

        assertThat(first.consumed()).isEqualTo(2);
        assertThat(first.lastRow()).isEqualTo(3);
        assertThat(first.rowsLeft()).isTrue();
        assertThat(lot.lot().rounds().lastRowAdmitted()).isEqualTo(3);
        assertThat(lot.admit(2).consumed()).isEqualTo(1);
        assertThat(records("PEN-ENV")).hasSize(3);
    }

    @Test
    void an_enterprise_under_a_new_code_has_one_registration_still() throws SQLException {
        LotInDatabase old =
                new LotInDatabase(connection, "REG-BASIC", List.of(registration("苏州换码有限公司", "", OLD_NUMBER)));
        old.admit();
        String record = old.rows().get(0).split("\\|")[2];
        LotInDatabase renewed =
                new LotInDatabase(connection, "REG-BASIC", List.of(registration("苏州换码有限公司", unified(1), OLD_NUMBER)));

        renewed.admit();

        assertThat(renewed.rows()).containsExactly("2|f|" + record);
        assertThat(records("REG-BASIC")).hasSize(2).contains(record + "|2");
    }

    @Test
    void what_was_replaced_under_a_new_code_does_not_come_back_by_it() throws SQLException {
        Map<String, String> replaced = registration("苏州二名有限公司", unified(3), OLD_NUMBER);
        for (Map<String, String> row : List.of(
                registration("苏州一名有限公司", "", OLD_NUMBER), replaced, registration("苏州三名有限公司", unified(3), OLD_NUMBER))) {
            LotInDatabase lot = new LotInDatabase(connection, "REG-BASIC", List.of(row));
            lot.admit();
            remember(lot);
        }

        LotInDatabase again = new LotInDatabase(connection, "REG-BASIC", List.of(replaced));

        assertThat(again.rows()).isEmpty();
        assertThat(IntakeDatabase.rows(
                        connection,
                        "SELECT rule FROM finding WHERE submission_id = "
                                + again.lot().id()))
                .contains("CONTENT_REPLACED");
    }

    /** The content versions that a lot's rows brought, as the record module keeps them. */
    private void remember(LotInDatabase lot) throws SQLException {
        execute("SELECT set_config('chengxin.supplier', '7', true)");
        execute("UPDATE submission SET reviewed_by = 'reviewer.a' WHERE id = "
                + lot.lot().id());
        execute("INSERT INTO record_content (record_id, version, content, content_hash, change_kind, item_version_id,"
                + " organisation_id, submission_id, row_no, actor, recorded_at) SELECT r.id, r.content_version, t.content,"
                + " t.content_hash, 'CHANGE', r.item_version_id, 7, t.submission_id, t.row_no, 'clerk.a', now()"
                + " FROM staged_row t JOIN credit_record r ON r.id = t.record_id WHERE t.submission_id = "
                + lot.lot().id());
    }

    @Test
    void two_contents_of_one_record_come_in_two_chunks_whatever_code_each_names() throws SQLException {
        LotInDatabase lot = new LotInDatabase(
                connection,
                "REG-BASIC",
                List.of(
                        registration("苏州先名有限公司", "", OLD_NUMBER),
                        registration("苏州旁人有限公司", unified(2), ""),
                        registration("苏州后名有限公司", unified(1), OLD_NUMBER)));

        LotAdmission first = lot.admit(LotAdmission.CHUNK);

        assertThat(first.consumed()).isEqualTo(2);
        assertThat(first.rowsLeft()).isTrue();
        lot.admit();
        String record = lot.rows().get(0).split("\\|")[2];
        assertThat(lot.rows()).contains("2|f|" + record, "4|f|" + record);
        assertThat(records("REG-BASIC")).hasSize(3).contains(record + "|2");
    }

    @Test
    void moving_many_rows_takes_no_more_statements_than_moving_three() throws SQLException {
        int few = statementsToMove(1, 3);
        assertThat(statementsToMove(100, 60)).isEqualTo(few);
    }

    /** A lot all of whose rows another lot has brought meanwhile, but for its last. */
    private int statementsToMove(int from, int rows) throws SQLException {
        List<Map<String, String>> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add(penalty(from + i));
        }
        LotInDatabase lot = new LotInDatabase(connection, "PEN-ENV", all);
        new LotInDatabase(connection, "PEN-ENV", all.subList(0, rows - 1)).admit();
        CountedStatements counted = new CountedStatements();

        LotAdmission admission = lot.admission(counted.of(connection), LotPart.WHOLE, LotAdmission.CHUNK);

        assertThat(admission.next()).hasSize(1);
        assertThat(admission.consumed()).isEqualTo(rows);
        assertThat(lot.rows()).filteredOn(row -> row.contains("|t|")).hasSize(rows - 1);
        return counted.executed().size();
    }

    @Test
    void rows_of_a_lot_are_found_by_key_without_looking_at_the_others() throws SQLException {
        LotInDatabase lot = penalties(penalty(1));
        execute("INSERT INTO staged_row (submission_id, received_at, row_no, outcome, dedupe_key, record_id, record_no)"
                + " SELECT submission_id, received_at, n, CASE WHEN n % 3 = 0 THEN 'REJECTED' ELSE 'ACCEPTED' END,"
                + " 'key' || n, n, 'R' || n FROM staged_row, generate_series(10, 5009) n WHERE submission_id = "
                + lot.lot().id());
        long before = rowsLookedAt();

        assertThat(StagedRows.rowsByKey(
                        connection, lot.lot(), List.of("key100", "key101", "key102", "key103"), List.of(101)))
                .containsOnlyKeys("key100", "key103")
                .extractingByKey("key100")
                .extracting(StagedRows.Place::recordNo)
                .isEqualTo("R100");
        assertThat(rowsLookedAt() - before).isLessThan(10);
    }

    private long rowsLookedAt() throws SQLException {
        return Long.parseLong(IntakeDatabase.rows(
                        connection,
                        "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) FROM pg_stat_xact_user_tables"
                                + " WHERE relname LIKE 'staged_row%'")
                .get(0));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

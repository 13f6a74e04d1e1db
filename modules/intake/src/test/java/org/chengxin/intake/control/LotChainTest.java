package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chengxin.intake.boundary.LotChain;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lost rows are sent again in a lot of their own, and each row counts once over all of them. */
class LotChainTest {

    @RegisterExtension
    static final IntakeDatabase DATABASE = new IntakeDatabase();

    private static final HeaderMapping MAPPING = HeaderMapping.identity(
                    PenaltyRow.ITEM, List.copyOf(PenaltyRow.penalty().keySet()))
            .orElseThrow();

    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = DATABASE.application();
    }

    /** A lot with so many rows, of which the first ones have no date of decision. */
    private Submission lot(int rows, int wrong) throws SQLException {
        List<Map<String, String>> cells = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            Map<String, String> row = PenaltyRow.penalty();
            row.put("documentNo", "苏环罚字〔2026〕" + i + "号");
            row.put("decidedOn", i <= wrong ? "" : "2026-05-04");
            cells.add(row);
        }
        Submission lot = new LotInDatabase(connection, "PEN-ENV", cells).lot();
        count(lot);
        return lot;
    }

    /** What the entity would have written by now. */
    private void count(Submission lot) throws SQLException {
        sql("UPDATE submission SET state = 'DONE', received = c.n, accepted = c.accepted, rejected = c.rejected,"
                + " unmatched = c.unmatched FROM (SELECT count(*) AS n,"
                + " count(*) FILTER (WHERE outcome = 'ACCEPTED') AS accepted,"
                + " count(*) FILTER (WHERE outcome = 'REJECTED') AS rejected,"
                + " count(*) FILTER (WHERE outcome = 'UNMATCHED') AS unmatched"
                + " FROM staged_row WHERE submission_id = " + lot.id() + ") c WHERE id = " + lot.id());
    }

    private void sql(String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Ties a lot, whose rows are 2 and following, to rows of another one. */
    private void resend(Submission lot, Submission origin, int... originRows) throws SQLException {
        resend(
                lot,
                IntStream.of(originRows)
                        .mapToObj(row -> new CorrectionFile.Origin(origin.no(), row).text())
                        .toArray(String[]::new));
    }

    private void resend(Submission lot, String... references) throws SQLException {
        StringBuilder csv = new StringBuilder("原批次行号,企业名称\n");
        for (String reference : references) {
            csv.append(reference).append(",甲\n");
        }
        try (RowSource file = CorrectionFile.orAsItIs(TabularReader.open(
                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)), null, Lots.SMALL))) {
            ResentRows resent = new ResentRows(connection, lot, file);
            while (file.next()) {
                resent.kept(file.rowNumber());
            }
            resent.write();
        }
    }

    private LotChain chain(Submission lot) throws SQLException {
        return new LotChain(new LotChainReading(connection).of(lot.id()));
    }

    @Test
    void every_row_counts_once_over_the_chain() throws SQLException {
        Submission first = lot(10, 4);
        Submission second = lot(3, 1);
        resend(second, first, 2, 3, 4);
        Submission third = lot(1, 0);
        resend(third, second, 2);

        LotChain chain = chain(second);

        assertThat(chain.lots()).extracting(LotChain.Link::no).containsExactly(first.no(), second.no(), third.no());
        assertThat(chain.lots()).extracting(LotChain.Link::corrects).containsExactly(null, first.no(), second.no());
        assertThat(chain.lots()).extracting(link -> link.again().rejected()).containsExactly(3, 1, 0);
        assertThat(chain.lots()).allMatch(link -> link.counts().reconciles());
        assertThat(chain.total()).matches(LotChain.Counts::reconciles);
        assertThat(chain.total().received()).isEqualTo(10);
        assertThat(chain.total().rejected()).as("row 5 of the first lot").isEqualTo(1);
        assertThat(chain(first)).isEqualTo(chain).isEqualTo(chain(third));
    }

    @Test
    void a_row_that_went_on_by_itself_since_is_a_row_of_its_own() throws SQLException {
        Submission first = lot(2, 2);
        Submission second = lot(2, 0);
        resend(second, first, 2, 3);
        sql("UPDATE staged_row SET outcome = 'ACCEPTED' WHERE row_no = 2 AND submission_id = " + first.id());
        count(first);

        assertThat(chain(first).total().received()).isEqualTo(3);
        assertThat(chain(first).total()).matches(LotChain.Counts::reconciles);
    }

    @Test
    void of_a_lot_that_went_back_as_a_whole_every_row_is_sent_again() throws SQLException {
        Submission first = lot(3, 1);
        sql("UPDATE submission SET state = 'RETURNED' WHERE id = " + first.id());
        assertThat(chain(first).total()).as("nothing of it went on").isEqualTo(new LotChain.Counts(3, 0, 3, 0, 0));
        resend(lot(2, 0), first, 2, 3);
        assertThat(chain(first).total()).isEqualTo(new LotChain.Counts(3, 0, 1, 0, 2));
    }

    @Test
    void a_row_is_sent_again_once_and_then_no_longer_offered() throws SQLException {
        Submission first = lot(4, 3);
        assertThat(new LostRows(connection, first).count()).isEqualTo(3);
        Submission second = lot(1, 1);
        resend(second, first, 3);
        Submission other = lot(1, 0);
        resend(other, first, 3);

        assertThat(new LostRows(connection, first).count()).isEqualTo(2);
        assertThat(new LostRows(connection, first).after(0, 10, MAPPING))
                .extracting(LostRows.Row::rowNo)
                .containsExactly(2, 4);
        assertThat(new LostRows(connection, first).after(2, 10, MAPPING))
                .extracting(LostRows.Row::rowNo)
                .containsExactly(4);
        assertThat(new LostRows(connection, first).after(0, 1, MAPPING).get(0).cells())
                .contains("苏环罚字〔2026〕1号");
        // the lot that came later has a new row, and the chain still adds up
        assertThat(chain(first).total()).matches(LotChain.Counts::reconciles);
        assertThat(chain(first).total().received()).isEqualTo(5);
    }

    @Test
    void lots_of_others_are_not_corrected_whatever_a_row_says() throws SQLException {
        Submission first = lot(1, 1);
        sql("INSERT INTO organisation (id, code, name, short_name, kind, level, division_code)"
                + " VALUES (8, 'b', '乙局', '乙局', 'DEPARTMENT', 'MUNICIPAL', '320500')");
        sql("UPDATE submission SET organisation_id = 8 WHERE id = " + first.id());
        Submission second = lot(1, 0);
        resend(second, first, 2);

        assertThat(chain(second).lots()).hasSize(1);
        ResentRows named = new ResentRows(connection, second, null);
        assertThatThrownBy(() -> named.corrects(first.no()))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("SUBMISSION_UNKNOWN"));
    }

    private void state(Submission lot, String scope, String document) throws SQLException {
        sql("UPDATE submission SET lot_scope = " + scope + ", historic_document = " + document + " WHERE id = "
                + lot.id());
    }

    @Test
    void what_is_not_stated_is_that_of_the_lot_that_is_corrected() throws SQLException {
        Submission first = lot(2, 2);
        state(first, "'GOVERNMENT'", "'苏府批〔2025〕3号'");
        Submission byRows = lot(1, 0);
        resend(byRows, first, 2);
        Submission named = lot(1, 0);
        new ResentRows(connection, named, null).corrects(first.no());

        for (Submission lot : List.of(byRows, named)) {
            assertThat(lot.receipt().lotScope()).isEqualTo(DisclosureScope.GOVERNMENT);
            assertThat(lot.receipt().historicDocument()).isEqualTo("苏府批〔2025〕3号");
        }
    }

    @Test
    void lots_that_were_not_stated_alike_give_no_scope() throws SQLException {
        Submission open = lot(1, 1);
        Submission withheld = lot(1, 1);
        state(withheld, "'GOVERNMENT'", "NULL");
        Submission both = lot(2, 0);

        assertThatThrownBy(() -> resend(both, open.no() + "-2", withheld.no() + "-2"))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("CORRECTS_SCOPES_DIFFER"));
    }

    @Test
    void rows_of_several_lots_are_each_tied_and_what_is_not_found_ties_nothing() throws SQLException {
        Submission first = lot(2, 2);
        Submission second = lot(2, 2);
        Submission otherItem = lot(1, 1);
        sql("UPDATE submission SET item_id = 5, item_code = 'REG-BASIC', item_version_id = 5 WHERE id = "
                + otherItem.id());
        Submission mended = lot(5, 0);
        resend(mended, "L9999-2", first.no() + "-2", second.no() + "-3", otherItem.no() + "-2", first.no() + "-3");

        assertThat(IntakeDatabase.rows(
                        connection,
                        "SELECT origin_id, origin_row, row_no FROM resent_row WHERE submission_id = " + mended.id()
                                + " ORDER BY row_no"))
                .containsExactly(first.id() + "|2|3", second.id() + "|3|4", first.id() + "|3|6");
        assertThat(chain(mended).lots()).extracting(LotChain.Link::corrects).containsExactly(null, first.no());
        assertThat(chain(mended).lots()).extracting(LotChain.Link::untied).containsExactly(0, 2);
        assertThat(new LostRows(connection, second).count()).isEqualTo(1);
    }

    @Test
    void a_lot_of_another_item_is_refused() throws SQLException {
        Submission first = lot(1, 1);
        sql("UPDATE submission SET item_id = 5, item_code = 'REG-BASIC', item_version_id = 5 WHERE id = " + first.id());
        Submission second = lot(1, 0);

        assertThatThrownBy(() -> new ResentRows(connection, second, null).corrects(first.no()))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("CORRECTS_OTHER_ITEM"));
    }

    @Test
    void blank_rows_and_those_given_up_are_not_to_be_mended() throws SQLException {
        Submission lot = lot(4, 4);
        for (String rule : List.of("EMPTY_ROW", "DROPPED")) {
            sql("INSERT INTO finding (submission_id, received_at, row_no, seq, rule, severity) SELECT submission_id,"
                    + " received_at, row_no, 90, '" + rule + "', 'ERROR' FROM staged_row WHERE submission_id = "
                    + lot.id() + " AND row_no = " + (rule.equals("DROPPED") ? 3 : 4));
        }

        assertThat(new LostRows(connection, lot).count()).isEqualTo(2);
        assertThat(new LostRows(connection, lot).after(0, 10, MAPPING))
                .extracting(LostRows.Row::rowNo)
                .containsExactly(2, 5);
    }

    @Test
    void what_was_changed_meanwhile_is_in_the_cells() throws SQLException {
        Submission lot = lot(2, 2);
        for (String changes :
                List.of("{\"decidedOn\":\"2026-05-01\",\"result\":\"警告\"}", "{\"decidedOn\":\"2026-05-02\"}")) {
            sql("INSERT INTO row_settlement (submission_id, row_no, round, action, actor, actor_name, settled_at,"
                    + " outcome_before, changes) VALUES (" + lot.id() + ", 3, 1, 'CHANGE', 'clerk.a', '甲', now(),"
                    + " 'SUSPECT', '" + changes + "')");
        }

        List<LostRows.Row> rows = new LostRows(connection, lot).after(0, 10, MAPPING);
        assertThat(rows.get(0).cells()).contains("罚款人民币壹万伍仟元整").doesNotContain("警告", "2026-05-02");
        assertThat(rows.get(1).cells()).contains("苏环罚字〔2026〕2号", "警告", "2026-05-02");
        assertThat(rows.get(1).cells()).hasSameSizeAs(rows.get(0).cells());
    }

    @Test
    void a_lot_that_nobody_corrected_is_alone() throws SQLException {
        assertThat(chain(lot(1, 0)).lots()).hasSize(1);
    }

    @Test
    void statements_do_not_grow_with_rows() throws SQLException {
        assertThat(statements(2)).isEqualTo(statements(90));
    }

    private int statements(int rows) throws SQLException {
        Submission first = lot(rows, rows);
        Submission second = lot(rows, 0);
        CountedStatements counted = new CountedStatements();
        Connection through = counted.of(connection);
        StringBuilder csv = new StringBuilder("原批次行号,企业名称\n");
        IntStream.range(2, rows + 2).forEach(row -> csv.append(new CorrectionFile.Origin(first.no(), row).text())
                .append(",甲\n"));
        try (RowSource file = CorrectionFile.orAsItIs(TabularReader.open(
                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)), null, Lots.SMALL))) {
            ResentRows resent = new ResentRows(through, second, file);
            while (file.next()) {
                resent.kept(file.rowNumber());
            }
            resent.write();
        }
        assertThat(new LotChainReading(through).of(first.id())).hasSize(2);
        new LostRows(through, first).after(0, 1000, MAPPING);
        return counted.executed().size();
    }
}

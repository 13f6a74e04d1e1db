package org.chengxin.subject.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.subject.SubjectDatabase;
import org.chengxin.subject.boundary.SubjectFact;
import org.chengxin.subject.entity.SubjectAttribute;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sources say stands side by side; where they differ there is a conflict, and only as long as they do. */
class FactWriterTest extends RegisterFixture {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private Long subject;
    private Long tax;
    private Long market;

    @BeforeEach
    void twoSources() throws SQLException {
        subject = registered(registration("苏州甲有限公司", A));
        market = organisation("fact-market");
        tax = organisation("fact-tax");
    }

    private Long organisation(String code) throws SQLException {
        try (Statement insert = connection.createStatement()) {
            insert.execute("INSERT INTO organisation (id, code, name, short_name, name_en, kind, level, division_code)"
                    + " SELECT nextval('organisation_seq'), '" + code + "', '" + code + "', '" + code + "', '" + code
                    + "', 'DEPARTMENT', 'MUNICIPAL', '320500'");
        }
        return Long.valueOf(
                rows("SELECT id FROM organisation WHERE code = '" + code + "'").get(0));
    }

    private SubjectFact says(Long source, String item, SubjectAttribute attribute, String value, LocalDate on) {
        return new SubjectFact(subject, attribute, source, item, value, on, NOW, "R1");
    }

    private void write(SubjectFact... facts) throws SQLException {
        new FactWriter(connection, NOW).write(List.of(facts));
    }

    private List<String> conflicts() throws SQLException {
        return rows("SELECT attribute FROM subject_conflict ORDER BY attribute");
    }

    @Test
    void differingSourcesAreAConflictUntilTheyAgree() throws SQLException {
        write(
                says(market, "REG-BASIC", SubjectAttribute.LEGAL_REPRESENTATIVE, "王小明", DAY),
                says(market, "REG-BASIC", SubjectAttribute.ADDRESS, "苏州市人民路１号", DAY));
        assertThat(conflicts()).isEmpty();
        write(
                says(tax, "TAX-REG-NATIONAL", SubjectAttribute.LEGAL_REPRESENTATIVE, "李大海", DAY),
                says(tax, "TAX-REG-NATIONAL", SubjectAttribute.ADDRESS, "苏州市人民路1号", DAY));
        // the address differs in spelling only
        assertThat(conflicts()).containsExactly("LEGAL_REPRESENTATIVE");
        assertThat(rows("SELECT value FROM subject_fact WHERE attribute = 'LEGAL_REPRESENTATIVE' ORDER BY value"))
                .containsExactlyInAnyOrder("李大海", "王小明");
        write(says(tax, "TAX-REG-NATIONAL", SubjectAttribute.LEGAL_REPRESENTATIVE, "王小明", DAY.plusDays(1)));
        assertThat(conflicts()).isEmpty();
    }

    @Test
    void anOlderWordOfASourceDoesNotReplaceANewerOne() throws SQLException {
        write(says(tax, "T", SubjectAttribute.ADDRESS, "新址", DAY));
        write(says(tax, "T", SubjectAttribute.ADDRESS, "旧址", DAY.minusYears(1)));
        assertThat(rows("SELECT value FROM subject_fact")).containsExactly("新址");
        // nor within one chunk, whatever the order
        write(
                says(market, "M", SubjectAttribute.ADDRESS, "甲", DAY),
                says(market, "M", SubjectAttribute.ADDRESS, "乙", DAY.minusDays(1)));
        assertThat(rows("SELECT value FROM subject_fact WHERE item_code = 'M'")).containsExactly("甲");
    }

    @Test
    void amountsAreComparedAsNumbers() throws SQLException {
        write(
                says(tax, "T", SubjectAttribute.REGISTERED_CAPITAL, "150.00", DAY),
                says(market, "M", SubjectAttribute.REGISTERED_CAPITAL, "150", DAY));
        assertThat(conflicts()).isEmpty();
    }

    @Test
    void fourStatementsHoweverManyFacts() throws SQLException {
        List<SubjectFact> facts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            facts.add(says(i % 2 == 0 ? tax : market, "I" + i, SubjectAttribute.ADDRESS, "路" + i, DAY));
        }
        List<String> sent = new ArrayList<>();
        new FactWriter(SubjectDatabase.watched(connection, sent), NOW).write(facts);
        assertThat(sent).hasSize(4);
        assertThat(conflicts()).containsExactly("ADDRESS");
    }
}

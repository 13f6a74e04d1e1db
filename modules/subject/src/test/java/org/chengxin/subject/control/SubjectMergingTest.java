package org.chengxin.subject.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.subject.boundary.PersonReference;
import org.chengxin.subject.boundary.SubjectCard;
import org.chengxin.subject.boundary.SubjectFact;
import org.chengxin.subject.boundary.SubjectsMerged.Merge;
import org.chengxin.subject.entity.SubjectAttribute;
import org.junit.jupiter.api.Test;

class SubjectMergingTest extends RegisterFixture {

    private void merge(Long from, Long into) throws SQLException {
        new MergeQuestions(connection).refuseMerge(from, into, "同一家");
        new SubjectMerging(connection, NOW, SOURCE).merge(List.of(new Merge(from, into)), "同一家");
    }

    private void refused(String code, Long from, Long into, String reason) {
        assertThatThrownBy(() -> new MergeQuestions(connection).refuseMerge(from, into, reason))
                .isInstanceOfSatisfying(
                        BusinessRefusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void whatWasKnownOfOneIsKnownOfTheOther() throws SQLException {
        Long a = registered(headedBy(registration("苏州甲有限公司", A), "王小明", CITIZEN));
        Long b = registered(headedBy(formerly(registration("苏州乙有限公司", B, OLD_B), "苏州甲有限公司"), "王小明", CITIZEN));
        merge(b, a);
        SubjectCard card = new SubjectCards(connection).card(a).orElseThrow();
        assertThat(card.subject().code()).isEqualTo(A);
        assertThat(card.subject().name()).isEqualTo("苏州甲有限公司");
        assertThat(card.names())
                .extracting(SubjectCard.Name::name, SubjectCard.Name::former)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("苏州甲有限公司", false),
                        org.assertj.core.groups.Tuple.tuple("苏州乙有限公司", true));
        assertThat(card.identifiers())
                .filteredOn(identifier -> identifier.validTo() == null)
                .extracting(SubjectCard.Identifier::value)
                .containsExactlyInAnyOrder(A, A.substring(8, 17), OLD_B);
        assertThat(card.identifiers())
                .filteredOn(identifier -> identifier.validTo() != null)
                .extracting(SubjectCard.Identifier::value)
                .containsExactlyInAnyOrder(B, B.substring(8, 17));
        assertThat(card.events()).extracting(SubjectCard.Event::type).containsExactly("MERGED_FROM");
        assertThat(card.events().get(0).reason()).isEqualTo("同一家");
        assertThat(rows("SELECT count(*) FROM subject_relation WHERE valid_to IS NULL"))
                .containsExactly("1");
        SubjectCard gone = new SubjectCards(connection).card(b).orElseThrow();
        assertThat(gone.mergedInto()).isEqualTo(a);
        assertThat(gone.identifiers()).isEmpty();
        assertThat(gone.names()).isEmpty();
        assertThat(match(null, B).subjectId()).isEqualTo(a);
        // registered again under the code that moved, it is the one that is left
        assertThat(registered(registration("苏州乙有限公司", OLD_B))).isEqualTo(a);
    }

    @Test
    void whatSourcesSaidOfItFollows() throws SQLException {
        Long a = registered(registration("苏州甲有限公司", A));
        Long b = registered(registration("苏州乙有限公司", B));
        long source =
                Long.parseLong(rows("INSERT INTO organisation (id, code, name, short_name, kind, level, division_code)"
                                + " VALUES (1, 'x', 'x', 'x', 'DEPARTMENT', 'MUNICIPAL', '320500') RETURNING id")
                        .get(0));
        FactWriter facts = new FactWriter(connection, NOW);
        facts.write(List.of(
                fact(a, source, "REG-BASIC", "老地址", "2024-01-01"),
                fact(b, source, "REG-BASIC", "新地址", "2025-01-01"),
                fact(b, source, "TAX-REG", "税务地址", "2023-01-01")));
        merge(b, a);
        assertThat(rows("SELECT subject_id, item_code, value FROM subject_fact ORDER BY item_code"))
                .containsExactly(a + "|REG-BASIC|新地址", a + "|TAX-REG|税务地址");
        assertThat(rows("SELECT subject_id, attribute FROM subject_conflict")).containsExactly(a + "|ADDRESS");
        connection.rollback();
    }

    private static SubjectFact fact(Long subject, long source, String item, String value, String day) {
        return new SubjectFact(
                subject, SubjectAttribute.ADDRESS, source, item, value, LocalDate.parse(day), NOW, "R" + subject);
    }

    @Test
    void oneThatLacksACodeTakesItOver() throws SQLException {
        Long old = registered(registration("苏州老厂", OLD_A));
        Long a = registered(registration("苏州甲有限公司", A));
        merge(a, old);
        assertThat(rows("SELECT id, code FROM subject WHERE merged_into IS NULL"))
                .containsExactly(old + "|" + A);
    }

    @Test
    void whoeverWasMergedBeforeFollows() throws SQLException {
        Long a = registered(registration("甲", A));
        Long b = registered(registration("乙", B));
        Long c = registered(registration("丙", C));
        merge(a, b);
        merge(b, c);
        assertThat(rows("SELECT DISTINCT merged_into FROM subject WHERE merged_into IS NOT NULL"))
                .containsExactly(c.toString());
        refused("SUBJECT_MERGED_ALREADY", a, c, "同一家");
        refused("SUBJECT_MERGED_ALREADY", c, a, "同一家");
    }

    @Test
    void aQuestionIsAnsweredByTheMerge() throws SQLException {
        Long a = registered(registration("苏州甲有限公司", A));
        Long b = registered(registration("苏州乙有限公司", B, OLD_B));
        registered(registration("苏州甲有限公司", A, OLD_B));
        assertThat(new MergeQuestions(connection).open(0, 10)).hasSize(1);
        merge(b, a);
        assertThat(new MergeQuestions(connection).open(0, 10)).isEmpty();
        assertThat(rows("SELECT resolution, resolved_by, resolved_why FROM subject_merge_candidate"))
                .containsExactly("MERGED|reviewer.market|同一家");
    }

    @Test
    void whatIsAskedWithAThirdPartyGoesOnWithTheOneThatIsLeft() throws SQLException {
        Long a = registered(registration("苏州甲有限公司", A));
        Long b = registered(registration("苏州乙有限公司", B));
        Long c = registered(registration("苏州丙有限公司", C));
        Long d = registered(registration("苏州丁厂", OLD_A));
        rows("INSERT INTO subject_merge_candidate (subject_id, other_id, reason, found_at) VALUES (" + a + ", " + b
                + ", 'SAME_NAME', now()), (" + b + ", " + c + ", 'CODES_OF_BOTH', now()) RETURNING id");
        rows("INSERT INTO subject_merge_candidate (subject_id, other_id, reason, found_at, resolution, resolved_at,"
                + " resolved_by, resolved_why) VALUES (" + b + ", " + d
                + ", 'SAME_NAME', now(), 'DIFFERENT', now(), 'centre', '另一家') RETURNING id");
        merge(b, a);
        assertThat(rows("SELECT subject_id, other_id, reason, resolution FROM subject_merge_candidate"
                        + " WHERE resolution IS DISTINCT FROM 'MERGED' AND " + b + " NOT IN (subject_id, other_id)"
                        + " ORDER BY other_id"))
                .containsExactly(a + "|" + c + "|CODES_OF_BOTH|null", a + "|" + d + "|SAME_NAME|DIFFERENT");
        assertThat(new MergeQuestions(connection).open(0, 10)).hasSize(1);
    }

    @Test
    void mergesThatMakeNoSenseAreRefused() throws SQLException {
        Long a = registered(registration("苏州甲有限公司", A));
        Long p = provisional("某某有限公司");
        Long person = new PersonWriter(connection, NOW, SOURCE)
                .persons(List.of(new PersonReference("王小明", CITIZEN)))
                .get(0);
        refused("REASON_REQUIRED", p, a, " ");
        refused("MERGE_WITH_ITSELF", a, a, "同一家");
        refused("SUBJECT_UNKNOWN", a, 999_999_999L, "同一家");
        refused("MERGE_OF_PERSON", person, a, "同一家");
        refused("MERGE_INTO_PROVISIONAL", a, p, "同一家");
        merge(p, a);
    }

    @Test
    void whatHappenedCannotBeChanged() throws SQLException {
        provisional("某某有限公司");
        connection.commit();
        for (String statement : List.of("UPDATE subject_event SET reason = 'x'", "DELETE FROM subject_event")) {
            assertThatThrownBy(() -> connection.prepareStatement(statement).execute())
                    .hasMessageContaining("permission denied");
            connection.rollback();
        }
    }
}

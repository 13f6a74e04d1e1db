package org.chengxin.subject.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.subject.boundary.Registration;
import org.junit.jupiter.api.Test;

class SubjectWriterTest extends RegisterFixture {

    private static final String IDENTIFIERS = "SELECT kind, value, valid_from, valid_to FROM subject_identifier"
            + " WHERE kind <> 'ORGANISATION' ORDER BY valid_to NULLS LAST, kind";
    private static final String NAMES = "SELECT name, former, valid_from, valid_to FROM subject_name"
            + " ORDER BY former, valid_to NULLS FIRST, id";

    @Test
    void anotherNameEndsTheFirstAndTheFirstMayComeBack() throws SQLException {
        Long a = registered(since(formerly(registration("苏州甲有限公司", A), "苏州老厂"), "2019-05-01"));
        assertThat(registered(since(registration("苏州新甲有限公司", A), "2024-02-03"))).isEqualTo(a);
        assertThat(rows(NAMES))
                .containsExactly("苏州新甲有限公司|f|2024-02-03|null", "苏州老厂|t|null|null", "苏州甲有限公司|t|2019-05-01|2024-02-03");
        registered(since(registration("苏州甲有限公司", A), "2025-01-01"));
        assertThat(rows(NAMES))
                .containsExactly(
                        "苏州甲有限公司|f|2025-01-01|null",
                        "苏州老厂|t|null|null",
                        "苏州甲有限公司|t|2019-05-01|2024-02-03",
                        "苏州新甲有限公司|t|2024-02-03|2025-01-01");
        assertThat(rows("SELECT name FROM subject")).containsExactly("苏州甲有限公司");
    }

    @Test
    void theSameAgainChangesNothingButTheSpelling() throws SQLException {
        registered(registration("苏州甲(集团)有限公司", A, OLD_A));
        List<String> before = rows(IDENTIFIERS);
        registered(registration("苏州甲（集团）有限公司", A, OLD_A));
        assertThat(rows(IDENTIFIERS)).isEqualTo(before);
        assertThat(rows(NAMES)).containsExactly("苏州甲（集团）有限公司|f|null|null");
    }

    @Test
    void anotherCodeEndsTheFirstOfItsKindAndBothFindTheSubject() throws SQLException {
        Long a = registered(since(registration("苏州甲有限公司", A, OLD_A), "2019-05-01"));
        assertThat(registered(since(registration("苏州甲有限公司", OLD_A, B), "2024-02-03")))
                .isEqualTo(a);
        assertThat(rows(IDENTIFIERS))
                .containsExactly(
                        "UNIFIED|" + A + "|2019-05-01|2024-02-03",
                        "REGISTRATION|" + OLD_A + "|2019-05-01|null",
                        "UNIFIED|" + B + "|2024-02-03|null");
        assertThat(rows("SELECT code FROM subject")).containsExactly(B);
        assertThat(match(null, A).subjectId()).isEqualTo(a);
        assertThat(SubjectReader.views(connection, List.of(a)).get(a).otherCodes())
                .contains(A, OLD_A)
                .doesNotContain(B);
    }

    @Test
    void undatedChangesEndOnTheDayTheyCame() throws SQLException {
        registered(registration("苏州甲有限公司", A));
        registered(registration("苏州乙有限公司", A));
        assertThat(rows("SELECT valid_to FROM subject_name WHERE former")).containsExactly("2026-03-02");
    }

    @Test
    void aLotThatNamesOneSubjectTwiceMakesOneAndTheLastIsPresent() throws SQLException {
        List<Long> subjects = register(
                        registration("苏州甲有限公司", A), registration("苏州乙有限公司", A, OLD_A), registration("丙", OLD_A))
                .subjects();
        assertThat(subjects).containsOnly(subjects.get(0));
        assertThat(rows(NAMES)).hasSize(3).first().isEqualTo("丙|f|null|null");
        assertThat(rows("SELECT count(*) FROM subject")).containsExactly("1");
    }

    @Test
    void codesOfTwoRegisteredSubjectsAreAQuestionAndNeitherLosesOne() throws SQLException {
        Long a = registered(registration("苏州甲有限公司", A));
        Long b = registered(registration("苏州乙有限公司", B, OLD_B));
        assertThat(registered(registration("苏州甲有限公司", A, OLD_B))).isEqualTo(a);
        assertThat(rows("SELECT subject_id, other_id, reason FROM subject_merge_candidate"))
                .containsExactly(Math.min(a, b) + "|" + Math.max(a, b) + "|CODES_OF_BOTH");
        assertThat(rows("SELECT subject_id FROM subject_identifier WHERE value = '" + OLD_B + "'"))
                .containsExactly(b.toString());
        // found by the older code first: the other's unified code stays where it is
        registered(registration("苏州乙有限公司", OLD_B, A));
        assertThat(rows("SELECT code FROM subject ORDER BY id")).containsExactly(A, B);
    }

    @Test
    void outsideTheRegionIsFlaggedAndNotDropped() throws SQLException {
        String far = UnifiedSocialCreditCode.generate("91", "110108", 1).value();
        register(
                registration("苏州甲有限公司", A),
                registration("北京甲有限公司", far),
                registration("宁波老厂", "330203000030639"),
                new Registration(codes("600037341"), "不知何处", List.of(), null, null, false),
                new Registration(codes("192203821"), "写明区划", List.of(), "110108", null, false));
        assertThat(rows("SELECT name, division_code, out_of_region FROM subject ORDER BY id"))
                .containsExactly(
                        "苏州甲有限公司|320508|f", "北京甲有限公司|110108|t", "宁波老厂|330203|t", "不知何处|null|f", "写明区划|110108|t");
        // a later lot that says nothing of the place does not bring it home
        registered(registration("写明区划", "192203821"));
        assertThat(rows("SELECT out_of_region FROM subject WHERE name = '写明区划'"))
                .containsExactly("t");
    }

    @Test
    void everyKindIsRegistered() throws SQLException {
        register(
                registration("苏州甲有限公司", A),
                registration("小明面馆", unified("92", 1)),
                registration("某某社团", unified("51", 1)),
                registration("某某局", unified("11", 1)),
                new Registration(List.of(), "某某株式会社苏州代表处", List.of(), null, null, false, null, null, null, "外国企业，尚未赋码"),
                new Registration(codes(CITIZEN), "王小明", List.of(), null, null, true));
        assertThat(rows("SELECT kind, code IS NOT NULL, without_code_reason FROM subject ORDER BY id"))
                .containsExactly(
                        "ENTERPRISE|t|null",
                        "INDIVIDUAL_BUSINESS|t|null",
                        "OTHER_ORGANISATION|t|null",
                        "GOVERNMENT_BODY|t|null",
                        "REPRESENTATIVE_OFFICE|f|外国企业，尚未赋码",
                        "PERSON|f|null");
        assertThat(rows("SELECT kind FROM subject_identifier WHERE value = '" + CITIZEN + "'"))
                .containsExactly("CITIZEN_ID");
    }

    @Test
    void aPersonWithoutNumberIsNotRegistered() {
        assertThatThrownBy(() -> register(new Registration(List.of(), "王小明", List.of(), null, null, true)))
                .isInstanceOfSatisfying(
                        BusinessRefusal.class, e -> assertThat(e.code()).isEqualTo("PERSON_WITHOUT_NUMBER"));
    }

    @Test
    void theSourceStandsBesideWhatItSaid() throws SQLException {
        registered(registration("苏州甲有限公司", A));
        assertThat(rows("SELECT DISTINCT recorded_at = '" + NOW + "' FROM subject_identifier"
                        + " UNION SELECT recorded_at = '" + NOW + "' FROM subject_name"))
                .containsExactly("t");
    }

    @Test
    void statementsDoNotGrowWithRows() throws SQLException {
        Registration[] many = new Registration[500];
        for (int i = 0; i < many.length; i++) {
            many[i] = headedBy(formerly(registration("公司" + i, unified("91", 1_000 + i)), "老公司" + i), "王小明", CITIZEN);
        }
        register(headedBy(registration("苏州甲有限公司", A), "李四", "360426910101007"));
        int few = statements.size();
        statements.clear();
        register(many);
        assertThat(statements.size()).isLessThanOrEqualTo(few);
    }

    @Test
    void twoTransactionsThatRegisterTheSameMakeOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch together = new CountDownLatch(4);
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                done.add(threads.submit(() -> {
                    try (Connection mine = database.application()) {
                        together.countDown();
                        together.await();
                        new SubjectWriter(mine, "3205", NOW, SOURCE)
                                .register(List.of(headedBy(registration("苏州甲有限公司", OLD_A), "王小明", CITIZEN)));
                        mine.commit();
                    }
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(rows("SELECT kind, count(*) FROM subject GROUP BY kind ORDER BY kind"))
                .containsExactly("ENTERPRISE|1", "PERSON|1");
    }
}

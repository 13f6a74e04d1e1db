package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.intake.control.PenaltyRow.CODE;
import static org.chengxin.intake.control.PenaltyRow.ITEM;
import static org.chengxin.intake.control.PenaltyRow.OTHER_CODE;
import static org.chengxin.intake.control.PenaltyRow.TODAY;
import static org.chengxin.intake.control.PenaltyRow.check;
import static org.chengxin.intake.control.PenaltyRow.penalty;
import static org.chengxin.intake.control.PenaltyRow.rules;
import static org.chengxin.intake.control.PenaltyRow.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Severity;
import org.chengxin.kernel.code.SubjectCode.Kind;
import org.junit.jupiter.api.Test;

/** What the fields of a row say together. */
class RowCheckerTest {

    @Test
    void aCompleteRowIsAcceptable() {
        CheckedRow row = check(penalty());

        assertThat(row.findings()).isEmpty();
        assertThat(row.outcome()).isEqualTo(Outcome.ACCEPTABLE);
        assertThat(row.row()).isEqualTo(7);
        assertThat(row.title()).isEqualTo("罚款 苏环罚字〔2026〕12号");
        assertThat(row.subject().name()).isEqualTo("苏州某某染织有限公司");
        assertThat(row.subject().code(Kind.UNIFIED)).contains(CODE);
        assertThat(row.statedScope()).contains(DisclosureScope.PUBLIC);
        assertThat(row.severity()).contains(Severity.ORDINARY);
        assertThat(row.decidedOn()).contains(LocalDate.of(2026, 5, 4));
        assertThat(row.periodMonths()).contains(12);
        assertThat(row.content())
                .containsEntry("fine", new BigDecimal("15000"))
                .containsEntry("decidedOn", "2026-05-04")
                .doesNotContainKey("scope");
    }

    @Test
    void theSixMandatoryStatementsAreDemanded() {
        for (String field : List.of("facts", "legalBasis", "result", "authority", "decidedOn")) {
            CheckedRow row = with(field, " — ");
            assertThat(row.outcome()).as(field).isEqualTo(Outcome.REJECTED);
            assertThat(row.findings())
                    .extracting(Finding::field, Finding::rule)
                    .contains(Tuple.tuple(field, FindingRule.REQUIRED_MISSING));
        }
        assertThat(rules(with("periodMonths", ""))).containsExactly(FindingRule.GROUP_MISSING);
    }

    @Test
    void aHistoricImportMayLackWhatIsMandatoryToday() {
        Map<String, String> cells = penalty();
        List.of("legalBasis", "decidedOn", "periodMonths").forEach(field -> cells.put(field, ""));

        CheckedRow row = check(ITEM, cells, true);

        assertThat(row.outcome()).isEqualTo(Outcome.ACCEPTABLE);
        assertThat(row.findings()).hasSize(3).allMatch(finding -> finding.severity() == FindingSeverity.WARNING);
        cells.put("subjectName", "");
        assertThat(check(ITEM, cells, true).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aRowWithoutAnyPenaltyIsRejectedAsSuchEvenWhenHistoric() {
        Map<String, String> cells = penalty();
        List.of("facts", "result", "documentNo", "decidedOn").forEach(field -> cells.put(field, "不详"));

        assertThat(rules(check(ITEM, cells, true))).containsExactly(FindingRule.NO_CONTENT);
    }

    @Test
    void anEmptyRowIsRejectedAsEmpty() {
        Map<String, String> cells = penalty();
        cells.replaceAll((field, value) -> " ");

        CheckedRow row = check(cells);

        assertThat(rules(row)).containsExactly(FindingRule.EMPTY_ROW);
        assertThat(row.dedupeKey()).isNull();
    }

    @Test
    void aShiftedRowIsRejected() {
        HeaderMapping mapping = HeaderMapping.identity(ITEM, List.of("subjectName", "subjectCode"))
                .orElseThrow();
        RowChecker checker =
                new RowChecker(ITEM, DemonstrationCatalogue.tables(), mapping, new CheckOptions(true, TODAY));

        assertThat(rules(checker.check(2, List.of("某厂", CODE, " ", "多出来的")))).contains(FindingRule.EXTRA_CELLS);
        assertThat(checker.check(3, List.of("某厂")).content()).containsOnlyKeys("subjectName");
    }

    @Test
    void aMissingCodeIsFineWhereTheItemTakesNameOrCode() {
        ItemDefinition item = DemonstrationCatalogue.item("PEN-ADMIN");
        Map<String, String> cells = penalty();
        cells.remove("fine");
        cells.put("subjectCode", "-");

        assertThat(check(item, cells, false).outcome()).isEqualTo(Outcome.ACCEPTABLE);
        cells.put("subjectName", "");
        assertThat(rules(check(item, cells, false))).contains(FindingRule.SUBJECT_MISSING);
        assertThat(rules(with("subjectCode", "-"))).containsExactly(FindingRule.REQUIRED_MISSING);
    }

    @Test
    void aPeriodMayBeGivenAsTheOtherOfItsTwoForms() {
        CheckedRow asDate = with("periodMonths", "2027-05-03");
        assertThat(asDate.endsOn()).contains(LocalDate.of(2027, 5, 3));
        assertThat(asDate.content()).containsEntry("endsOn", "2027-05-03").doesNotContainKey("periodMonths");

        Map<String, String> cells = penalty();
        cells.remove("periodMonths");
        cells.put("endsOn", "一年");
        assertThat(check(cells).periodMonths()).contains(12);
        assertThat(check(cells).findings()).isEmpty();
    }

    @Test
    void periodsThatContradictAreSuspect() {
        assertThat(rules(with("periodMonths", "60"))).containsExactly(FindingRule.PERIOD_TOO_LONG);
        assertThat(rules(with("endsOn", "2026-05-03"))).containsExactly(FindingRule.ENDS_BEFORE_DECIDED);
        assertThat(rules(with("endsOn", "长期"))).containsExactly(FindingRule.PERIOD_TOO_LONG);
        assertThat(rules(with("endsOn", "2029-05-04"))).isEmpty();
    }

    @Test
    void scopeIsOnlyWhatTheRowSaysAndNeverPublicByDefault() {
        CheckedRow blank = with("scope", "");
        assertThat(blank.scopeColumnPresent()).isTrue();
        assertThat(blank.scope(DisclosureScope.PUBLIC, DisclosureScope.PUBLIC)).isEqualTo(DisclosureScope.UNDETERMINED);

        CheckedRow unknown = with("scope", "随便看");
        assertThat(rules(unknown)).containsExactly(FindingRule.SCOPE_UNKNOWN);
        assertThat(unknown.scope(DisclosureScope.PUBLIC, null)).isEqualTo(DisclosureScope.UNDETERMINED);

        Map<String, String> without = penalty();
        without.remove("scope");
        CheckedRow row = check(without);
        assertThat(row.scope(DisclosureScope.GOVERNMENT, DisclosureScope.PUBLIC))
                .isEqualTo(DisclosureScope.GOVERNMENT);
        assertThat(row.scope(null, DisclosureScope.AUTHORISED)).isEqualTo(DisclosureScope.AUTHORISED);
        assertThat(row.scope(null, null)).isEqualTo(DisclosureScope.UNDETERMINED);
    }

    @Test
    void theSameRecordIsKnownAgainAndAChangeIsNoticed() {
        CheckedRow first = check(penalty());
        CheckedRow again = with("decidedOn", "2026年5月4日");
        CheckedRow changed = with("fine", "20000");
        CheckedRow otherDocument = with("documentNo", "苏环罚字〔2026〕13号");

        assertThat(again.dedupeKey()).isEqualTo(first.dedupeKey());
        assertThat(again.contentHash()).isEqualTo(first.contentHash());
        assertThat(changed.dedupeKey()).isEqualTo(first.dedupeKey());
        assertThat(changed.contentHash()).isNotEqualTo(first.contentHash());
        assertThat(otherDocument.dedupeKey()).isNotEqualTo(first.dedupeKey());
        assertThat(with("scope", "政务共享").contentHash()).isEqualTo(first.contentHash());
        assertThat(with("subjectName", "苏州某某染织（集团）有限公司").dedupeKey()).isEqualTo(first.dedupeKey());
    }

    @Test
    void withoutADocumentNumberTheFallbackTells() {
        CheckedRow one = with("documentNo", "");
        Map<String, String> cells = penalty();
        cells.put("documentNo", "");
        cells.put("facts", "另一件事");

        assertThat(check(cells).dedupeKey()).isNotEqualTo(one.dedupeKey());
        assertThat(with("documentNo", "-").dedupeKey()).isEqualTo(one.dedupeKey());
    }

    @Test
    void severalColumnsOfOneFieldAgreeOrAreSuspect() {
        HeaderMapping mapping = new HeaderMapping(
                List.of("名", "码", "甲日", "乙日"),
                Map.of("名", "subjectName", "码", "subjectCode", "甲日", "decidedOn", "乙日", "decidedOn"),
                Set.of(),
                Map.of("kind", "罚款"));
        RowChecker checker =
                new RowChecker(ITEM, DemonstrationCatalogue.tables(), mapping, new CheckOptions(true, TODAY));

        assertThat(checker.check(2, List.of("某厂", CODE, "", "2026-05-04")).decidedOn())
                .isPresent();
        assertThat(rules(checker.check(2, List.of("某厂", CODE, "2026/5/4", "2026-05-04"))))
                .doesNotContain(FindingRule.COLUMNS_CONTRADICT);
        assertThat(rules(checker.check(2, List.of("某厂", CODE, "2026-05-05", "2026-05-04"))))
                .contains(FindingRule.COLUMNS_CONTRADICT);
        assertThat(checker.check(2, List.of("某厂", CODE, "", "")).content()).containsEntry("kind", "罚款");
    }

    @Test
    void aRegistrationIsCheckedAcrossItsFields() {
        ItemDefinition item = DemonstrationCatalogue.item("REG-BASIC");
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("subjectName", "苏州某某染织有限公司");
        cells.put("unifiedCode", CODE);
        cells.put("organisationCode", CODE.substring(8, 17));
        cells.put("registrationNo", "-");
        cells.put("status", "在业");
        cells.put("registeredCapital", "150万人民币");
        cells.put("establishedOn", "2001-02-03");
        cells.put("term", "2001-02-03至无固定期限");
        cells.put("formerNames", "苏州某某染厂；苏州某某织厂");
        cells.put("suppliedName", "苏州某某染织有限责任公司");

        CheckedRow row = check(item, cells, false);

        assertThat(row.content())
                .containsEntry("status", "存续")
                .containsEntry("registeredCapital", new BigDecimal("150"))
                .containsEntry("term", "2001-02-03/2099-12-31")
                .doesNotContainKey("registrationNo");
        assertThat(row.subject().formerNames()).containsExactly("苏州某某染厂", "苏州某某织厂");
        assertThat(rules(row)).containsExactly(FindingRule.NAME_DIFFERS);
        assertThat(row.outcome()).isEqualTo(Outcome.ACCEPTABLE);

        cells.put("registrationNo", "370203000030638");
        assertThat(check(item, cells, false).outcome()).isEqualTo(Outcome.ACCEPTABLE);
        cells.put("organisationCode", OTHER_CODE.substring(8, 17));
        assertThat(rules(check(item, cells, false))).contains(FindingRule.CODES_CONTRADICT);
        cells.put("organisationCode", "-");
        cells.put("unifiedCode", "-");
        assertThat(check(item, cells, false).outcome()).isEqualTo(Outcome.REJECTED);
        cells.put("registrationNo", "-");
        assertThat(rules(check(item, cells, false))).contains(FindingRule.GROUP_MISSING);
        cells.put("subjectName", "空");
        assertThat(rules(check(item, cells, false))).contains(FindingRule.SUBJECT_MISSING);
    }
}

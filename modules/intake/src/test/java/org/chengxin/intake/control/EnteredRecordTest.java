package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.intake.boundary.EntryForm;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.junit.jupiter.api.Test;

/** A record typed by hand is a row like any other. */
class EnteredRecordTest {

    private static final CheckOptions TODAY = new CheckOptions(false, PenaltyRow.TODAY);

    private static CheckedRow check(Map<String, String> values) {
        return new EnteredRecord(PenaltyRow.ITEM, values).check(DemonstrationCatalogue.tables(), TODAY);
    }

    @Test
    void the_rules_find_what_they_find_in_a_file() {
        Map<String, String> values = PenaltyRow.penalty();
        values.put("subjectCode", PenaltyRow.CODE.substring(0, 17));
        values.put("decidedOn", "2027-01-01");
        values.put("authority", " ");

        CheckedRow typed = check(values);
        CheckedRow sent = PenaltyRow.check(values);

        assertThat(PenaltyRow.rules(typed))
                .isEqualTo(PenaltyRow.rules(sent))
                .contains(FindingRule.CODE_LENGTH, FindingRule.DATE_IN_FUTURE, FindingRule.REQUIRED_MISSING);
    }

    @Test
    void its_lot_reads_the_row_that_was_checked() {
        Map<String, String> values = PenaltyRow.penalty();
        values.put("facts", "第一行\n“引号”\"和\\反斜线");
        EnteredRecord record = new EnteredRecord(PenaltyRow.ITEM, values);
        CheckedRow typed = record.check(DemonstrationCatalogue.tables(), TODAY);

        try (RowSource file =
                TabularReader.open(new ByteArrayInputStream(record.file()), "application/json", Limits.STANDARD)) {
            assertThat(file.next()).isTrue();
            CheckedRow read = new RowChecker(
                            PenaltyRow.ITEM,
                            DemonstrationCatalogue.tables(),
                            HeaderMapping.identity(PenaltyRow.ITEM, file.header())
                                    .orElseThrow(),
                            TODAY)
                    .check(file.rowNumber(), file.cells());
            assertThat(read).isEqualTo(typed);
            assertThat(typed.findings()).isEmpty();
            assertThat(file.next()).isFalse();
        }
    }

    @Test
    void a_scope_that_nobody_chose_is_undetermined_whatever_was_declared() {
        Map<String, String> values = PenaltyRow.penalty();
        values.remove("scope");

        assertThat(check(values).scope(DisclosureScope.PUBLIC, DisclosureScope.PUBLIC))
                .isEqualTo(DisclosureScope.UNDETERMINED);
    }

    @Test
    void the_same_record_typed_twice_is_the_same_file() {
        Map<String, String> values = PenaltyRow.penalty();
        Map<String, String> inAnotherOrder = new HashMap<>(values);
        inAnotherOrder.put("industry", "  ");

        assertThat(new EnteredRecord(PenaltyRow.ITEM, values).sha256())
                .isEqualTo(new EnteredRecord(PenaltyRow.ITEM, inAnotherOrder).sha256());
        values.put("fine", "15001");
        assertThat(new EnteredRecord(PenaltyRow.ITEM, values).sha256())
                .isNotEqualTo(new EnteredRecord(PenaltyRow.ITEM, inAnotherOrder).sha256());
    }

    @Test
    void what_is_no_record_is_refused() {
        assertRefused(Map.of("noSuchField", "1"), "FIELD_UNKNOWN");
        assertRefused(Map.of("facts", " \n"), "FIELDS_MISSING");
        assertRefused(Map.of("facts", "长".repeat(40_000)), "TOO_LONG");
    }

    private static void assertRefused(Map<String, String> values, String code) {
        assertThatThrownBy(() -> new EnteredRecord(PenaltyRow.ITEM, values))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }

    @Test
    void the_form_of_every_item_has_its_fields_and_offers_its_codes() {
        for (String code : List.of("PEN-ENV", "REG-BASIC", "TAX-GRADE", "COURT-EXEC", "LIC-ADMIN")) {
            EntryForm form = EnteredRecord.form(DemonstrationCatalogue.item(code), DemonstrationCatalogue.tables());
            assertThat(form.fields())
                    .extracting(EntryForm.Field::name)
                    .containsExactlyElementsOf(DemonstrationCatalogue.item(code).fields().stream()
                            .map(field -> field.name())
                            .toList());
            assertThat(form.fields())
                    .allSatisfy(field -> assertThat(field.options().isEmpty())
                            .as(code + " " + field.name())
                            .isEqualTo(field.type() != FieldType.CODE));
        }
    }
}

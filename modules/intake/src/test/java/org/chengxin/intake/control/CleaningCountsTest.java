package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.junit.jupiter.api.Test;

class CleaningCountsTest {

    private final ItemDefinition item = DemonstrationCatalogue.item("PEN-ENV");
    private final List<String> header = List.of("subjectName", "decidedOn", "fine", "kind", "facts");
    private final RowChecker checker = new RowChecker(
            item,
            DemonstrationCatalogue.tables(),
            HeaderMapping.identity(item, header).orElseThrow(),
            new CheckOptions(true, LocalDate.of(2026, 7, 1)));

    private CheckedRow row(String... cells) {
        return checker.check(2, List.of(cells));
    }

    @Test
    void everyRuleIsCountedOverRowsAndChunks() {
        CleaningCounts first = new CleaningCounts()
                .add(row("某某\n染织厂", "2017/3/5", "1.5万元", "罚金", "-"))
                .add(row("某某染织厂", "2017年3月5日", "15000", "示众", "超标"));
        CleaningCounts second = CleaningCounts.fromJson(first.toJson()).add(row("甲厂", "2017.3.5", "", "游街、罚款", "超标"));

        assertThat(second.counts())
                .containsEntry("LINE_BREAK_REMOVED", 1L)
                .containsEntry("DATE_CONVERTED", 3L)
                .containsEntry("AMOUNT_CONVERTED", 1L)
                .containsEntry("PLACEHOLDER_REMOVED", 1L)
                .containsEntry("CODE_UNKNOWN:kind", 2L);
        assertThat(CleaningCounts.fromJson(null).counts()).isEmpty();
    }

    @Test
    void whatIsCountedHasANameInBothLanguages() {
        CleaningCounts counts = new CleaningCounts().add(row("某某\n染织厂", "２０１７/3/5", "1.5万元", "示众、罚金", "-"));

        assertThat(counts.counts()).hasSizeGreaterThan(4);
        counts.counts().keySet().forEach(rule -> assertThat(IntakeTexts.ofCleaning(rule, item, Locale.CHINA))
                .isNotBlank()
                .doesNotContain("{")
                .isNotEqualTo(IntakeTexts.ofCleaning(rule, item, Locale.ENGLISH)));
    }
}

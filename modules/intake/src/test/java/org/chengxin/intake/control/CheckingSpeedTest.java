package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.List;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.junit.jupiter.api.Test;

/**
 * Guards against checks that become slow by an order of magnitude; the exact figures are the benchmark's. Processor time
 * counts, so that a busy machine changes nothing.
 */
class CheckingSpeedTest {

    private static final int ROWS = 20_000;
    private static final double LEAST_PER_SECOND = 5_000;

    @Test
    void aLotOfPenaltiesIsCheckedInSeconds() {
        ItemDefinition item = DemonstrationCatalogue.item("PEN-ENV");
        List<String> names = List.of(
                "subjectName",
                "subjectCode",
                "documentNo",
                "facts",
                "legalBasis",
                "result",
                "authority",
                "decidedOn",
                "periodMonths",
                "severity",
                "scope",
                "fine",
                "kind");
        assertThat(item.fields()).extracting(FieldDefinition::name).containsAll(names);
        RowChecker checker = new RowChecker(
                item,
                DemonstrationCatalogue.tables(),
                HeaderMapping.identity(item, names).orElseThrow(),
                new CheckOptions(false, LocalDate.of(2026, 7, 1)));

        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < ROWS; i++) {
            String code = UnifiedSocialCreditCode.generate("91", "320500", i).value();
            CheckedRow row = checker.check(
                    i + 2,
                    List.of(
                            "苏州第" + i + "染织有限公司",
                            code,
                            "苏环罚〔2026〕" + i + "号",
                            "未经批准擅自排放废水",
                            "《水污染防治法》第八十三条",
                            "罚款人民币壹万伍仟元整",
                            "苏州市生态环境局",
                            "2026年5月4日",
                            "12",
                            "一般",
                            "公开公示",
                            "1.5万元",
                            "罚款"));
            assertThat(row.outcome()).isEqualTo(Outcome.ACCEPTABLE);
        }
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;

        assertThat(ROWS / seconds).isGreaterThan(LEAST_PER_SECOND);
    }
}

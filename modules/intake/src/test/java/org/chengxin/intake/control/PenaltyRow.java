package org.chengxin.intake.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;

/** A complete penalty, to be spoilt field by field. */
final class PenaltyRow {

    static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    static final String CODE =
            UnifiedSocialCreditCode.generate("91", "320500", 12_345).value();
    static final String OTHER_CODE =
            UnifiedSocialCreditCode.generate("91", "320500", 54_321).value();
    static final ItemDefinition ITEM = DemonstrationCatalogue.item("PEN-ENV");

    private PenaltyRow() {}

    static Map<String, String> penalty() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("subjectName", "苏州某某染织有限公司");
        cells.put("subjectCode", CODE);
        cells.put("documentNo", "苏环罚字〔2026〕12号");
        cells.put("facts", "未经批准擅自排放废水");
        cells.put("legalBasis", "《水污染防治法》第八十三条");
        cells.put("result", "罚款人民币壹万伍仟元整");
        cells.put("authority", "苏州市生态环境局");
        cells.put("decidedOn", "2026-05-04");
        cells.put("periodMonths", "12");
        cells.put("severity", "一般");
        cells.put("scope", "公开公示");
        cells.put("fine", "15000");
        cells.put("kind", "罚款");
        return cells;
    }

    static CheckedRow check(Map<String, String> cells) {
        return check(ITEM, cells, false);
    }

    static CheckedRow check(ItemDefinition item, Map<String, String> cells, boolean historic) {
        HeaderMapping mapping =
                HeaderMapping.identity(item, List.copyOf(cells.keySet())).orElseThrow();
        RowChecker checker =
                new RowChecker(item, DemonstrationCatalogue.tables(), mapping, new CheckOptions(historic, TODAY));
        return checker.check(7, new ArrayList<>(cells.values()));
    }

    /** The penalty with one field changed. */
    static CheckedRow with(String field, String value) {
        Map<String, String> cells = penalty();
        cells.put(field, value);
        return check(cells);
    }

    static List<FindingRule> rules(CheckedRow row) {
        return row.findings().stream().map(Finding::rule).toList();
    }
}

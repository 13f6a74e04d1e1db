package org.chengxin.intake.boundary;

import java.util.List;
import java.util.stream.Stream;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.control.Finding;
import org.chengxin.intake.control.FindingRule;
import org.chengxin.intake.control.RowReading;

/**
 * A finding as it is listed.
 *
 * @param row as a person sees it in the file, the header being row 1
 * @param field Chinese title of the field; null when it is about the whole row
 * @param fieldName technical name of the field; null when it is about the whole row
 * @param args what the text of the rule is filled with
 */
public record FindingView(
        int row,
        int seq,
        String field,
        String fieldName,
        String value,
        String rule,
        String severity,
        List<String> args,
        String suggestion) {

    /** A finding that is not kept, and therefore has no place among those of its row. */
    public static FindingView of(ItemDefinition item, Finding finding) {
        return new FindingView(
                finding.row(),
                0,
                RowReading.title(item, finding.field()),
                finding.field(),
                finding.value(),
                finding.rule().name(),
                finding.severity().name(),
                finding.args(),
                finding.suggestion());
    }

    /** The stable names of all rules by which something can be found. */
    public static List<String> rules() {
        return Stream.of(FindingRule.values()).map(Enum::name).toList();
    }
}

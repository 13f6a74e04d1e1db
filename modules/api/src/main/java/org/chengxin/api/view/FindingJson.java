package org.chengxin.api.view;

import java.util.Locale;
import org.chengxin.intake.boundary.FindingView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A finding about a row.
 *
 * @param row as a person sees it in the file, the header being row 1
 * @param field Chinese title of the field; absent when it is about the whole row
 * @param rule stable code of the rule
 * @param message what is wrong and what to do, in the caller's language
 */
@Schema(
        name = "Finding",
        description = "检查发现 / what was found in a row",
        requiredProperties = {"row", "rule", "severity", "message"})
public record FindingJson(
        @Schema(description = "文件中的行号，表头为第 1 行 / row in the file, the header being row 1")
        int row,

        String field,
        String value,
        String rule,

        @Schema(enumeration = {"INFO", "WARNING", "SUSPECT", "ERROR"})
        String severity,

        String message,
        @Schema(description = "建议值 / proposed value") String suggestion) {

    /**
     * The finding in words.
     *
     * @param locale of the message; English or Chinese
     */
    public static FindingJson of(FindingView view, Locale locale) {
        return new FindingJson(
                view.row(),
                view.field(),
                view.value(),
                view.rule(),
                view.severity(),
                FindingMessage.of(view, locale),
                view.suggestion());
    }
}

package org.chengxin.api.view;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chengxin.kernel.BusinessRefusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decision.
 *
 * @param outcome one of the options of the form; of a lot's review {@code approve} or {@code return}
 * @param reason why, where the form asks for it
 * @param fields the form's other fields by key; texts, numbers and yes/no
 */
@Schema(name = "Decision", description = "办理意见 / a decision")
public record DecisionJson(
        @Schema(description = "办理结果；批次审核为 approve 或 return / outcome", examples = "approve")
        String outcome,

        @Schema(description = "理由 / reason") String reason,

        @Schema(description = "表单的其他字段 / the form's other fields by key")
        Map<String, Object> fields) {

    /**
     * The fields as a form holds them.
     *
     * @throws BusinessRefusal INVALID NOT_AN_OPTION for a value that is a list or an object
     */
    public Map<String, String> texts() {
        return texts(fields);
    }

    static Map<String, String> texts(Map<String, Object> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (fields != null) {
            fields.forEach((key, value) -> texts.put(key, text(key, value)));
        }
        return texts;
    }

    private static String text(String key, Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
            return value == null ? null : value.toString();
        }
        throw BusinessRefusal.invalid("NOT_AN_OPTION", key);
    }
}

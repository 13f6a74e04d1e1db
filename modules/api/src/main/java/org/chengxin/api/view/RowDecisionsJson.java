package org.chengxin.api.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.boundary.RowSettlement;
import org.chengxin.intake.entity.SettlementAction;
import org.chengxin.kernel.BusinessRefusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a supplier decides about rows that did not go on by themselves.
 *
 * @param rows numbers of rows; may be left out with a rule
 * @param rule only rows in which this rule found something
 * @param fields technical name of a field → new value, for CHANGE
 * @param confirmed doubts that remain are confirmed as well
 * @param reason required for DROP
 */
@Schema(
        name = "RowDecisions",
        description = "对行的处理 / what the supplier decides about rows",
        requiredProperties = {"action"})
public record RowDecisionsJson(
        @Schema(description = "行号；给出 rule 时可不填 / row numbers; may be left out with rule")
        List<Integer> rows,

        @Schema(description = "检查规则，如 NAME_TRAILING / rule of the findings")
        String rule,

        @Schema(enumeration = {"KEEP", "SUGGESTIONS", "CHANGE", "DROP"})
        String action,

        @Schema(description = "CHANGE：字段 → 新值 / for CHANGE: field → new value")
        Map<String, Object> fields,

        boolean confirmed,

        @Schema(description = "DROP 时必填 / required for DROP")
        String reason) {

    /**
     * The same as the boundary takes it.
     *
     * @throws BusinessRefusal INVALID NOT_AN_OPTION for a value that is a list or an object, ROWS_MISSING for a row
     *     that is no number
     */
    public RowSettlement.Wish wish() {
        if (rows != null && rows.contains(null)) {
            throw BusinessRefusal.invalid("ROWS_MISSING");
        }
        SettlementAction known = Arrays.stream(SettlementAction.values())
                .filter(value -> value.name().equals(action))
                .findFirst()
                .orElse(null);
        return new RowSettlement.Wish(rows, rule, known, DecisionJson.texts(fields), confirmed, reason);
    }
}

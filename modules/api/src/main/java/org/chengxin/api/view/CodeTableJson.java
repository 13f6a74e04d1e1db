package org.chengxin.api.view;

import java.util.List;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code table with the other words by which sources give its values. */
@Schema(name = "CodeTableFile")
public record CodeTableJson(
        String code,
        String name,

        @Schema(description = "标准代码表；本表把某一来源的代码转换为它 / the standard table into which this one converts a source's codes")
        String standard,

        @Schema(description = "表外的值保留并提示 / values outside the table are kept and remarked upon")
        boolean open,

        List<Value> values) {

    /** A value. */
    @Schema(
            name = "CodeTableValue",
            requiredProperties = {"value"})
    public record Value(String value, String title, String titleEn, List<String> aliases) {}

    /** Every table; there are some dozens, so they come in one piece. */
    @Schema(
            name = "CodeTableList",
            requiredProperties = {"items"})
    public record Tables(List<CodeTableJson> items) {}

    /** The answer about a table. */
    public static CodeTableJson of(CodeTableDefinition table) {
        return new CodeTableJson(
                table.code(),
                table.name(),
                table.standard(),
                table.open(),
                table.values().stream()
                        .map(value -> new Value(value.value(), value.title(), value.titleEn(), value.aliases()))
                        .toList());
    }
}

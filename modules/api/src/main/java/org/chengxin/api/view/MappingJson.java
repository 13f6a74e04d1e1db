package org.chengxin.api.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengxin.intake.control.HeaderMapping;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a file's columns become fields.
 *
 * @param header the file's headings in their order; may be left out where columns and ignored name all of them in order
 * @param columns heading → name of a field; a type that keeps the order, because the order may stand for the header
 * @param ignored headings that are left out on purpose
 * @param fixed name of a field → the value that every row has
 */
@Schema(
        name = "Mapping",
        description = "列对应关系 / how a file's columns become fields",
        requiredProperties = {"columns"})
public record MappingJson(
        @Schema(description = "文件的表头，按顺序 / the file's headings in order")
        List<String> header,

        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = String.class,
                description = "列名 → 字段名，按文件中的顺序 / heading → field name, in the file's order")
        LinkedHashMap<String, String> columns,

        @Schema(description = "忽略的列 / headings left out on purpose")
        List<String> ignored,

        @Schema(description = "字段名 → 固定值 / field name → value of every row")
        Map<String, String> fixed) {

    public static MappingJson of(HeaderMapping mapping) {
        return new MappingJson(
                mapping.header(),
                new LinkedHashMap<>(mapping.columns()),
                List.copyOf(mapping.ignored()),
                mapping.fixed());
    }

    /** The mapping that is meant; what was left out is empty, and a heading whose field is null is undecided. */
    public HeaderMapping toMapping() {
        Map<String, String> mapped = valued(columns);
        Set<String> left = new LinkedHashSet<>(texts(ignored));
        List<String> headings = new ArrayList<>(texts(header));
        if (header == null) {
            headings.addAll(columns == null ? Set.of() : columns.keySet());
            headings.addAll(left);
        }
        return new HeaderMapping(headings, mapped, left, valued(fixed));
    }

    private static List<String> texts(List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().filter(Objects::nonNull).toList();
    }

    private static Map<String, String> valued(Map<String, String> map) {
        Map<String, String> valued = new LinkedHashMap<>(map == null ? Map.of() : map);
        valued.values().removeIf(Objects::isNull);
        return valued;
    }
}

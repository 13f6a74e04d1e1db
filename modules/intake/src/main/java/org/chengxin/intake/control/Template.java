package org.chengxin.intake.control;

import java.util.List;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;

/** The empty file that a department fills in for an item. */
public final class Template {

    /** Without it, spreadsheets on Windows open UTF-8 as GBK. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Template() {}

    /** CSV in UTF-8 with a byte order mark: one line with the fields' Chinese titles. */
    public static String csv(ItemDefinition item) {
        List<String> titles = item.fields().stream()
                .map(FieldDefinition::title)
                .map(Template::quoted)
                .toList();
        return BYTE_ORDER_MARK + String.join(",", titles) + "\r\n";
    }

    /** An XLSX file whose only sheet, named like the item, has one row with the fields' Chinese titles. */
    public static byte[] workbook(ItemDefinition item) {
        return TemplateWorkbook.of(
                item.code(), item.fields().stream().map(FieldDefinition::title).toList());
    }

    private static String quoted(String title) {
        boolean plain = title.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? title : '"' + title.replace("\"", "\"\"") + '"';
    }
}

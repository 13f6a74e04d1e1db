package org.chengxin.intake.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.chengxin.intake.control.UnreadableFile.Reason;

/**
 * Where in an XLSX file its tables are, by the relations of its workbook.
 *
 * @param sheets in the order of the workbook
 * @param sharedStrings part with the texts of all sheets; null for none
 * @param styles part with the formats; null for none
 * @param from1904 days are counted from 1 January 1904
 */
record WorkbookParts(List<Sheet> sheets, String sharedStrings, String styles, boolean from1904) {

    static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    /**
     * A sheet.
     *
     * @param part such as {@code xl/worksheets/sheet1.xml}
     */
    record Sheet(String name, String part, boolean visible) {}

    /** Reads workbook and relations. */
    static WorkbookParts of(ZipFile zip) throws IOException {
        Map<String, String> targets = new HashMap<>();
        String strings = null;
        String styles = null;
        if (zip.getEntry(RELATIONS) != null) {
            try (WorkbookXml xml = open(zip, RELATIONS)) {
                while (xml.next()) {
                    if (xml.begins("Relationship")) {
                        String part = part(xml.attribute("Target"));
                        String type = String.valueOf(xml.attribute("Type"));
                        targets.put(xml.attribute("Id"), part);
                        strings = type.endsWith("/sharedStrings") ? part : strings;
                        styles = type.endsWith("/styles") ? part : styles;
                    }
                }
            }
        }
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (WorkbookXml xml = open(zip, WORKBOOK)) {
            while (xml.next()) {
                if (xml.begins("workbookPr")) {
                    String value = xml.attribute("date1904");
                    from1904 = "1".equals(value) || "true".equals(value);
                } else if (xml.begins("sheet")) {
                    String state = xml.attribute("state");
                    sheets.add(new Sheet(
                            xml.attribute("name"),
                            targets.get(xml.attribute("id")),
                            state == null || state.equals("visible")));
                }
            }
        }
        return new WorkbookParts(List.copyOf(sheets), strings, styles, from1904);
    }

    /**
     * Opens a part.
     *
     * @throws UnreadableFile BROKEN when the file does not hold it
     */
    static WorkbookXml open(ZipFile zip, String part) throws IOException {
        ZipEntry entry = part == null ? null : zip.getEntry(part);
        if (entry == null) {
            throw new UnreadableFile(Reason.BROKEN, 0);
        }
        InputStream in = zip.getInputStream(entry);
        return new WorkbookXml(in);
    }

    /** Targets are relative to the workbook, or to the file when they begin with a slash. */
    private static String part(String target) {
        if (target == null) {
            return null;
        }
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }
}

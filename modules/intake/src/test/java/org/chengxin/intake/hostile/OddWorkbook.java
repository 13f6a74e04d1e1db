package org.chengxin.intake.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;

/** A workbook written part by part, so that every part can be wrong. Without changes it holds a header and two rows. */
final class OddWorkbook {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    static final String TYPES = "[Content_Types].xml";

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    OddWorkbook() {
        part(TYPES, XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        part(
                WORKBOOK,
                XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><workbookPr/><sheets>"
                        + "<sheet name=\"数据\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part(
                RELATIONS,
                XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relation("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relation("rId2", "sharedStrings", "sharedStrings.xml")
                        + relation("rId3", "styles", "styles.xml") + "</Relationships>");
        part(
                STYLES,
                XML + "<styleSheet xmlns=\"" + MAIN
                        + "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"000000\"/></numFmts><cellXfs><xf"
                        + " numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        strings("<si><t>企业名称</t></si><si><t>统一社会信用代码</t></si><si><t>某某厂</t></si><si><t>超标</t></si>");
        rows("");
    }

    static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    OddWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    OddWorkbook part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    OddWorkbook without(String part) {
        parts.remove(part);
        return this;
    }

    OddWorkbook changed(String part, UnaryOperator<String> change) {
        return part(part, change.apply(new String(parts.get(part), StandardCharsets.UTF_8)));
    }

    OddWorkbook strings(String items) {
        return part(STRINGS, XML + "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
    }

    /** A sheet with only these rows. */
    OddWorkbook sheet(String rows) {
        return part(SHEET, XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /** The usual header and two rows, with more rows behind them. */
    OddWorkbook rows(String more) {
        return sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"s\"><v>3</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\"><v>4.5</v></c></row>" + more);
    }

    /** A third row with this in column B. */
    OddWorkbook cell(String cell) {
        return rows("<row r=\"4\"><c r=\"A4\" t=\"s\"><v>2</v></c>" + cell + "</row>");
    }

    /** What stands behind the rows. */
    OddWorkbook behind(String xml) {
        return changed(SHEET, sheet -> sheet.replace("</sheetData>", "</sheetData>" + xml));
    }

    byte[] bytes() {
        return Zips.of(parts);
    }

    byte[] stored() {
        return Zips.of(parts, ZipEntry.STORED);
    }
}

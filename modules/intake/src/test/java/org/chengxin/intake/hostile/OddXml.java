package org.chengxin.intake.hostile;

import static org.chengxin.intake.hostile.HostileFile.XLSX;
import static org.chengxin.intake.hostile.HostileFile.bytes;
import static org.chengxin.intake.hostile.OddWorkbook.RELATIONS;
import static org.chengxin.intake.hostile.OddWorkbook.SHEET;
import static org.chengxin.intake.hostile.OddWorkbook.STRINGS;
import static org.chengxin.intake.hostile.OddWorkbook.WORKBOOK;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chengxin.intake.control.UnreadableFile.Reason;

/** Workbooks whose XML is odd, broken or made to harm. */
final class OddXml {

    private static final String LAUGHS = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
    private static final String OUTSIDE = "<!DOCTYPE x [<!ENTITY o SYSTEM \"http://example.invalid/o\">]>";

    private OddXml() {}

    private static OddWorkbook plain() {
        return new OddWorkbook();
    }

    private static HostileFile read(String name, int rows, OddWorkbook workbook) {
        return HostileFile.read(name, XLSX, rows, workbook.bytes());
    }

    private static HostileFile refused(String name, Reason reason, OddWorkbook workbook) {
        return HostileFile.refused(name, XLSX, reason, workbook.bytes());
    }

    static List<HostileFile> all() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        byte[] utf16 = ("\uFEFF" + new String(plainSheet(), StandardCharsets.UTF_8).replace("UTF-8", "UTF-16"))
                .getBytes(StandardCharsets.UTF_16LE);
        byte[] utf16Laughs = ("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + LAUGHS + "<worksheet/>")
                .getBytes(StandardCharsets.UTF_16LE);
        return List.of(
                refused(
                        "a billion laughs in the sheet",
                        Reason.XML_ENTITY,
                        plain().changed(SHEET, xml -> xml.replace("?><", "?>" + LAUGHS + "<"))),
                refused(
                        "a billion laughs in the strings",
                        Reason.XML_ENTITY,
                        plain().changed(STRINGS, xml -> xml.replace("?><", "?>" + LAUGHS + "<"))),
                refused(
                        "an entity from outside in the workbook",
                        Reason.XML_ENTITY,
                        plain().changed(WORKBOOK, xml -> xml.replace("?><", "?>" + OUTSIDE + "<"))),
                refused(
                        "an entity from outside in the relations",
                        Reason.XML_ENTITY,
                        plain().changed(RELATIONS, xml -> xml.replace("?><", "?>" + OUTSIDE + "<"))),
                refused("a billion laughs in UTF-16", Reason.XML_ENTITY, plain().part(SHEET, utf16Laughs)),
                refused(
                        "an entity that is not declared",
                        Reason.BROKEN,
                        plain().cell("<c r=\"B4\" t=\"inlineStr\"><is><t>&o;</t></is></c>")),
                read("a sheet in UTF-16", 2, plain().part(SHEET, utf16)),
                refused(
                        "a sheet that breaks off",
                        Reason.BROKEN,
                        plain().changed(SHEET, xml -> xml.substring(0, xml.length() - 40))),
                refused(
                        "a sheet whose end is missing",
                        Reason.BROKEN,
                        plain().changed(SHEET, xml -> xml.replace("</worksheet>", ""))),
                refused(
                        "a row that is not closed",
                        Reason.BROKEN,
                        plain().changed(SHEET, xml -> xml.replace("</row>", ""))),
                refused("something behind the sheet", Reason.BROKEN, plain().changed(SHEET, xml -> xml + "<more/>")),
                refused(
                        "bytes that are no UTF-8",
                        Reason.BROKEN,
                        plain().part(
                                        SHEET,
                                        "<worksheet><sheetData><row><c t=\"str\"><v>é"
                                                .getBytes(StandardCharsets.ISO_8859_1))),
                refused("a control character", Reason.BROKEN, plain().cell("<c r=\"B4\" t=\"str\"><v>&#1;</v></c>")),
                refused("NUL in a cell", Reason.BROKEN, plain().cell("<c r=\"B4\" t=\"str\"><v>&#0;</v></c>")),
                refused("elements nested without end", Reason.BROKEN, plain().cell(deep)),
                refused(
                        "a tag of five million characters",
                        Reason.CELL_TOO_LARGE,
                        plain().cell("<c r=\"B4\" x=\"" + noise(5_000_000) + "\"/>")),
                refused(
                        "a cell of two million characters",
                        Reason.CELL_TOO_LARGE,
                        plain().cell("<c r=\"B4\" t=\"str\"><v>" + noise(2_000_000) + "</v></c>")),
                refused(
                        "a shared string of two million characters",
                        Reason.CELL_TOO_LARGE,
                        plain().strings("<si><t>" + noise(2_000_000) + "</t></si>")),
                read(
                        "a cell of a million characters",
                        3,
                        plain().cell("<c r=\"B4\" t=\"str\"><v>" + noise(1_000_000) + "</v></c>")),
                read(
                        "CDATA, comments and instructions",
                        3,
                        plain().cell("<!-- f --><c r=\"B4\" t=\"str\"><v><![CDATA[<超>]]><?x y?></v></c>")),
                read(
                        "other names for the namespaces",
                        1,
                        plain().part(
                                        SHEET,
                                        "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
                                                + "<x:row><x:c t=\"s\"><x:v>0</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>")));
    }

    private static byte[] plainSheet() {
        return bytes(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row>"
                        + "<row><c t=\"s\"><v>2</v></c></row><row><c t=\"s\"><v>2</v></c></row></sheetData></worksheet>");
    }

    /** Letters that hardly pack, so that the archive is no bomb. */
    private static String noise(int length) {
        return new java.util.Random(3)
                .ints(length, 'a', 'z')
                .collect(StringBuilder::new, (to, c) -> to.append((char) c), StringBuilder::append)
                .toString();
    }
}

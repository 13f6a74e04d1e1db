package org.chengxin.intake.hostile;

import static org.chengxin.intake.hostile.HostileFile.XLSX;
import static org.chengxin.intake.hostile.HostileFile.bytes;
import static org.chengxin.intake.hostile.HostileFile.joined;
import static org.chengxin.intake.hostile.OddWorkbook.RELATIONS;
import static org.chengxin.intake.hostile.OddWorkbook.SHEET;
import static org.chengxin.intake.hostile.OddWorkbook.STRINGS;
import static org.chengxin.intake.hostile.OddWorkbook.STYLES;
import static org.chengxin.intake.hostile.OddWorkbook.TYPES;
import static org.chengxin.intake.hostile.OddWorkbook.WORKBOOK;
import static org.chengxin.intake.hostile.OddWorkbook.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chengxin.intake.control.UnreadableFile.Reason;

/** Workbooks whose archive or parts are odd, broken or made to harm. */
final class OddWorkbooks {

    private OddWorkbooks() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>(archives());
        files.addAll(parts());
        return files;
    }

    private static OddWorkbook plain() {
        return new OddWorkbook();
    }

    private static HostileFile read(String name, int rows, OddWorkbook workbook) {
        return HostileFile.read(name, XLSX, rows, workbook.bytes());
    }

    private static HostileFile refused(String name, Reason reason, OddWorkbook workbook) {
        return HostileFile.refused(name, XLSX, reason, workbook.bytes());
    }

    private static List<HostileFile> archives() {
        byte[] whole = plain().bytes();
        byte[] lockedFirst = whole.clone();
        lockedFirst[6] |= 1;
        byte[] lockedLater = whole.clone();
        int directory = lastIndexOf(whole, bytes('P', 'K', 1, 2));
        lockedLater[directory + 8] |= 1;
        byte[] oddMethod = whole.clone();
        oddMethod[directory + 10] = 12;
        byte[] stored = plain().stored();
        byte[] changed = stored.clone();
        changed[lastIndexOf(changed, bytes("超标"))] ^= 1;
        OddWorkbook many = plain();
        for (int i = 0; i < 20_000; i++) {
            many.part("xl/media/" + i + ".bin", new byte[1]);
        }
        return List.of(
                HostileFile.read("a workbook", XLSX, 2, whole),
                HostileFile.read("a workbook without compression", XLSX, 2, stored),
                HostileFile.read("a workbook with something behind it", XLSX, 2, joined(whole, new byte[100])),
                HostileFile.refused(
                        "a workbook cut in half", XLSX, Reason.BROKEN, Arrays.copyOf(whole, whole.length / 2)),
                HostileFile.refused(
                        "a workbook without its last byte",
                        XLSX,
                        Reason.BROKEN,
                        Arrays.copyOf(whole, whole.length - 1)),
                HostileFile.refused("an archive with a password", XLSX, Reason.ENCRYPTED, lockedFirst),
                HostileFile.refused("an archive with a password on one part", XLSX, Reason.ENCRYPTED, lockedLater),
                HostileFile.refused("an archive packed in an unknown way", XLSX, Reason.BROKEN, oddMethod),
                HostileFile.refused("a part that was changed behind its checksum", XLSX, Reason.BROKEN, changed),
                refused("a bomb in a picture", Reason.ZIP_BOMB, plain().part("xl/media/z.bin", new byte[20 << 20])),
                refused("a bomb in the sheet", Reason.ZIP_BOMB, plain().rows("<row></row>".repeat(2 << 20))),
                read("an archive in the archive", 2, plain().part("xl/embeddings/a.zip", plain().bytes())),
                read(
                        "parts with paths out of the archive",
                        2,
                        plain().part("../../../../tmp/escaped", "x").part("/etc/escaped", "x")),
                read("twenty thousand parts", 2, many),
                refused("macros", Reason.WRONG_TYPE, plain().part("xl/vbaProject.bin", "x")));
    }

    private static int lastIndexOf(byte[] in, byte[] wanted) {
        for (int i = in.length - wanted.length; i >= 0; i--) {
            if (Arrays.equals(in, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there");
    }

    private static List<HostileFile> parts() {
        String second = relation("rId9", "worksheet", "worksheets/sheet2.xml") + "</Relationships>";
        OddWorkbook two = plain().changed(RELATIONS, xml -> xml.replace("</Relationships>", second))
                .part(
                        "xl/worksheets/sheet2.xml",
                        "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>");
        String sheetTwo = "<sheet name=\"说明\" sheetId=\"2\" r:id=\"rId9\"/></sheets>";
        OddWorkbook both = two.changed(WORKBOOK, xml -> xml.replace("</sheets>", sheetTwo));
        byte[] hiddenFirst = both.changed(WORKBOOK, xml -> xml.replace("name=\"数据\"", "name=\"数据\" state=\"hidden\""))
                .bytes();
        return List.of(
                refused("no types", Reason.WRONG_TYPE, plain().without(TYPES)),
                refused("no workbook", Reason.WRONG_TYPE, plain().without(WORKBOOK)),
                refused("no relations", Reason.BROKEN, plain().without(RELATIONS)),
                refused("no sheet part", Reason.BROKEN, plain().without(SHEET)),
                refused("no shared strings", Reason.BROKEN, plain().without(STRINGS)),
                read("no styles", 2, plain().without(STYLES)),
                refused(
                        "no sheet at all",
                        Reason.EMPTY,
                        plain().changed(WORKBOOK, xml -> xml.replaceAll("<sheet .*?/>", ""))),
                refused(
                        "every sheet hidden",
                        Reason.EMPTY,
                        plain().changed(WORKBOOK, xml -> xml.replace("name=", "state=\"veryHidden\" name="))),
                HostileFile.refused("a hidden table before a visible number", XLSX, Reason.EMPTY, hiddenFirst),
                refused(
                        "a sheet that nothing relates to",
                        Reason.BROKEN,
                        plain().changed(RELATIONS, xml -> xml.replace("rId1", "rId7"))),
                refused(
                        "a broken workbook part",
                        Reason.BROKEN,
                        plain().changed(WORKBOOK, xml -> xml.replace("</sheets>", ""))),
                refused("broken relations", Reason.BROKEN, plain().part(RELATIONS, "<Relationships")),
                refused("broken styles", Reason.BROKEN, plain().part(STYLES, "<styleSheet><cellXfs>")),
                refused(
                        "broken shared strings",
                        Reason.BROKEN,
                        plain().changed(STRINGS, xml -> xml.replace("</si>", ""))),
                refused(
                        "styles that are no numbers",
                        Reason.BROKEN,
                        plain().changed(STYLES, xml -> xml.replace("\"14\"", "\"x\""))),
                refused(
                        "a chart instead of a sheet",
                        Reason.EMPTY,
                        plain().part(SHEET, "<chartsheet><drawing/></chartsheet>")),
                refused("an empty sheet part", Reason.BROKEN, plain().part(SHEET, "")),
                read(
                        "relations that begin with a slash",
                        2,
                        plain().changed(RELATIONS, xml -> xml.replace("worksheets/", "/xl/worksheets/"))),
                refused(
                        "relations out of the archive",
                        Reason.BROKEN,
                        plain().changed(RELATIONS, xml -> xml.replace("worksheets/sheet1.xml", "../../../etc/passwd"))),
                read(
                        "shared strings in runs with readings",
                        2,
                        plain().strings(
                                        "<si><r><t>企业</t></r><r><t>名称</t></r><rPh><t>qǐyè</t></rPh></si>"
                                                + "<si><t>事实</t></si><si><t xml:space=\"preserve\"> 厂 </t></si><si><t>_x000D_超标_x005F_</t></si>")));
    }
}

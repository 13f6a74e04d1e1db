package org.chengxin.intake.hostile;

import static org.chengxin.intake.hostile.HostileFile.CSV;
import static org.chengxin.intake.hostile.HostileFile.JSON;
import static org.chengxin.intake.hostile.HostileFile.XLSX;
import static org.chengxin.intake.hostile.HostileFile.bytes;
import static org.chengxin.intake.hostile.HostileFile.joined;
import static org.chengxin.intake.hostile.HostileFile.read;
import static org.chengxin.intake.hostile.HostileFile.refused;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chengxin.intake.control.UnreadableFile.Reason;

/** Files that are no tables, mostly with the name of one, and tables that say they are something else. */
final class OtherKinds {

    private OtherKinds() {}

    private static byte[] binary(int... head) {
        byte[] rest = new byte[600];
        new Random(1).nextBytes(rest);
        return joined(bytes(head), rest);
    }

    static List<HostileFile> all() {
        byte[] table = bytes(OddEncodings.TABLE);
        byte[] ole = Arrays.copyOf(bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1), 4096);
        byte[] encrypted = ole.clone();
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, encrypted, 2048, name.length);
        return List.of(
                refused("a PNG named .csv", CSV, Reason.WRONG_TYPE, binary(0x89, 'P', 'N', 'G', 13, 10, 26, 10)),
                refused("a JPEG named .csv", CSV, Reason.WRONG_TYPE, binary(0xFF, 0xD8, 0xFF, 0xE0)),
                refused("a GIF", CSV, Reason.WRONG_TYPE, bytes("GIF89a,b\n1,2\n")),
                refused("a TIFF", CSV, Reason.WRONG_TYPE, binary('I', 'I', 0x2A, 0)),
                refused("a WebP", CSV, Reason.WRONG_TYPE, binary('R', 'I', 'F', 'F')),
                refused("a PDF", CSV, Reason.WRONG_TYPE, bytes("%PDF-1.7\n甲,乙\n1,2\n")),
                refused("a PDF as XLSX", XLSX, Reason.WRONG_TYPE, bytes("%PDF-1.7\n")),
                refused("RTF", CSV, Reason.WRONG_TYPE, bytes("{\\rtf1\\ansi 甲,乙\n1,2\n}")),
                refused("a program for Windows", CSV, Reason.WRONG_TYPE, binary('M', 'Z', 0x90, 0)),
                refused("another program for Windows", CSV, Reason.WRONG_TYPE, binary('M', 'Z', 0x50, 0)),
                refused("a program for Linux", CSV, Reason.WRONG_TYPE, binary(0x7F, 'E', 'L', 'F')),
                refused("a Java class", CSV, Reason.WRONG_TYPE, binary(0xCA, 0xFE, 0xBA, 0xBE)),
                refused("GZIP", CSV, Reason.WRONG_TYPE, binary(0x1F, 0x8B, 8, 0)),
                refused("7z", CSV, Reason.WRONG_TYPE, binary('7', 'z', 0xBC, 0xAF, 0x27, 0x1C)),
                refused("RAR", CSV, Reason.WRONG_TYPE, bytes("Rar!\u001A\u0007\u0001")),
                refused("BZIP2", CSV, Reason.WRONG_TYPE, binary('B', 'Z', 'h', '9')),
                refused("XZ", CSV, Reason.WRONG_TYPE, binary(0xFD, '7', 'z', 'X', 'Z', 0)),
                refused("Zstandard", CSV, Reason.WRONG_TYPE, binary(0x28, 0xB5, 0x2F, 0xFD)),
                refused("a database", CSV, Reason.NUL_BYTES, bytes("SQLite format 3\0\u0010\0")),
                refused("a tar archive", CSV, Reason.NUL_BYTES, Arrays.copyOf(bytes("lot.csv"), 1024)),
                refused(
                        "a web page named .xls",
                        null,
                        Reason.WRONG_TYPE,
                        bytes("<html><table><tr><td>名称</td></tr></table>")),
                refused(
                        "a workbook of 2003 in XML",
                        null,
                        Reason.WRONG_TYPE,
                        bytes("<?xml version=\"1.0\"?><Workbook/>")),
                refused(
                        "a web page with blanks before it",
                        CSV,
                        Reason.WRONG_TYPE,
                        bytes("\n\n  <!DOCTYPE html>\n<p>")),
                refused("an .xls", null, Reason.OLD_WORKBOOK, ole),
                refused("an .xls as XLSX", XLSX, Reason.OLD_WORKBOOK, ole),
                refused("a workbook with a password", XLSX, Reason.ENCRYPTED, encrypted),
                refused("zeros", CSV, Reason.NUL_BYTES, new byte[4096]),
                refused("noise", CSV, Reason.UNKNOWN_ENCODING, joined(bytes("a,b\n"), bytes(0xFF, 0x01, 0xFE, 0x80))),
                refused("an archive of something else", XLSX, Reason.WRONG_TYPE, Zips.of(Map.of("a.txt", bytes("甲")))),
                refused("an empty archive", XLSX, Reason.WRONG_TYPE, Zips.of(Map.of())),
                refused(
                        "a .docx",
                        XLSX,
                        Reason.WRONG_TYPE,
                        Zips.of(Map.of("[Content_Types].xml", bytes("<Types/>"), "word/document.xml", bytes("<w/>")))),
                refused(
                        "an .ods",
                        XLSX,
                        Reason.WRONG_TYPE,
                        Zips.of(Map.of(
                                "mimetype",
                                bytes("application/vnd.oasis.opendocument.spreadsheet"),
                                "content.xml",
                                bytes("<c/>")))),
                refused(
                        "an .xlsb",
                        XLSX,
                        Reason.WRONG_TYPE,
                        Zips.of(Map.of("[Content_Types].xml", bytes("<Types/>"), "xl/workbook.bin", bytes(1, 2)))),
                refused("the beginning of an archive", XLSX, Reason.BROKEN, bytes('P', 'K', 3, 4, 20, 0)),
                refused("CSV as XLSX", XLSX, Reason.WRONG_TYPE, table),
                refused("CSV as JSON", JSON, Reason.WRONG_TYPE, table),
                refused("CSV as a picture", "image/png", Reason.WRONG_TYPE, table),
                refused("JSON as CSV", CSV, Reason.WRONG_TYPE, bytes("[{\"a\":1}]")),
                refused("XLSX as CSV", CSV, Reason.WRONG_TYPE, new OddWorkbook().bytes()),
                refused("XLSX as JSON", JSON, Reason.WRONG_TYPE, new OddWorkbook().bytes()),
                read("CSV as Windows calls it", "application/vnd.ms-excel", 3, table),
                read("CSV that says nothing", "application/octet-stream", 3, table),
                read("CSV as text", "TEXT/PLAIN; charset=gbk", 3, table),
                read("a type with parameters", "text/csv; header=present; charset=utf-8", 3, table),
                read("no type at all", null, 3, table),
                read("a program's text is a table of one column", CSV, 2, bytes("#!/bin/sh\necho\nexit\n")));
    }
}

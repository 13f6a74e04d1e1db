package org.chengxin.intake.hostile;

import static org.chengxin.intake.hostile.HostileFile.CSV;
import static org.chengxin.intake.hostile.HostileFile.bytes;
import static org.chengxin.intake.hostile.HostileFile.read;
import static org.chengxin.intake.hostile.HostileFile.refused;
import static org.chengxin.intake.hostile.HostileFile.repeated;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.intake.control.UnreadableFile.Reason;

/** CSV whose lines, separators, quotation marks and headers are not what RFC 4180 has, and very large ones. */
final class OddTables {

    private static final String HEAD = "企业名称,统一社会信用代码,主要违法事实";
    private static final String ROW = "\n某某厂,91440300708461136T,超标";

    private OddTables() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>(lines());
        files.addAll(marks());
        files.addAll(headers());
        files.addAll(sizes());
        return files;
    }

    private static List<HostileFile> lines() {
        String text = OddEncodings.TABLE;
        return List.of(
                read("CRLF", CSV, 3, bytes(text.replace("\n", "\r\n"))),
                read("CR alone", CSV, 3, bytes(text.replace("\n", "\r"))),
                read(
                        "CR alone, semicolons",
                        CSV,
                        3,
                        bytes(text.replace('\n', '\r').replace(',', ';'))),
                read(
                        "CR, LF and CRLF mixed",
                        CSV,
                        3,
                        bytes(text.replaceFirst("\n", "\r\n")
                                .replaceFirst("限公司,", "限公司,")
                                .replaceFirst("放\n", "放\r"))),
                read("CRCRLF, as a file written twice in text mode has", CSV, 6, bytes(text.replace("\n", "\r\r\n"))),
                read("no line break at the end", CSV, 3, bytes(text.strip())),
                refused("lines ended by U+2028", CSV, Reason.NO_HEADER, bytes(text.replace('\n', '\u2028'))),
                read("form feeds between pages", CSV, 2, bytes(HEAD + ROW + "\f" + ROW)),
                read("blank lines before the header", CSV, 3, bytes("\n\r\n \n" + text)),
                read("blank lines between rows count", CSV, 4, bytes(HEAD + ROW + "\n\n" + ROW)),
                read("a row of separators counts", CSV, 3, bytes(HEAD + ROW + "\n,,," + ROW)),
                read("ten thousand blank lines at the end", CSV, 3, repeated(text, " ,\n", 10_000, "")));
    }

    private static List<HostileFile> marks() {
        String text = OddEncodings.TABLE;
        return List.of(
                read("semicolons", CSV, 3, bytes(text.replace(',', ';'))),
                read("tabs", CSV, 3, bytes(text.replace(',', '\t'))),
                read("bars", CSV, 3, bytes(text.replace(',', '|'))),
                read("full-width commas are no separators", CSV, 3, bytes(text.replace(',', '，'))),
                read("tabs and commas in the header", CSV, 1, bytes("名称,\t代码,\t等级,\t\n某某厂,9144,A\n")),
                read("everything in quotation marks", CSV, 1, bytes("\"名称\",\"代码\"\n\"某某厂\",\"1\"\n")),
                read("doubled quotation marks", CSV, 1, bytes("名称,备注\n\"某\"\"大\"\"厂\",\"\"\"\"\n")),
                read("a quotation mark within a cell", CSV, 2, bytes("名称,尺寸\n某厂,5\"\n乙厂,6\"\n")),
                read("text behind a closing quotation mark", CSV, 1, bytes("名称,备注\n\"某\"厂,1\n")),
                read("Chinese quotation marks", CSV, 1, bytes("名称,备注\n“某，厂”,‘一’\n")),
                read("line breaks within cells", CSV, 2, bytes("名称,事实\n\"某\n厂\",\"一、\r\n二、\"\n乙,三\n")),
                read("apostrophes as quotation marks", CSV, 1, bytes("'名称','代码'\n'某厂','0012'\n")),
                refused("an open quotation mark", CSV, Reason.BROKEN, bytes(HEAD + ROW + "\n\"甲" + ROW + ROW)),
                refused("an open quotation mark in the header", CSV, Reason.BROKEN, bytes("\"名称,代码\n甲,1\n乙,2\n")),
                refused(
                        "an open quotation mark before two million characters",
                        CSV,
                        Reason.CELL_TOO_LARGE,
                        repeated(HEAD + "\n\"甲", ROW, 80_000, "")),
                read("shorter rows", CSV, 2, bytes(HEAD + "\n甲\n乙,1")),
                read("longer rows", CSV, 2, bytes(HEAD + "\n甲,1,2,3,4\n乙,1,2")),
                read("a separator at the end of every line", CSV, 1, bytes(HEAD + "," + ROW + ",")),
                refused(
                        "a body of two thousand and one columns",
                        CSV,
                        Reason.BROKEN,
                        repeated(HEAD + ROW + "\n", "x,", 2001, "")),
                read("a body of six hundred columns", CSV, 2, repeated(HEAD + ROW + "\n", "x,", 600, "")));
    }

    private static List<HostileFile> headers() {
        return List.of(
                refused("0 bytes", CSV, Reason.EMPTY, new byte[0]),
                refused("a mark and nothing else", CSV, Reason.EMPTY, bytes(0xEF, 0xBB, 0xBF)),
                refused("a UTF-16 mark and nothing else", CSV, Reason.EMPTY, bytes(0xFF, 0xFE)),
                refused("one line break", CSV, Reason.EMPTY, bytes("\n")),
                refused("blanks only", CSV, Reason.EMPTY, bytes(" \t \r\n  ,,,\n")),
                refused("invisible characters only", CSV, Reason.EMPTY, bytes("\u200B\u3000\u00A0\n\u2060\n")),
                refused("a header and nothing else", CSV, Reason.EMPTY, bytes(HEAD + "\r\n")),
                refused("a header and blank rows", CSV, Reason.EMPTY, bytes(HEAD + "\n,,\n\n , \n")),
                read("the header twice", CSV, 2, bytes(HEAD + "\n" + HEAD + ROW)),
                refused("a caption above the header", CSV, Reason.NO_HEADER, bytes("行政处罚汇总表\n" + HEAD + ROW)),
                refused("a caption with separators", CSV, Reason.NO_HEADER, bytes("行政处罚汇总表,,\n" + HEAD + ROW)),
                refused("the separator named in the first line", CSV, Reason.NO_HEADER, bytes("sep=,\n" + HEAD + ROW)),
                refused("data without a header", CSV, Reason.NO_HEADER, bytes("某某厂,91440300708461136T,超标" + ROW)),
                read("blank headings", CSV, 1, bytes("名称,,备注\n甲,1,2\n")),
                read("all headings the same", CSV, 1, bytes("名称,名称,名称\n甲,1,2\n")),
                read("headings with line breaks", CSV, 1, bytes("\"企业\n名称\",\"处罚\r\n金额\"\n甲,2\n")),
                read("headings of numbers", CSV, 2, bytes("1,2,3\n4,5,6\n7,8,9\n")),
                read("a heading of ten thousand characters", CSV, 1, bytes("名".repeat(10_000) + ",代码\n甲,1\n")),
                read("five hundred columns", CSV, 1, repeated("列", ",列", 499, "\n1\n")),
                refused(
                        "five hundred and one columns",
                        CSV,
                        Reason.TOO_MANY_COLUMNS,
                        repeated("列", ",列", 500, "\n1\n")),
                refused("a million columns", CSV, Reason.TOO_MANY_COLUMNS, repeated("x", ",x", 999_999, "\n1\n")));
    }

    private static List<HostileFile> sizes() {
        return List.of(
                read("a cell of 32,768 characters", CSV, 1, bytes("名称,事实\n甲," + "事".repeat(32_768) + "\n")),
                read("a cell of a million characters", CSV, 1, repeated("名称,事实\n甲,", "长", 1_000_000, "\n")),
                refused(
                        "a cell of two million characters",
                        CSV,
                        Reason.CELL_TOO_LARGE,
                        repeated("甲,乙\n1,", "长", 2_000_000, "\n")),
                refused(
                        "a line of ten million characters",
                        CSV,
                        Reason.CELL_TOO_LARGE,
                        repeated("", "长", 10_000_000, "\n")),
                read("a million rows", CSV, 1_000_000, repeated("名称,代码\n", "甲,1\n", 1_000_000, "")),
                refused(
                        "a million rows and one",
                        CSV,
                        Reason.TOO_MANY_ROWS,
                        repeated("名称,代码\n", "甲,1\n", 1_000_001, "")),
                refused(
                        "more than 256 MiB",
                        CSV,
                        Reason.TOO_LARGE,
                        repeated("名称,代码\n", "甲".repeat(80) + ",1\n", 1_110_000, "")));
    }
}

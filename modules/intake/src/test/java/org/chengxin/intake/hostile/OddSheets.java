package org.chengxin.intake.hostile;

import static org.chengxin.intake.hostile.HostileFile.XLSX;
import static org.chengxin.intake.hostile.OddWorkbook.SHEET;
import static org.chengxin.intake.hostile.OddWorkbook.WORKBOOK;

import java.util.List;
import org.chengxin.intake.control.UnreadableFile.Reason;

/** Workbooks whose sheet is odd, or no table. */
final class OddSheets {

    private OddSheets() {}

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
        StringBuilder wide = new StringBuilder("<row r=\"1\">");
        for (int i = 0; i < 501; i++) {
            wide.append("<c t=\"inlineStr\"><is><t>列").append(i).append("</t></is></c>");
        }
        StringBuilder merges = new StringBuilder("<mergeCells>");
        for (int i = 2; i < 50_000; i++) {
            merges.append("<mergeCell ref=\"C").append(i).append(":D").append(i).append("\"/>");
        }
        String shared = "<row><c t=\"s\"><v>0</v></c></row>".repeat(150_000);
        return List.of(
                read("text within the cell", 3, plain().cell("<c r=\"B4\" t=\"inlineStr\"><is><t>超</t></is></c>")),
                read("a day", 3, plain().cell("<c r=\"B4\" s=\"1\"><v>46000</v></c>")),
                read(
                        "days from 1904",
                        3,
                        plain().cell("<c r=\"B4\" s=\"1\"><v>0.5</v></c>")
                                .changed(
                                        WORKBOOK, xml -> xml.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"))),
                read("a day before 1900", 3, plain().cell("<c r=\"B4\" s=\"1\"><v>-5</v></c>")),
                read("a day in ISO 8601", 3, plain().cell("<c r=\"B4\" t=\"d\"><v>2026-01-02T00:00:00</v></c>")),
                read("an error", 3, plain().cell("<c r=\"B4\" t=\"e\"><v>#DIV/0!</v></c>")),
                read("yes", 3, plain().cell("<c r=\"B4\" t=\"b\"><v>1</v></c>")),
                read("a number without end", 3, plain().cell("<c r=\"B4\"><v>1e999999999</v></c>")),
                read("a style that is not there", 3, plain().cell("<c r=\"B4\" s=\"99\"><v>5</v></c>")),
                read("a cell without value", 3, plain().cell("<c r=\"B4\" t=\"s\"/>")),
                refused("a number that is none", Reason.BROKEN, plain().cell("<c r=\"B4\"><v>five</v></c>")),
                refused(
                        "a kind of cell that is none",
                        Reason.BROKEN,
                        plain().cell("<c r=\"B4\" t=\"zz\"><v>1</v></c>")),
                refused(
                        "a shared string that is not there",
                        Reason.BROKEN,
                        plain().cell("<c r=\"B4\" t=\"s\"><v>4711</v></c>")),
                refused("a shared string below zero", Reason.BROKEN, plain().cell("<c r=\"B4\" t=\"s\"><v>-1</v></c>")),
                refused(
                        "a shared string without number",
                        Reason.BROKEN,
                        plain().cell("<c r=\"B4\" t=\"s\"><v>x</v></c>")),
                refused("a formula with its value", Reason.FORMULA, plain().cell("<c r=\"B4\"><f>1+1</f><v>2</v></c>")),
                refused(
                        "a formula for many cells",
                        Reason.FORMULA,
                        plain().cell("<c r=\"B4\"><f t=\"shared\" si=\"0\"/><v>2</v></c>")),
                refused(
                        "a formula with a prefix",
                        Reason.FORMULA,
                        plain().cell("<x:c xmlns:x=\"urn:x\" r=\"B4\"><x:f>1</x:f></x:c>")),
                refused("no row", Reason.EMPTY, plain().sheet("")),
                refused("a header and nothing else", Reason.EMPTY, plain().sheet("<row><c t=\"s\"><v>0</v></c></row>")),
                refused(
                        "merged headings",
                        Reason.MERGED_HEADER,
                        plain().behind("<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")),
                refused(
                        "everything merged",
                        Reason.MERGED_HEADER,
                        plain().behind("<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>")),
                refused(
                        "a heading over two rows",
                        Reason.MERGED_HEADER,
                        plain().behind("<mergeCells><mergeCell ref=\"$B$1:$B$2\"/></mergeCells>")),
                read("merged data", 2, plain().behind("<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")),
                read("fifty thousand merged ranges", 2, plain().behind(merges + "</mergeCells>")),
                read(
                        "a huge dimension",
                        2,
                        plain().changed(
                                        SHEET,
                                        xml -> xml.replace(
                                                "<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>"))),
                read(
                        "rows that are not there count",
                        99,
                        plain().rows("<row r=\"100\"><c r=\"A100\" t=\"s\"><v>2</v></c></row>")),
                read(
                        "rows and cells without addresses",
                        1,
                        plain().sheet("<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>2</v></c></row>")),
                refused(
                        "the last row of a spreadsheet",
                        Reason.TOO_MANY_ROWS,
                        plain().rows("<row r=\"1048576\"><c t=\"s\"><v>2</v></c></row>")),
                refused(
                        "a row beyond the last",
                        Reason.BROKEN,
                        plain().rows("<row r=\"1048577\"><c t=\"s\"><v>2</v></c></row>")),
                refused("a row twice", Reason.BROKEN, plain().rows("<row r=\"3\"><c t=\"s\"><v>2</v></c></row>")),
                refused("row 0", Reason.BROKEN, plain().rows("<row r=\"0\"><c t=\"s\"><v>2</v></c></row>")),
                refused(
                        "a row without number",
                        Reason.BROKEN,
                        plain().rows("<row r=\"x\"><c t=\"s\"><v>2</v></c></row>")),
                refused(
                        "cells from right to left",
                        Reason.BROKEN,
                        plain().cell("<c r=\"D4\"><v>1</v></c><c r=\"C4\"><v>1</v></c>")),
                refused(
                        "a cell twice",
                        Reason.BROKEN,
                        plain().cell("<c r=\"B4\"><v>1</v></c><c r=\"B4\"><v>2</v></c>")),
                refused("a cell of another row", Reason.BROKEN, plain().cell("<c r=\"B9\"><v>1</v></c>")),
                refused("a column beyond the last", Reason.BROKEN, plain().cell("<c r=\"XFE4\"><v>1</v></c>")),
                refused(
                        "a value in the last column",
                        Reason.TOO_MANY_COLUMNS,
                        plain().cell("<c r=\"XFD4\"><v>1</v></c>")),
                read("formatted cells to the last column", 3, plain().cell("<c r=\"XFD4\" s=\"1\"/>")),
                refused(
                        "five hundred and one headings",
                        Reason.TOO_MANY_COLUMNS,
                        plain().sheet(wide + "</row><row><c><v>1</v></c></row>")),
                refused(
                        "one text that half a million cells share",
                        Reason.ZIP_BOMB,
                        plain().strings("<si><t>" + "长".repeat(32_000) + "</t></si>")
                                .sheet(shared)));
    }
}

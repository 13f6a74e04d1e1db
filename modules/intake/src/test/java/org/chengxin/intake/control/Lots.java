package org.chengxin.intake.control;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files made by code, opened and read to the end. */
final class Lots {

    static final Limits SMALL = new Limits(1 << 20, 100, 20, 32_767, 8 << 20, 200);

    /** A row as it was read. */
    record Line(int row, List<String> cells) {}

    /** A file as it was read. */
    record Table(List<String> header, int headerRow, List<Line> rows, List<String> unreadSheets) {
        List<List<String>> cells() {
            return rows.stream().map(Line::cells).toList();
        }

        List<Integer> numbers() {
            return rows.stream().map(Line::row).toList();
        }
    }

    private Lots() {}

    static Table read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), null);
    }

    static Table read(String text, Charset charset) {
        return read(text.getBytes(charset), null);
    }

    /** The headings of a workbook that has nothing below them. */
    static List<String> headerOf(byte[] workbook) {
        try {
            java.nio.file.Path file = java.nio.file.Files.createTempFile("header", ".xlsx");
            java.nio.file.Files.write(file, workbook);
            try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
                WorkbookParts parts = WorkbookParts.of(zip);
                CellText text = new CellText(WorkbookStyles.of(zip, parts.styles()), parts.from1904());
                SharedStrings strings = SharedStrings.of(zip, parts.sharedStrings());
                return new SheetCells(
                                WorkbookParts.open(zip, parts.sheets().get(0).part()), strings, text, Limits.STANDARD)
                        .nextRow();
            } finally {
                java.nio.file.Files.delete(file);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Table read(byte[] bytes, String mediaType) {
        return read(bytes, mediaType, SMALL);
    }

    static Table read(byte[] bytes, String mediaType, Limits limits) {
        try (RowSource source = TabularReader.open(new ByteArrayInputStream(bytes), mediaType, limits)) {
            List<Line> rows = new ArrayList<>();
            while (source.next()) {
                rows.add(new Line(source.rowNumber(), List.copyOf(source.cells())));
            }
            return new Table(source.header(), source.headerRow(), rows, source.unreadSheets());
        }
    }
}

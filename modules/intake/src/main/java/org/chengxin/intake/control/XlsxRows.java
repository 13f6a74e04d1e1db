package org.chengxin.intake.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.chengxin.intake.control.UnreadableFile.Reason;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The first visible sheet of a workbook that holds anything, row by row. */
final class XlsxRows implements RawRows {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final CellText cellText;
    private final int maxColumns;
    private int number;

    static RowSource open(Path file, Limits limits) throws IOException {
        WorkbookInspection inspection = WorkbookInspection.of(file, limits);
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            List<Sheet> filled = new ArrayList<>();
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE && holdsAnything(sheet)) {
                    filled.add(sheet);
                }
            }
            if (filled.isEmpty()) {
                throw new UnreadableFile(Reason.EMPTY);
            }
            Sheet sheet = filled.get(0);
            List<String> unread = filled.stream().skip(1).map(Sheet::getName).toList();
            String part = WorkbookParts.of(file).sheet(sheet.getId());
            if (inspection.formula(part) != null) {
                throw new UnreadableFile(Reason.FORMULA, inspection.formula(part));
            }
            RowSource source = new TableRows(new XlsxRows(workbook, sheet, limits), limits, unread);
            String merged = inspection.mergedAcross(part, source.headerRow());
            if (merged != null) {
                throw new UnreadableFile(Reason.MERGED_HEADER, merged);
            }
            return source;
        } catch (UnreadableFile e) {
            close(workbook);
            throw e;
        } catch (IOException | RuntimeException e) {
            close(workbook);
            throw new UnreadableFile(e, Reason.BROKEN);
        }
    }

    private static boolean holdsAnything(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.anyMatch(row -> row.stream().anyMatch(cell -> cell != null && !Blank.isBlank(cell.getText())));
        }
    }

    private XlsxRows(ReadableWorkbook workbook, Sheet sheet, Limits limits) throws IOException {
        this.workbook = workbook;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.cellText = new CellText();
        this.maxColumns = limits.maxColumns();
    }

    @Override
    public List<String> read() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            if (row.getRowNum() <= number) {
                throw new UnreadableFile(Reason.BROKEN, row.getRowNum());
            }
            number = row.getRowNum();
            int width = filledWidth(row);
            if (width > maxColumns * 2) {
                throw new UnreadableFile(Reason.TOO_MANY_COLUMNS, maxColumns);
            }
            List<String> cells = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                cells.add(cellText.of(row.getCell(i)));
            }
            return cells;
        } catch (UnreadableFile e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableFile(e, Reason.BROKEN, number + 1);
        }
    }

    /** Up to the last cell with a value: formatted empty cells reach to the right without end. */
    private static int filledWidth(Row row) {
        int width = row.getCellCount();
        while (width > 0 && CellText.isEmpty(row.getCell(width - 1))) {
            width--;
        }
        return width;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public void close() {
        stream.close();
        close(workbook);
    }

    private static void close(ReadableWorkbook workbook) {
        try {
            if (workbook != null) {
                workbook.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

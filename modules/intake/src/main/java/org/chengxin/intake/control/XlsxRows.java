package org.chengxin.intake.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.chengxin.intake.control.UnreadableFile.Reason;

/** The first visible sheet of a workbook that holds anything, row by row, in constant memory. */
final class XlsxRows implements RawRows {

    private final ZipFile zip;
    private final SharedStrings strings;
    private final SheetCells cells;

    static RowSource open(Path file, Limits limits) throws IOException {
        WorkbookInspection inspection = WorkbookInspection.of(file, limits);
        XlsxRows rows = null;
        ZipFile zip = null;
        SharedStrings strings = null;
        try {
            zip = new ZipFile(file.toFile());
            WorkbookParts parts = WorkbookParts.of(zip);
            strings = SharedStrings.of(zip, parts.sharedStrings());
            CellText text = new CellText(WorkbookStyles.of(zip, parts.styles()), parts.from1904());
            List<WorkbookParts.Sheet> filled = new ArrayList<>();
            for (WorkbookParts.Sheet sheet : parts.sheets()) {
                if (sheet.visible() && holdsAnything(zip, sheet, strings, text, limits)) {
                    filled.add(sheet);
                }
            }
            if (filled.isEmpty()) {
                throw new UnreadableFile(Reason.EMPTY);
            }
            String part = filled.get(0).part();
            if (inspection.formula(part) != null) {
                throw new UnreadableFile(Reason.FORMULA, inspection.formula(part));
            }
            List<String> unread =
                    filled.stream().skip(1).map(WorkbookParts.Sheet::name).toList();
            rows = new XlsxRows(zip, strings, new SheetCells(WorkbookParts.open(zip, part), strings, text, limits));
            RowSource source = new TableRows(rows, limits, unread);
            String merged = inspection.mergedAcross(part, source.headerRow());
            if (merged != null) {
                throw new UnreadableFile(Reason.MERGED_HEADER, merged);
            }
            return source;
        } catch (UnreadableFile e) {
            close(zip, strings);
            throw e;
        } catch (IOException | RuntimeException e) {
            close(zip, strings);
            throw new UnreadableFile(e, Reason.BROKEN, 0);
        }
    }

    private static boolean holdsAnything(
            ZipFile zip, WorkbookParts.Sheet sheet, SharedStrings strings, CellText text, Limits limits)
            throws IOException {
        try (SheetCells cells = new SheetCells(WorkbookParts.open(zip, sheet.part()), strings, text, limits)) {
            return cells.anyFilled();
        }
    }

    private XlsxRows(ZipFile zip, SharedStrings strings, SheetCells cells) {
        this.zip = zip;
        this.strings = strings;
        this.cells = cells;
    }

    @Override
    public List<String> read() {
        try {
            return cells.nextRow();
        } catch (UnreadableFile e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableFile(e, Reason.BROKEN, number() + 1);
        }
    }

    @Override
    public SourceForm form() {
        return new SourceForm("XLSX", null, null);
    }

    @Override
    public int number() {
        return cells.row();
    }

    @Override
    public void close() {
        try {
            cells.close();
        } finally {
            close(zip, strings);
        }
    }

    private static void close(ZipFile zip, SharedStrings strings) {
        try {
            if (strings != null) {
                strings.close();
            }
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.chengxin.intake.control;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.chengxin.intake.control.UnreadableFile.Reason;

/**
 * CSV by RFC 4180, with the separators that are met with. Rows are counted as a spreadsheet shows them: a cell with
 * line breaks is one row.
 */
final class CsvRows implements RawRows {

    /** Rows may be wider than the header by blank fields; beyond this the file is no table. */
    private static final int SLACK = 4;

    private static final int MAX_FIELDS = 20_000;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final boolean oddQuotes;
    private final boolean tooWide;
    private final int maxColumns;
    private final SourceForm form;
    private int number;

    static RowSource open(Path file, Limits limits) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        Delimiter delimiter;
        try (Reader sample = encoding.reader(file)) {
            delimiter = Delimiter.of(sample);
        }
        return new TableRows(new CsvRows(encoding.reader(file), delimiter, encoding, limits), limits, List.of());
    }

    private CsvRows(Reader text, Delimiter delimiter, TextEncoding encoding, Limits limits) {
        this.maxColumns = limits.maxColumns();
        this.form = new SourceForm("CSV", encoding.charset().name(), delimiter.mark());
        this.tooWide = delimiter.inFirstLine() >= maxColumns;
        this.oddQuotes = encoding.quotes() % 2 != 0;
        CsvRecordHandler handler = CsvRecordHandler.of(handling -> handling.maxFields(MAX_FIELDS)
                .maxFieldSize(Limits.MAX_CELL_READ)
                .maxRecordSize(Limits.MAX_ROW_READ));
        this.reader = CsvReader.builder()
                .maxBufferSize(Limits.MAX_CELL_READ * 2)
                .fieldSeparator(delimiter.mark())
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(false)
                .build(handler, text);
        this.records = reader.iterator();
    }

    @Override
    public List<String> read() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord csv = records.next();
            number++;
            refuseWide(csv.getFieldCount());
            refuseOpenQuote(csv);
            return csv.getFields();
        } catch (CsvParseException e) {
            if (tooWide && number == 0) {
                throw new UnreadableFile(e, Reason.TOO_MANY_COLUMNS, maxColumns);
            }
            // all that the parser refuses is what is too large
            throw new UnreadableFile(e, Reason.CELL_TOO_LARGE, number + 1);
        } catch (UncheckedIOException e) {
            throw new UnreadableFile(e, Reason.BROKEN, number + 1);
        }
    }

    private void refuseWide(int fields) {
        if (fields > maxColumns * SLACK) {
            throw number == 1
                    ? new UnreadableFile(Reason.TOO_MANY_COLUMNS, maxColumns)
                    : new UnreadableFile(Reason.BROKEN, number);
        }
    }

    /** A quotation mark that is never closed swallows all rows to the end of the file into one cell. */
    private void refuseOpenQuote(CsvRecord csv) {
        String last = csv.getField(csv.getFieldCount() - 1);
        if (oddQuotes && last.indexOf('\n') >= 0 && !records.hasNext()) {
            throw new UnreadableFile(Reason.BROKEN, number);
        }
    }

    @Override
    public SourceForm form() {
        return form;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

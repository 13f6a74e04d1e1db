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

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final boolean oddQuotes;
    private final int maxColumns;
    private int number;

    static RowSource open(Path file, Limits limits) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        char delimiter;
        try (Reader sample = encoding.reader(file)) {
            delimiter = Delimiter.of(sample);
        }
        return new TableRows(new CsvRows(encoding.reader(file), delimiter, encoding, limits), limits, List.of());
    }

    private CsvRows(Reader text, char delimiter, TextEncoding encoding, Limits limits) {
        // one more than allowed, so that the excess is told from a broken file
        this.maxColumns = limits.maxColumns() * 2 + 2;
        this.oddQuotes = encoding.quotes() % 2 != 0;
        CsvRecordHandler handler = CsvRecordHandler.of(handling -> handling.maxFields(maxColumns));
        this.reader = CsvReader.builder()
                .fieldSeparator(delimiter)
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
            refuseOpenQuote(csv);
            return csv.getFields();
        } catch (CsvParseException e) {
            boolean fields = e.getCause() == null && String.valueOf(e.getMessage()).contains("fields");
            throw new UnreadableFile(e, fields && number == 0 ? Reason.TOO_MANY_COLUMNS : Reason.BROKEN, number + 1);
        } catch (UncheckedIOException e) {
            throw new UnreadableFile(e, Reason.BROKEN, number + 1);
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

package org.chengxin.intake.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chengxin.intake.control.UnreadableFile.Reason;

/**
 * Opens a file as rows. What it is, is told by its content; the media type it was sent with is only compared.
 *
 * <p>Everything that can be seen without the rows (type, protection, encoding, entities, merged headings) is refused
 * here, so that the boundary can answer the request itself; while rows are read only a calculated cell, a broken record
 * or too many rows remain.
 */
public final class TabularReader {

    private TabularReader() {}

    /**
     * Opens a file.
     *
     * @param file where it is; it is read more than once and has to stay until the source is closed
     * @param mediaType as sent with it; null, {@code application/octet-stream}, {@code text/plain} and
     *     {@code application/vnd.ms-excel} (which Windows says of CSV) claim nothing
     * @throws UnreadableFile when it is no table that can be read
     */
    public static RowSource open(Path file, String mediaType, Limits limits) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new UnreadableFile(Reason.EMPTY);
            }
            if (size > limits.maxBytes()) {
                throw new UnreadableFile(Reason.TOO_LARGE, limits.maxBytes() >> 20);
            }
            return switch (FileKind.of(file, mediaType)) {
                case XLSX -> XlsxRows.open(file, limits);
                case JSON -> JsonRows.open(file, limits);
                case CSV -> CsvRows.open(file, limits);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a stream, by way of a temporary file that goes when the source is closed.
     *
     * @see #open(Path, String, Limits)
     */
    public static RowSource open(InputStream stream, String mediaType, Limits limits) {
        Path file = null;
        try {
            file = Files.createTempFile("lot", ".tmp");
            copy(stream, file, limits.maxBytes());
            return new OfTemporaryFile(open(file, mediaType, limits), file);
        } catch (IOException e) {
            delete(file);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    private static void copy(InputStream stream, Path file, long maxBytes) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                total += n;
                if (total > maxBytes) {
                    throw new UnreadableFile(Reason.TOO_LARGE, maxBytes >> 20);
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record OfTemporaryFile(RowSource rows, Path file) implements RowSource {
        @Override
        public List<String> header() {
            return rows.header();
        }

        @Override
        public int headerRow() {
            return rows.headerRow();
        }

        @Override
        public boolean next() {
            return rows.next();
        }

        @Override
        public int rowNumber() {
            return rows.rowNumber();
        }

        @Override
        public List<String> cells() {
            return rows.cells();
        }

        @Override
        public boolean namedByField() {
            return rows.namedByField();
        }

        @Override
        public SourceForm form() {
            return rows.form();
        }

        @Override
        public List<String> unreadSheets() {
            return rows.unreadSheets();
        }

        @Override
        public void close() {
            rows.close();
            delete(file);
        }
    }
}

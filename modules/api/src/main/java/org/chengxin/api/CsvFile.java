package org.chengxin.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A list as a file: all of it at once, read piece by piece, so that a long one needs no memory. */
final class CsvFile {

    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8.name());

    private static final int PIECE = 1_000;

    private CsvFile() {}

    /** Where the entries come from. */
    @FunctionalInterface
    interface Source<T> {

        /**
         * @param last the last one of the piece before; null for the beginning
         */
        List<T> after(T last, int most);
    }

    /** Whether the caller would rather have a file than JSON; without an Accept header nobody would. */
    static boolean isWanted(Request request) {
        Variant wanted = request.selectVariant(List.of(
                new Variant(MediaType.APPLICATION_JSON_TYPE, (Locale) null, null),
                new Variant(TYPE, (Locale) null, null)));
        return wanted != null && wanted.getMediaType().getSubtype().equals(TYPE.getSubtype());
    }

    /**
     * The list as a file. The first piece is read before the answer begins, so that a list nobody may know of is still a
     * 404.
     *
     * @param cells of an entry, in the order of the header
     */
    static <T> Response of(String name, Object[] header, Source<T> source, Function<T, Object[]> cells) {
        List<T> first = source.after(null, PIECE);
        StreamingOutput body = out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(CsvLine.BYTE_ORDER_MARK + CsvLine.of(header));
            List<T> piece = first;
            while (!piece.isEmpty()) {
                for (T entry : piece) {
                    writer.write(CsvLine.of(cells.apply(entry)));
                }
                piece = piece.size() < PIECE ? List.of() : source.after(piece.get(piece.size() - 1), PIECE);
            }
            writer.flush();
        };
        return Response.ok(body, TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}

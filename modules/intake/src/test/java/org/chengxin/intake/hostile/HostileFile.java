package org.chengxin.intake.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.chengxin.intake.control.UnreadableFile.Reason;

/**
 * A file and what has to become of it.
 *
 * @param name what is odd about it
 * @param mediaType as sent with it; null for none
 * @param body writes it, so that no large file is held
 * @param refusal why it is refused; null when it is read
 * @param rows rows that are read, when it is
 */
public record HostileFile(String name, String mediaType, Body body, Reason refusal, int rows) {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String JSON = "application/json";

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    static HostileFile read(String name, String mediaType, int rows, Body body) {
        return new HostileFile(name, mediaType, body, null, rows);
    }

    static HostileFile read(String name, String mediaType, int rows, byte[] bytes) {
        return read(name, mediaType, rows, out -> out.write(bytes));
    }

    static HostileFile refused(String name, String mediaType, Reason refusal, Body body) {
        return new HostileFile(name, mediaType, body, refusal, 0);
    }

    static HostileFile refused(String name, String mediaType, Reason refusal, byte[] bytes) {
        return refused(name, mediaType, refusal, out -> out.write(bytes));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    /** A text again and again, without holding it. */
    static Body repeated(String before, String text, int times, String after) {
        byte[] piece = bytes(text.repeat(Math.max(1, Math.min(times, 4096 / Math.max(1, text.length())))));
        int perPiece = piece.length / Math.max(1, bytes(text).length);
        return out -> {
            out.write(bytes(before));
            int left = times;
            for (; left >= perPiece; left -= perPiece) {
                out.write(piece);
            }
            out.write(bytes(text.repeat(left)));
            out.write(bytes(after));
        };
    }

    /** All of it in memory; for small files. */
    public byte[] content() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Whether it has more bytes than these; as much of it is made as it takes to know. */
    public boolean isLargerThan(int most) {
        int[] size = new int[1];
        try {
            body.writeTo(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[1], 0, 1);
                }

                @Override
                public void write(byte[] piece, int from, int length) throws IOException {
                    size[0] += length;
                    if (size[0] > most) {
                        throw new IOException("enough");
                    }
                }
            });
            return false;
        } catch (IOException enough) {
            return true;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

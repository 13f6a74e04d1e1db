package org.chengxin.intake.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chengxin.intake.control.UnreadableFile.Reason;

/**
 * The encoding of a text file, proved by decoding all of it: a mark, else UTF-8 without a single error, else GB18030
 * without a single error. Nothing is ever replaced by a question mark.
 *
 * @param charset how to decode
 * @param markLength bytes of the byte order mark, which are not text
 * @param quotes number of quotation marks in the whole file
 */
record TextEncoding(Charset charset, int markLength, long quotes) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int CHUNK = 1 << 16;
    private static final int HEAD = 4096;
    /** More control characters than these, and than one in a hundred, are binary content, no slip of a keyboard. */
    private static final int TOLERATED = 20;

    /** So many characters of several bytes that are right in UTF-8 are not there by chance: about one in ten million. */
    private static final int PROOF_OF_UTF8 = 8;

    /**
     * Finds out the encoding.
     *
     * @throws UnreadableFile NUL_BYTES, UNKNOWN_ENCODING or WRONG_TYPE
     */
    static TextEncoding of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return proved(file, StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return proved(file, StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return proved(file, StandardCharsets.UTF_16BE, 2);
        }
        for (byte b : head) {
            if (b == 0) {
                throw new UnreadableFile(Reason.NUL_BYTES);
            }
        }
        TextEncoding utf8 = decoded(file, StandardCharsets.UTF_8, 0);
        return utf8 != null ? utf8 : proved(file, GB18030, 0);
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static TextEncoding proved(Path file, Charset charset, int mark) throws IOException {
        TextEncoding encoding = decoded(file, charset, mark);
        if (encoding == null) {
            throw new UnreadableFile(Reason.UNKNOWN_ENCODING);
        }
        return encoding;
    }

    /**
     * Null when the file is not in this encoding.
     *
     * @throws UnreadableFile UNKNOWN_ENCODING for what begins as UTF-8 and goes on otherwise: in GB18030 it might be
     *     right byte for byte, and nonsense
     */
    private static TextEncoding decoded(Path file, Charset charset, int mark) throws IOException {
        CharsetDecoder decoder = strict(charset);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer chars = CharBuffer.allocate(CHUNK);
        long quotes = 0;
        long controls = 0;
        long total = 0;
        long several = 0;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(mark);
            boolean end = false;
            while (!end) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = n < 0;
                bytes.position(bytes.position() + Math.max(0, n)).flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                for (int i = 0; i < chars.position(); i++) {
                    char c = chars.get(i);
                    if (c == '"') {
                        quotes++;
                    } else if (c == 0) {
                        throw new UnreadableFile(Reason.NUL_BYTES);
                    } else if (c > 0x7F) {
                        several++;
                    } else if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                        controls++;
                    }
                }
                if (result.isError()) {
                    if (charset == StandardCharsets.UTF_8 && several >= PROOF_OF_UTF8) {
                        throw new UnreadableFile(Reason.UNKNOWN_ENCODING);
                    }
                    return null;
                }
                total += chars.position();
                chars.clear();
                bytes.compact();
            }
        }
        if (controls > total / 100 + TOLERATED || controls > 0 && controls * 2 >= total) {
            throw new UnreadableFile(Reason.WRONG_TYPE, "binary");
        }
        return new TextEncoding(charset, mark, quotes);
    }

    /** A reader that throws at the first byte that does not belong to the encoding. */
    Reader reader(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(markLength);
            return new BufferedReader(new InputStreamReader(in, strict(charset)), CHUNK);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}

package org.chengxin.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.chengxin.api.problem.MalformedBody;
import org.chengxin.intake.control.UnreadableFile;

/**
 * The body of a request as a file that is gone when the request is over. It is written as it comes, so that a large lot
 * needs no memory, and given up as soon as it is too large.
 *
 * @param sha256 of the bytes, hexadecimal
 */
record ReceivedFile(Path path, String sha256, long size) implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    /**
     * Receives a body.
     *
     * @param declared its length as the caller announced it; -1 for unknown
     * @param most how many bytes are taken
     * @throws UnreadableFile TOO_LARGE
     * @throws MalformedBody if the connection breaks off
     */
    static ReceivedFile receive(InputStream body, long declared, long most) throws IOException {
        if (declared > most) {
            throw tooLarge(most);
        }
        Path path = Files.createTempFile("chengxin-lot-", ".part");
        try {
            MessageDigest digest = sha256Digest();
            long size = 0;
            try (OutputStream out = Files.newOutputStream(path)) {
                byte[] piece = new byte[PIECE];
                for (int n = next(body, piece); n >= 0; n = next(body, piece)) {
                    size += n;
                    if (size > most) {
                        throw tooLarge(most);
                    }
                    digest.update(piece, 0, n);
                    out.write(piece, 0, n);
                }
            }
            return new ReceivedFile(path, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    private static int next(InputStream body, byte[] piece) {
        try {
            return body.read(piece);
        } catch (IOException brokenOff) {
            throw new MalformedBody(brokenOff);
        }
    }

    private static UnreadableFile tooLarge(long most) {
        return new UnreadableFile(UnreadableFile.Reason.TOO_LARGE, most >> 20);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}

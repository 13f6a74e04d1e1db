package org.chengxin.console;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.chengxin.intake.boundary.LotFile;

/**
 * A file that a clerk sent, on the disk of this node until it is a lot or given up.
 *
 * @param path under a name of our own: what the browser calls the file is only shown
 * @param fileName as the clerk knows it, without folders
 * @param mediaType by the ending of the name; null where it says nothing. What browsers claim depends on which
 *     programs are installed (CSV comes as a workbook where Excel is)
 */
record KeptFile(String path, String fileName, String mediaType, String sha256, long size) implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 200;

    /** Keeps what a form brought. */
    static KeptFile of(Part part) throws IOException {
        MessageDigest digest = newDigest();
        Path path = Files.createTempFile("chengxin-lot-", ".part");
        try (InputStream in = new DigestInputStream(part.getInputStream(), digest);
                OutputStream out = Files.newOutputStream(path)) {
            in.transferTo(out);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        String name = shownName(part.getSubmittedFileName());
        return new KeptFile(
                path.toString(), name, mediaType(name), HexFormat.of().formatHex(digest.digest()), Files.size(path));
    }

    LotFile lotFile() {
        return new LotFile(Path.of(path), fileName, mediaType, sha256, size);
    }

    /** Whether the file is still there; a session may go on at a node that never had it. */
    boolean present() {
        return Files.isRegularFile(Path.of(path));
    }

    void delete() {
        try {
            Files.deleteIfExists(Path.of(path));
        } catch (IOException left) {
            // the folder is the system's for temporary files, which clears it; the lot itself is not concerned
        }
    }

    /** The last part of a name as a browser sends it, without characters that could disturb a page or a header. */
    static String shownName(String submitted) {
        String name = submitted == null
                ? ""
                : submitted.substring(submitted.replace('\\', '/').lastIndexOf('/') + 1);
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "_").strip();
        if (name.isEmpty()) {
            return "-";
        }
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    /** The media type that the ending of a name stands for; null for every other ending. */
    static String mediaType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv", "txt" -> "text/csv";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "json" -> "application/json";
            default -> null;
        };
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

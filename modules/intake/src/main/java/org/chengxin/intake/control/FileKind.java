package org.chengxin.intake.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chengxin.intake.control.UnreadableFile.Reason;

/** The kinds of file that can be read, and how their first bytes give them away. */
enum FileKind {
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSON("application/json");

    private static final int HEAD = 8192;
    private static final Set<String> CLAIMS_NOTHING =
            Set.of("", "application/octet-stream", "text/plain", "application/vnd.ms-excel", "application/x-unknown");
    private static final Map<String, String> OTHER_KINDS = Map.ofEntries(
            Map.entry("89504e47", "PNG"),
            Map.entry("ffd8ff", "JPEG"),
            Map.entry("47494638", "GIF"),
            Map.entry("25504446", "PDF"),
            Map.entry("1f8b", "GZIP"),
            Map.entry("377abcaf", "7Z"),
            Map.entry("52617221", "RAR"),
            Map.entry("425a68", "BZIP2"),
            Map.entry("fd377a58", "XZ"),
            Map.entry("7f454c46", "ELF"),
            Map.entry("4d5a9000", "EXE"),
            Map.entry("4d5a5000", "EXE"),
            Map.entry("cafebabe", "CLASS"),
            Map.entry("28b52ffd", "ZSTD"),
            Map.entry("7b5c727466", "RTF"),
            Map.entry("52494646", "RIFF"),
            Map.entry("49492a00", "TIFF"),
            Map.entry("4d4d002a", "TIFF"));
    private static final String ZIP = "504b0304";
    private static final String EMPTY_ZIP = "504b0506";
    private static final String OLE2 = "d0cf11e0a1b11ae1";

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * Tells the kind of a file.
     *
     * @throws UnreadableFile EMPTY, WRONG_TYPE, OLD_WORKBOOK or ENCRYPTED
     */
    static FileKind of(Path file, String mediaType) throws IOException {
        FileKind found = byContent(file, mediaType);
        FileKind claimed = claimed(mediaType);
        if (claimed != null && claimed != found) {
            throw new UnreadableFile(Reason.WRONG_TYPE, found.name());
        }
        return found;
    }

    private static FileKind claimed(String mediaType) {
        String type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        type = (parameters < 0 ? type : type.substring(0, parameters)).strip();
        if (CLAIMS_NOTHING.contains(type)) {
            return null;
        }
        for (FileKind kind : values()) {
            if (kind.mediaType.equals(type)) {
                return kind;
            }
        }
        throw new UnreadableFile(Reason.WRONG_TYPE, type);
    }

    private static FileKind byContent(Path file, String mediaType) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String hex = HexFormat.of().formatHex(head, 0, Math.min(8, head.length));
        if (hex.startsWith(ZIP) || hex.startsWith(EMPTY_ZIP)) {
            return XLSX;
        }
        if (hex.startsWith(OLE2)) {
            throw isEncrypted(file) ? new UnreadableFile(Reason.ENCRYPTED) : new UnreadableFile(Reason.OLD_WORKBOOK);
        }
        for (Map.Entry<String, String> other : OTHER_KINDS.entrySet()) {
            if (hex.startsWith(other.getKey())) {
                throw new UnreadableFile(Reason.WRONG_TYPE, other.getValue());
            }
        }
        String text = beginning(head);
        if (head.length < HEAD && isBlank(head)) {
            throw new UnreadableFile(Reason.EMPTY);
        }
        if (text.startsWith("<")) {
            throw new UnreadableFile(Reason.WRONG_TYPE, text.startsWith("<?xml") ? "XML" : "HTML");
        }
        boolean array = text.startsWith("[") && (text.length() == 1 || "{]".indexOf(text.charAt(1)) >= 0);
        return array || (text.startsWith("{") || text.startsWith("[")) && claimed(mediaType) == JSON ? JSON : CSV;
    }

    private static boolean isBlank(byte[] head) {
        for (byte b : head) {
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The first visible characters, whatever the encoding: ASCII looks the same in all of them once NULs are out. */
    private static String beginning(byte[] head) {
        StringBuilder text = new StringBuilder();
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < latin.length() && text.length() < 5; i++) {
            char c = latin.charAt(i);
            boolean mark = i < 3 && c > 0x7F;
            if (c > ' ' && !mark) {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** A protected workbook is a compound file with a stream of this name; the name is written in UTF-16. */
    private static boolean isEncrypted(Path file) throws IOException {
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        String wanted = new String(name, StandardCharsets.ISO_8859_1);
        String tail = "";
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                String part = tail + new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                if (part.contains(wanted)) {
                    return true;
                }
                tail = part.substring(Math.max(0, part.length() - name.length));
            }
        }
        return false;
    }
}

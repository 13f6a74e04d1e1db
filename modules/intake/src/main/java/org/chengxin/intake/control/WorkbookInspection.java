package org.chengxin.intake.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.chengxin.intake.control.UnreadableFile.Reason;

/**
 * Looks through an XLSX file before anything interprets it: every part is unpacked once against the limits, no part may
 * declare a document type, and the merged ranges of the sheets are noted (they stand behind the rows, too late for
 * whoever reads the header).
 */
final class WorkbookInspection {

    /** A tag or a text of more bytes than this is no part of a table; whoever interprets it would have to hold it. */
    private static final int LONGEST_WITHOUT_BRACKET = 4 * Limits.MAX_CELL_READ;

    /** Smaller parts may be packed as tightly as they like. */
    private static final long RATIO_COUNTS_FROM = 16L << 20;

    private static final int CHUNK = 1 << 16;
    private static final String MERGED = "mergeCell ";
    private static final String[] FORMULAS = {"<f>", "<f ", "<f/"};
    private static final int MAX_MERGED_NOTED = 1000;

    private final Limits limits;
    private final Map<String, List<String>> mergedRanges = new HashMap<>();
    private final Map<String, String> formulas = new HashMap<>();
    private long unpacked;

    private WorkbookInspection(Limits limits) {
        this.limits = limits;
    }

    /**
     * Inspects a file.
     *
     * @throws UnreadableFile ENCRYPTED, WRONG_TYPE, ZIP_BOMB, TOO_LARGE, XML_ENTITY or BROKEN
     */
    static WorkbookInspection of(Path file, Limits limits) throws IOException {
        WorkbookInspection inspection = new WorkbookInspection(limits);
        refuseProtected(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry(WorkbookParts.WORKBOOK) == null) {
                throw new UnreadableFile(Reason.WRONG_TYPE, "ZIP");
            }
            if (zip.getEntry("xl/vbaProject.bin") != null) {
                throw new UnreadableFile(Reason.WRONG_TYPE, "XLSM");
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                inspection.inspect(zip, entries.nextElement());
            }
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                // of a part behind the first; the JDK refuses the whole archive
                throw new UnreadableFile(e, Reason.ENCRYPTED);
            }
            // a damaged archive shows itself in many ways, among them names that are no text
            throw new UnreadableFile(e, Reason.BROKEN, 0);
        }
        return inspection;
    }

    /** Bit 0 of the flags of the first entry: encrypted (APPNOTE 4.4.4). */
    private static void refuseProtected(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(8);
            if (head.length == 8 && (head[6] & 1) != 0) {
                throw new UnreadableFile(Reason.ENCRYPTED);
            }
        }
    }

    private void inspect(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName();
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
        boolean sheet = name.startsWith("xl/worksheets/") && xml && !name.endsWith(".rels");
        long size = 0;
        int run = 0;
        String tail = "";
        CRC32 checksum = new CRC32();
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] buffer = new byte[CHUNK];
            for (int n = in.readNBytes(buffer, 0, CHUNK); n > 0; n = in.readNBytes(buffer, 0, CHUNK)) {
                size += n;
                count(entry, size, n);
                checksum.update(buffer, 0, n);
                if (xml && size <= CHUNK) {
                    refuseEntities(name, buffer, n);
                }
                if (xml) {
                    run = withoutBracket(buffer, n, run);
                }
                if (sheet) {
                    String part = tail + new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                    noteFormula(name, part);
                    tail = noteMerged(name, part);
                }
            }
        }
        if (entry.getCrc() != checksum.getValue()) {
            throw new UnreadableFile(Reason.BROKEN, 0);
        }
    }

    private static int withoutBracket(byte[] buffer, int n, int before) {
        int run = before;
        for (int i = 0; i < n; i++) {
            run = buffer[i] == '<' || buffer[i] == '>' ? 0 : run + 1;
            if (run > LONGEST_WITHOUT_BRACKET) {
                throw new UnreadableFile(Reason.CELL_TOO_LARGE, 0);
            }
        }
        return run;
    }

    private void count(ZipEntry entry, long size, int n) {
        unpacked += n;
        boolean dense = size > RATIO_COUNTS_FROM && size / Math.max(1, entry.getCompressedSize()) > limits.maxRatio();
        if (dense || unpacked > limits.maxUnpackedBytes()) {
            throw new UnreadableFile(Reason.ZIP_BOMB);
        }
    }

    /** A document type can only stand before the first element; NULs are dropped so that UTF-16 hides nothing. */
    private static void refuseEntities(String name, byte[] buffer, int n) {
        StringBuilder text = new StringBuilder(n);
        for (int i = 0; i < n; i++) {
            if (buffer[i] != 0) {
                text.append((char) (buffer[i] & 0xFF));
            }
        }
        if (text.indexOf("<!DOCTYPE") >= 0 || text.indexOf("<!ENTITY") >= 0) {
            throw new UnreadableFile(Reason.XML_ENTITY, name);
        }
    }

    /** Notes the first calculated cell; within text the opening bracket would be escaped. */
    private void noteFormula(String sheet, String part) {
        if (formulas.containsKey(sheet)) {
            return;
        }
        for (String tag : FORMULAS) {
            int at = part.indexOf(tag);
            if (at >= 0) {
                int reference = part.lastIndexOf(" r=\"", at);
                int end = reference < 0 ? -1 : part.indexOf('"', reference + 4);
                formulas.put(sheet, end < 0 || end > at ? "?" : part.substring(reference + 4, end));
                return;
            }
        }
    }

    /**
     * The first calculated cell of a sheet.
     *
     * @return its address, or null
     */
    String formula(String part) {
        return formulas.get(part);
    }

    /** Notes the ranges of complete tags and gives back what may be the beginning of the next. */
    private String noteMerged(String sheet, String part) {
        List<String> ranges = mergedRanges.computeIfAbsent(sheet, key -> new ArrayList<>());
        int from = part.indexOf(MERGED);
        while (from >= 0 && ranges.size() < MAX_MERGED_NOTED) {
            int end = part.indexOf('>', from);
            if (end < 0) {
                // an unfinished tag continues in the next chunk; one that never ends is no tag
                return part.length() - from < CHUNK ? part.substring(from) : "";
            }
            int ref = part.indexOf("ref=\"", from);
            int close = ref < 0 ? -1 : part.indexOf('"', ref + 5);
            if (ref > 0 && ref < end && close > 0 && close < end) {
                ranges.add(part.substring(ref + 5, close));
            }
            from = part.indexOf(MERGED, end);
        }
        return part.substring(Math.max(0, part.length() - MERGED.length()));
    }

    /**
     * The first range of a sheet that touches a row and unites cells.
     *
     * @param part name of the sheet's part, such as {@code xl/worksheets/sheet1.xml}
     * @param row counted from 1
     * @return such as A1:C1, or null
     */
    String mergedAcross(String part, int row) {
        for (String range : mergedRanges.getOrDefault(part, List.of())) {
            String[] corners = range.replace("$", "").split(":");
            if (corners.length == 2 && rowOf(corners[0]) <= row && rowOf(corners[1]) >= row) {
                return range;
            }
        }
        return null;
    }

    private static int rowOf(String cell) {
        int row = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9' && row < 10_000_000) {
                row = row * 10 + c - '0';
            }
        }
        return row;
    }
}

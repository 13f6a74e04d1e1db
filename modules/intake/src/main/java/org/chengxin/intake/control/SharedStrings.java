package org.chengxin.intake.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.chengxin.intake.control.UnreadableFile.Reason;

/**
 * The texts of a workbook, which its cells name by number (ECMA-376 part 1, 18.4). The first ones, which are the most
 * repeated, are held in memory; a workbook of a million rows has gigabytes of them, so that all others lie in a
 * temporary file.
 */
final class SharedStrings implements AutoCloseable {

    /** Characters in memory. */
    private static final int HELD = 2 << 20;

    private static final int PLACE = Long.BYTES;

    private final List<String> held = new ArrayList<>();
    private long heldCharacters;
    private PagedFile texts;
    private PagedFile places;
    private int spilled;

    /**
     * Reads the texts.
     *
     * @param part null for a workbook without any
     * @throws UnreadableFile BROKEN or CELL_TOO_LARGE
     */
    static SharedStrings of(ZipFile zip, String part) throws IOException {
        SharedStrings strings = new SharedStrings();
        if (part == null || zip.getEntry(part) == null) {
            return strings;
        }
        try (WorkbookXml xml = WorkbookParts.open(zip, part)) {
            StringBuilder text = new StringBuilder();
            while (xml.next()) {
                if (xml.begins("si")) {
                    text.setLength(0);
                    xml.stringItem(text);
                    strings.add(CellText.unescaped(text.toString()));
                }
            }
            return strings;
        } catch (RuntimeException e) {
            strings.close();
            throw e;
        }
    }

    void add(String text) {
        // a text costs its characters and about as much again as forty
        if (texts == null && heldCharacters + text.length() + 40 <= HELD) {
            heldCharacters += text.length() + 40;
            held.add(text);
            return;
        }
        if (texts == null) {
            texts = new PagedFile();
            places = new PagedFile();
        }
        places.append(ByteBuffer.allocate(PLACE).putLong(texts.size()).array());
        texts.append(text.getBytes(StandardCharsets.UTF_8));
        spilled++;
    }

    /**
     * A text.
     *
     * @throws UnreadableFile BROKEN when there is none of this number
     */
    String get(int number) {
        if (number >= 0 && number < held.size()) {
            return held.get(number);
        }
        int index = number - held.size();
        if (number < 0 || index >= spilled) {
            throw new UnreadableFile(Reason.BROKEN, 0);
        }
        long from = place(index);
        long to = index + 1 < spilled ? place(index + 1) : texts.size();
        return new String(texts.read(from, (int) (to - from)), StandardCharsets.UTF_8);
    }

    private long place(int index) {
        return ByteBuffer.wrap(places.read((long) index * PLACE, PLACE)).getLong();
    }

    @Override
    public void close() {
        if (texts != null) {
            texts.close();
            places.close();
        }
    }
}

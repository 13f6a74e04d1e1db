package org.chengxin.intake.control;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.intake.control.UnreadableFile.Reason;

/** The rows of a sheet's part (ECMA-376 part 1, 18.3.1), one at a time, as texts. */
final class SheetCells implements AutoCloseable {

    /** The last row and column that a spreadsheet has. */
    private static final int LAST_ROW = 1_048_576;

    private static final int LAST_COLUMN = 16_384;

    private final WorkbookXml xml;
    private final SharedStrings strings;
    private final CellText cellText;
    private final int maxColumns;
    private final long mostCharacters;
    private final StringBuilder value = new StringBuilder();
    private long characters;
    private int row;

    SheetCells(WorkbookXml xml, SharedStrings strings, CellText cellText, Limits limits) {
        this.xml = xml;
        this.strings = strings;
        this.cellText = cellText;
        this.maxColumns = limits.maxColumns() * 2;
        this.mostCharacters = limits.maxUnpackedBytes();
    }

    /** The number of the row read last, counted from 1; 0 before the first. */
    int row() {
        return row;
    }

    /** Whether any cell holds something that can be seen, be it a formula. */
    boolean anyFilled() {
        while (xml.next()) {
            if (xml.begins("f")) {
                return true;
            }
            if (xml.begins("c") && filled()) {
                return true;
            }
        }
        return false;
    }

    private boolean filled() {
        try {
            return !Blank.isBlank(cell());
        } catch (UnreadableFile e) {
            // what is wrong with it is told when the sheet is read
            if (e.reason() == Reason.FORMULA) {
                return true;
            }
            throw e;
        }
    }

    /**
     * The next row up to its last cell with a value: formatted empty cells reach to the right without end.
     *
     * @return null after the last one, when the part has been read to its end
     * @throws UnreadableFile FORMULA, TOO_MANY_COLUMNS, CELL_TOO_LARGE, ZIP_BOMB or BROKEN
     */
    List<String> nextRow() {
        try {
            while (xml.next()) {
                if (xml.begins("row")) {
                    int number = xml.number("r", row + 1);
                    if (number <= row || number > LAST_ROW) {
                        throw new UnreadableFile(Reason.BROKEN, number);
                    }
                    row = number;
                    return cells();
                }
            }
            return null;
        } catch (UnreadableFile e) {
            boolean unplaced = e.details().equals(List.of("0"));
            throw unplaced ? new UnreadableFile(e, e.reason(), Math.max(1, row)) : e;
        }
    }

    private List<String> cells() {
        List<String> cells = new ArrayList<>();
        int outside = xml.depth() - 1;
        int column = 0;
        long before = characters;
        while (xml.next() && xml.depth() > outside) {
            if (!xml.begins("c")) {
                continue;
            }
            String reference = xml.attribute("r");
            int at = reference == null ? column + 1 : column(reference);
            if (at <= column) {
                throw new UnreadableFile(Reason.BROKEN, row);
            }
            column = at;
            String text = cell();
            characters += text.length();
            if (characters - before > Limits.MAX_ROW_READ) {
                throw new UnreadableFile(Reason.CELL_TOO_LARGE, row);
            }
            if (characters > mostCharacters) {
                // one long text that a million cells share takes no room in the file
                throw new UnreadableFile(Reason.ZIP_BOMB);
            }
            if (!Blank.isBlank(text)) {
                if (column > maxColumns) {
                    throw new UnreadableFile(Reason.TOO_MANY_COLUMNS, maxColumns / 2);
                }
                while (cells.size() < column - 1) {
                    cells.add("");
                }
                cells.add(text);
            }
        }
        return cells;
    }

    /** The column of an address such as AB12, whose row has to be this one. */
    private int column(String reference) {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            int letter = Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
            column = column * 26 + letter;
            if (letter < 1 || letter > 26 || column > LAST_COLUMN) {
                throw new UnreadableFile(Reason.BROKEN, row);
            }
        }
        if (!reference.substring(i).equals(String.valueOf(row))) {
            throw new UnreadableFile(Reason.BROKEN, row);
        }
        return column;
    }

    /** The text of the cell that begins here. */
    private String cell() {
        String reference = xml.attribute("r");
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        int outside = xml.depth() - 1;
        String text = "";
        while (xml.next() && xml.depth() > outside) {
            if (xml.begins("f")) {
                throw new UnreadableFile(Reason.FORMULA, reference == null ? "?" : reference);
            }
            value.setLength(0);
            if (xml.begins("v")) {
                xml.text(value);
                text = "s".equals(type)
                        ? strings.get(index(value))
                        : cellText.of(type == null ? "n" : type, value.toString(), style);
            } else if (xml.begins("is")) {
                xml.stringItem(value);
                text = CellText.unescaped(value.toString());
            }
        }
        return text;
    }

    private int index(CharSequence number) {
        try {
            return Integer.parseInt(number, 0, number.length(), 10);
        } catch (NumberFormatException e) {
            throw new UnreadableFile(e, Reason.BROKEN, row);
        }
    }

    @Override
    public void close() {
        xml.close();
    }
}

package org.chengxin.intake.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** How the cells of a workbook are to be shown, as far as it tells a day from a number (ECMA-376 part 1, 18.8). */
final class WorkbookStyles {

    /** More formats than any workbook has. */
    private static final int MOST = 65_490;

    private final List<Integer> formatOfStyle = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final Map<Integer, Boolean> dates = new HashMap<>();

    /**
     * Reads the formats.
     *
     * @param part null for a workbook without any
     */
    static WorkbookStyles of(ZipFile zip, String part) throws IOException {
        WorkbookStyles styles = new WorkbookStyles();
        if (part != null && zip.getEntry(part) != null) {
            try (WorkbookXml xml = WorkbookParts.open(zip, part)) {
                styles.read(xml);
            }
        }
        return styles;
    }

    private void read(WorkbookXml xml) {
        boolean ofCells = false;
        while (xml.next()) {
            if (xml.begins("cellXfs")) {
                ofCells = true;
            } else if (xml.ends("cellXfs")) {
                ofCells = false;
            } else if (ofCells && xml.begins("xf") && formatOfStyle.size() < MOST) {
                formatOfStyle.add(xml.number("numFmtId", 0));
            } else if (xml.begins("numFmt") && formats.size() < MOST) {
                formats.put(xml.number("numFmtId", -1), String.valueOf(xml.attribute("formatCode")));
            }
        }
    }

    /** The workbook's own format of a style; null for a built-in one. */
    String format(int style) {
        return style >= 0 && style < formatOfStyle.size() ? formats.get(formatOfStyle.get(style)) : null;
    }

    /** Whether numbers of this style are days. */
    boolean showsDate(int style) {
        if (style < 0 || style >= formatOfStyle.size()) {
            return false;
        }
        int id = formatOfStyle.get(style);
        return dates.computeIfAbsent(
                id, unused -> isBuiltInDate(id) || formats.containsKey(id) && isDate(formats.get(id)));
    }

    /** ECMA-376 part 1, 18.8.30, incl. the formats reserved for Chinese dates. */
    private static boolean isBuiltInDate(int id) {
        return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58;
    }

    /** Whether a format of one's own has a year or a day in it, outside quoted text and conditions. */
    private static boolean isDate(String format) {
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < format.length(); i++) {
            char c = Character.toLowerCase(format.charAt(i));
            if (c == '\\' || c == '_') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '[' || c == ']')) {
                bracketed = c == '[';
            } else if (!quoted && !bracketed && (c == 'y' || c == 'd' || c == 'e' && isEra(format, i))) {
                return true;
            }
        }
        return false;
    }

    /** {@code e} is a year too, except in the exponent of 0.00E+00; {@code General} has letters of its own. */
    private static boolean isEra(String format, int i) {
        boolean exponent = i + 1 < format.length() && (format.charAt(i + 1) == '+' || format.charAt(i + 1) == '-');
        return !exponent && !format.toLowerCase(java.util.Locale.ROOT).contains("general");
    }
}

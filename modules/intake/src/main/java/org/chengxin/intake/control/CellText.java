package org.chengxin.intake.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.chengxin.intake.control.UnreadableFile.Reason;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** A cell of a workbook as the text that a person would type for it. */
final class CellText {

    /** A spreadsheet shows fifteen digits; what is behind them is noise of binary fractions. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final double LAST_DAY = 2_958_466;
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private final Map<String, Boolean> dateFormats = new HashMap<>();

    /**
     * The text: dates in ISO 8601, numbers plain and without a superfluous fraction, leading zeros as the format asks
     * for them.
     *
     * @throws UnreadableFile FORMULA when the cell is calculated
     */
    String of(Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case EMPTY -> "";
            case FORMULA -> throw new UnreadableFile(Reason.FORMULA, cell.getAddress());
            case BOOLEAN -> String.valueOf(cell.getValue()).toUpperCase(java.util.Locale.ROOT);
            case NUMBER -> number(cell);
            case STRING, ERROR -> text(cell);
        };
    }

    static boolean isEmpty(Cell cell) {
        return cell == null
                || cell.getType() == CellType.EMPTY
                || cell.getType() == CellType.STRING && Blank.isBlank(cell.getText());
    }

    private static String text(Cell cell) {
        String text = cell.getText();
        return text == null ? "" : text;
    }

    private String number(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null || raw.isBlank()) {
            return "";
        }
        BigDecimal value = cell.asNumber();
        if (isDate(cell)) {
            double days = value.doubleValue();
            if (days >= 1 && days < LAST_DAY) {
                return date(cell.asDate());
            }
        }
        String text = isDigits(raw) ? raw : plain(value);
        return padded(text, cell.getDataFormatString());
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : DATE_AND_TIME.format(moment);
    }

    private static String plain(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal shown = value.round(SHOWN).stripTrailingZeros();
        return shown.toPlainString();
    }

    private static boolean isDigits(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** A format of zeros only, such as 000000, is how spreadsheets show numbers that are codes. */
    private static String padded(String text, String format) {
        if (format == null || format.length() <= text.length() || !isDigits(text)) {
            return text;
        }
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '0') {
                return text;
            }
        }
        return "0".repeat(format.length() - text.length()) + text;
    }

    private boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && isBuiltInDate(id)) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null && dateFormats.computeIfAbsent(format, CellText::showsDate);
    }

    /** ECMA-376 part 1, 18.8.30, incl. the formats reserved for Chinese dates. */
    private static boolean isBuiltInDate(int id) {
        return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58;
    }

    /** Whether a format of one's own has a year or a day in it, outside quoted text and conditions. */
    private static boolean showsDate(String format) {
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

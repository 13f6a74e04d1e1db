package org.chengxin.intake.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.chengxin.intake.control.UnreadableFile.Reason;

/**
 * A cell of a workbook as the text that a person would type for it: dates in ISO 8601, numbers plain and without a
 * superfluous fraction, leading zeros as the format asks for them.
 */
final class CellText {

    /** A spreadsheet shows fifteen digits; what is behind them is noise of binary fractions. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);
    /** The calendar of 1900 has a 29 February that never was; days before it count from one day later. */
    private static final int LEAP_DAY_OF_1900 = 60;

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);
    /** What a double can hold at most, about; beyond it a number is no spreadsheet's. */
    private static final int MAX_SCALE = 400;

    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final WorkbookStyles styles;
    private final boolean from1904;

    CellText(WorkbookStyles styles, boolean from1904) {
        this.styles = styles;
        this.from1904 = from1904;
    }

    /**
     * The text of a cell that holds its value itself.
     *
     * @param type as the cell says ({@code t}): b, d, e, str, or n
     * @param raw the value as it is stored
     * @param style index of its format
     */
    String of(String type, String raw, int style) {
        return switch (type) {
            case "n" -> raw.isBlank() ? "" : number(raw.strip(), style);
            case "b" -> raw.strip().equals("1") || raw.strip().equalsIgnoreCase("true") ? "TRUE" : "FALSE";
            case "d" -> withoutMidnight(raw.strip());
            case "str" -> unescaped(raw);
            case "e" -> raw;
            default -> throw new UnreadableFile(Reason.BROKEN, 0);
        };
    }

    private static String withoutMidnight(String moment) {
        String text = moment.endsWith("Z") ? moment.substring(0, moment.length() - 1) : moment;
        int time = text.indexOf('T');
        if (time < 0) {
            return text;
        }
        boolean midnight = text.substring(time + 1).chars().allMatch(c -> c == '0' || c == ':' || c == '.');
        return midnight ? text.substring(0, time) : text.replace('T', ' ');
    }

    private String number(String raw, int style) {
        boolean digits = isDigits(raw);
        BigDecimal value = null;
        if (!digits || raw.length() <= 10) {
            try {
                value = new BigDecimal(raw);
            } catch (NumberFormatException e) {
                throw new UnreadableFile(e, Reason.BROKEN, 0);
            }
            if (styles.showsDate(style) && isDay(value)) {
                return moment(value);
            }
        }
        return padded(digits ? raw : plain(value, raw), styles.format(style));
    }

    private boolean isDay(BigDecimal value) {
        BigDecimal first = from1904 ? BigDecimal.ZERO : BigDecimal.ONE;
        return value.compareTo(first) >= 0 && value.compareTo(LAST_DAY) < 0;
    }

    private String moment(BigDecimal serial) {
        int day = serial.intValue();
        int seconds = serial.subtract(BigDecimal.valueOf(day))
                .multiply(SECONDS_OF_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .intValue();
        LocalDate zero = DAY_ZERO;
        if (from1904) {
            zero = DAY_ZERO_OF_1904;
        } else if (day < LEAP_DAY_OF_1900) {
            zero = DAY_ZERO.plusDays(1);
        }
        LocalDateTime moment = zero.plusDays(day).atStartOfDay().plusSeconds(seconds);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : DATE_AND_TIME.format(moment);
    }

    private static String plain(BigDecimal value, String raw) {
        if (value.signum() == 0) {
            return "0";
        }
        if (Math.abs((long) value.scale()) > MAX_SCALE || value.precision() > MAX_SCALE) {
            return raw;
        }
        return value.round(SHOWN).stripTrailingZeros().toPlainString();
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

    /** Characters that XML cannot hold are written {@code _x000D_} (ECMA-376 part 1, 22.9.2.19). */
    static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (; at >= 0; at = text.indexOf("_x", at)) {
            int code = escaped(text, at);
            if (code < 0) {
                at += 2;
                continue;
            }
            out.append(text, from, at).append((char) code);
            at += 7;
            from = at;
        }
        return out.append(text, from, text.length()).toString();
    }

    /** The character that is written at a place; -1 where it is plain text, or would be half a character. */
    private static int escaped(String text, int at) {
        if (at + 6 >= text.length() || text.charAt(at + 6) != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return Character.isSurrogate((char) code) ? -1 : code;
    }
}

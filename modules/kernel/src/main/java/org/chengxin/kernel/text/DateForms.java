package org.chengxin.kernel.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.kernel.time.CivilTime;

/**
 * The notations of dates that suppliers use: 2017-03-05, 2017/3/5, 2017.03.05 (the same separator twice), 20170305,
 * 2017年3月5日, 二〇一七年三月五日, each with or without a time of day, which is cut off. Dates that do not exist are
 * refused; years are written with four digits, 1800 to 2999.
 */
public final class DateForms {

    /** 长期: no end. The 2017 form and the 双公示 form write it as 2099/12/31, and so do we. */
    public static final LocalDate LONG_TERM = LocalDate.of(2099, 12, 31);

    private static final Set<String> LONG_TERM_WORDS = Set.of("长期", "永久", "长期有效", "永久有效", "无固定期限", "无期限");
    private static final String TIME =
            "(?:[ T]?\\d{1,2}(?::\\d{1,2}){1,2}(?:\\.\\d+)?| ?\\d{1,2}[时点](?:\\d{1,2}分)?(?:\\d{1,2}秒)?)?";
    private static final Pattern SEPARATED =
            Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[ T]\\d{1,2}(?::\\d{1,2}){1,2}(?:\\.\\d+)?)?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?)?");
    private static final Pattern CHINESE = Pattern.compile("(\\d{4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]" + TIME);
    private static final Pattern IN_NUMERALS =
            Pattern.compile("([零〇○一二三四五六七八九]{4})年([元一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]");
    private static final String NUMERALS = "〇一二三四五六七八九";
    /** Excel's day 60 is 29 February 1900, which never was; days before it are counted from a day later. */
    private static final int EXCEL_PHANTOM_DAY = 60;

    private static final int EXCEL_LAST_DAY = 2_958_465;

    private DateForms() {}

    /**
     * The date a text stands for; {@link #LONG_TERM} for 长期 and 永久. A time with an offset from UTC (ISO 8601) is
     * first carried over to Asia/Shanghai.
     *
     * @return empty for null, blank, every other notation and dates that do not exist
     */
    public static Optional<LocalDate> parse(String text) {
        String date = TextCleaning.date(text).value();
        if (date.isEmpty()) {
            return Optional.empty();
        }
        if (LONG_TERM_WORDS.contains(date)) {
            return Optional.of(LONG_TERM);
        }
        Matcher separated = SEPARATED.matcher(date);
        if (separated.matches()) {
            return existing(separated.group(1), separated.group(3), separated.group(4));
        }
        for (Pattern notation : new Pattern[] {COMPACT, CHINESE}) {
            Matcher matcher = notation.matcher(date);
            if (matcher.matches()) {
                return existing(matcher.group(1), matcher.group(2), matcher.group(3));
            }
        }
        Matcher numerals = IN_NUMERALS.matcher(date);
        if (numerals.matches()) {
            return inNumerals(numerals);
        }
        return withOffset(date);
    }

    /** True if the date is the one that stands for no end. */
    public static boolean isLongTerm(LocalDate date) {
        return LONG_TERM.equals(date);
    }

    /**
     * The date of a serial number of a spreadsheet with the 1900 date system (1 is 1 January 1900); the time of day
     * after the point is cut off. Only for cells known to hold dates: any number would pass for one.
     *
     * @return empty outside 1 to 2,958,465, and for 60, a day that never was
     */
    public static Optional<LocalDate> parseExcelSerial(double serial) {
        if (Double.isNaN(serial) || serial < 1 || serial >= EXCEL_LAST_DAY + 1.0) {
            return Optional.empty();
        }
        int day = (int) Math.floor(serial);
        if (day == EXCEL_PHANTOM_DAY) {
            return Optional.empty();
        }
        return Optional.of(
                LocalDate.of(1899, 12, day < EXCEL_PHANTOM_DAY ? 31 : 30).plusDays(day));
    }

    /** As {@link #parseExcelSerial(double)}, from text such as 43159 or 43159.5. */
    public static Optional<LocalDate> parseExcelSerial(String text) {
        String serial = TextCleaning.token(text);
        return serial.matches("\\d{1,7}(\\.\\d{1,15})?")
                ? parseExcelSerial(Double.parseDouble(serial))
                : Optional.empty();
    }

    private static Optional<LocalDate> withOffset(String date) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(date).atZoneSameInstant(CivilTime.ZONE).toLocalDate());
        } catch (DateTimeParseException anotherNotation) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> inNumerals(Matcher parts) {
        StringBuilder year = new StringBuilder();
        for (char c : parts.group(1).toCharArray()) {
            year.append(Math.max(0, NUMERALS.indexOf(c)));
        }
        String month = parts.group(2).equals("元") ? "1" : upToNinetyNine(parts.group(2));
        return existing(year.toString(), month, upToNinetyNine(parts.group(3)));
    }

    /** 一 to 九十九 as digits; -1, which is no day and no month, for anything else. */
    private static String upToNinetyNine(String numeral) {
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            return numeral.length() == 1 ? String.valueOf(NUMERALS.indexOf(numeral)) : "-1";
        }
        if (ten > 1 || numeral.length() - ten > 2) {
            return "-1";
        }
        int tens = ten == 0 ? 1 : NUMERALS.indexOf(numeral.charAt(0));
        int ones = ten == numeral.length() - 1 ? 0 : NUMERALS.indexOf(numeral.charAt(ten + 1));
        return tens < 1 || ones < 0 ? "-1" : String.valueOf(tens * 10 + ones);
    }

    private static Optional<LocalDate> existing(String year, String month, String day) {
        int number = Integer.parseInt(year);
        if (number < 1800 || number > 2999) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}

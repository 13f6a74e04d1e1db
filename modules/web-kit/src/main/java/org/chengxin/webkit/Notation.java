package org.chengxin.webkit;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chengxin.kernel.text.DateForms;
import org.chengxin.kernel.text.NameNormaliser;

/** How days, codes, amounts and hits of a search are written in a language. */
final class Notation {

    private static final String WEEKDAYS = "一二三四五六日";
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final Locale locale;
    private final boolean english;

    Notation(Locale locale) {
        this.locale = locale;
        this.english = locale.getLanguage().equals("en");
    }

    /** 2026年11月23日, 23 November 2026; the day that stands for long term by its word; empty text for null. */
    String date(LocalDate date) {
        if (date == null) {
            return "";
        }
        if (date.equals(DateForms.LONG_TERM)) {
            return Bundles.text("webkit.longTerm", locale);
        }
        return english
                ? ENGLISH_DAY.format(date)
                : date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** 2026年11月23日 周一, Mon 23 November 2026. */
    String dateWithWeekday(LocalDate date) {
        if (date == null || date.equals(DateForms.LONG_TERM)) {
            return date(date);
        }
        return english
                ? ENGLISH_WEEKDAY.format(date) + " " + date(date)
                : date(date) + " 周" + WEEKDAYS.charAt(date.getDayOfWeek().getValue() - 1);
    }

    /**
     * A code in the groups of its standard: 2-6-9-1 for the unified code (GB 32100), 6-8-1 for the registration number,
     * 8-1 for the organisation code; every other in one.
     */
    static List<String> groups(String code) {
        if (code == null || code.isEmpty()) {
            return List.of();
        }
        int[] lengths =
                switch (code.length()) {
                    case 18 -> new int[] {2, 6, 9, 1};
                    case 15 -> new int[] {6, 8, 1};
                    case 9 -> new int[] {8, 1};
                    default -> new int[] {code.length()};
                };
        List<String> groups = new ArrayList<>();
        int at = 0;
        for (int length : lengths) {
            groups.add(code.substring(at, at + length));
            at += length;
        }
        return groups;
    }

    /** A disclosed value by the type of its field; what does not have the form of its type stays as it is. */
    String value(String type, String value) {
        try {
            return switch (type) {
                case "DATE" -> date(LocalDate.parse(value));
                case "MONTH" -> month(YearMonth.parse(value));
                case "PERIOD" -> period(value);
                case "INTEGER", "AMOUNT_YUAN", "AMOUNT_WAN" -> number(new BigDecimal(value));
                default -> value;
            };
        } catch (DateTimeException | NumberFormatException asItIs) {
            return value;
        }
    }

    private String month(YearMonth month) {
        return english ? ENGLISH_MONTH.format(month) : month.getYear() + "年" + month.getMonthValue() + "月";
    }

    private String period(String value) {
        int slash = value.indexOf('/');
        if (slash < 0) {
            return value;
        }
        String to = Bundles.text("webkit.periodTo", locale);
        return date(LocalDate.parse(value.substring(0, slash)))
                + to
                + date(LocalDate.parse(value.substring(slash + 1)));
    }

    String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /**
     * Cuts a name into parts that match a search and parts that do not. Names are compared as the register compares them
     * (width, case, brackets, blanks do not matter), and shown as they are.
     */
    static List<Part> marked(String name, String query) {
        String wanted = NameNormaliser.normalise(query);
        StringBuilder normal = new StringBuilder();
        List<Integer> origin = new ArrayList<>();
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            String one = NameNormaliser.normalise(Character.toString(name.codePointAt(i)));
            for (int k = 0; k < one.length(); k++) {
                normal.append(one.charAt(k));
                origin.add(i);
            }
        }
        List<Part> parts = new ArrayList<>();
        int shown = 0;
        int from = wanted.isEmpty() ? -1 : normal.indexOf(wanted);
        while (from >= 0) {
            int start = origin.get(from);
            int last = origin.get(from + wanted.length() - 1);
            int end = last + Character.charCount(name.codePointAt(last));
            add(parts, name.substring(shown, start), false);
            add(parts, name.substring(start, end), true);
            shown = end;
            from = normal.indexOf(wanted, from + wanted.length());
        }
        add(parts, name.substring(shown), false);
        return parts;
    }

    private static void add(List<Part> parts, String text, boolean hit) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, hit));
        }
    }
}

package org.chengxin.intake.control;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Predicate;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.kernel.text.DateForms;
import org.chengxin.kernel.text.TextCleaning;

/** Cells of days, months, years and spans of days. */
final class DateCells {

    private static final LocalDate FOUNDING = LocalDate.of(1949, 10, 1);
    private static final String BETWEEN_DAYS = "[、,;，；~至和 ]+";
    private static final String BETWEEN_YEARS = "[/、,;，；~至和 -]+";
    private static final int EARLIEST_YEAR = 1800;
    private static final int LATEST_YEAR = 2200;

    private DateCells() {}

    /** A date as ISO has it is read without any pattern; all else is for the kernel. */
    private static Optional<LocalDate> parse(String text) {
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            int year = digits(text, 0, 4);
            int month = digits(text, 5, 7);
            int day = digits(text, 8, 10);
            if (year >= EARLIEST_YEAR && month >= 1 && day >= 1) {
                try {
                    return Optional.of(LocalDate.of(year, month, day));
                } catch (DateTimeException notADate) {
                    return Optional.empty();
                }
            }
        }
        return DateForms.parse(text);
    }

    /** The number in a part of a text; -1 when anything but digits is there. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    /** Null for what stands for nothing. */
    private static String cleaned(String cell, RowDraft draft) {
        String text = draft.count(TextCleaning.date(cell));
        if (Blank.isPlaceholder(text)) {
            draft.count(Clean.PLACEHOLDER_REMOVED);
            return null;
        }
        return text;
    }

    private static boolean areSeveral(String text, String separators, Predicate<String> each) {
        String[] parts = text.split(separators);
        if (parts.length < 2) {
            return false;
        }
        for (String part : parts) {
            if (!each.test(part)) {
                return false;
            }
        }
        return true;
    }

    /** A day. */
    record OfDay(FieldDefinition field) implements CellReader {

        @Override
        public Object read(String cell, RowDraft draft) {
            String text = cleaned(cell, draft);
            if (text == null) {
                return null;
            }
            Optional<LocalDate> date = parse(text);
            if (date.isEmpty()) {
                date = serial(text, draft);
            }
            if (date.isEmpty() && field.meaning() == FieldMeaning.ENDS_ON && NumberCells.OfMonths.months(text) > 0) {
                draft.redirected.put(FieldMeaning.PERIOD_MONTHS, BigDecimal.valueOf(NumberCells.OfMonths.months(text)));
                return null;
            }
            if (date.isEmpty()) {
                boolean several =
                        areSeveral(text, BETWEEN_DAYS, part -> parse(part).isPresent());
                if (several) {
                    draft.several(field, text);
                } else {
                    draft.unreadable(FindingRule.DATE_UNREADABLE, field, text);
                }
                return null;
            }
            String iso = date.get().toString();
            if (!iso.equals(cell)) {
                draft.count(Clean.DATE_CONVERTED);
            }
            draft.dates.put(field.meaning(), date.get());
            remarkPlausibility(date.get(), text, draft);
            return iso;
        }

        /** The number under which a spreadsheet keeps a day, when a column lost its format. */
        private Optional<LocalDate> serial(String text, RowDraft draft) {
            if (text.length() != 5 || digits(text, 0, 5) < 20_000) {
                return Optional.empty();
            }
            Optional<LocalDate> date = DateForms.parseExcelSerial(text);
            date.ifPresent(day -> draft.suggest(FindingRule.DATE_SERIAL, field, text, day.toString(), day.toString()));
            return date;
        }

        private void remarkPlausibility(LocalDate date, String text, RowDraft draft) {
            boolean happened =
                    field.meaning() == FieldMeaning.DECIDED_ON || field.meaning() == FieldMeaning.ESTABLISHED_ON;
            if (happened && date.isAfter(draft.options.today())) {
                draft.find(
                        FindingRule.DATE_IN_FUTURE,
                        field,
                        text,
                        draft.options.today().toString());
            }
            if (field.meaning() == FieldMeaning.DECIDED_ON && date.isBefore(FOUNDING)) {
                draft.find(FindingRule.DATE_TOO_EARLY, field, text, FOUNDING.toString());
            }
        }
    }

    /** A year, kept as text of four digits. */
    record OfYear(FieldDefinition field) implements CellReader {

        @Override
        public Object read(String cell, RowDraft draft) {
            String text = cleaned(cell, draft);
            if (text == null) {
                return null;
            }
            if (isYear(text)) {
                return text.substring(0, 4);
            }
            if (areSeveral(text, BETWEEN_YEARS, OfYear::isYear)) {
                draft.several(field, text);
            } else {
                draft.unreadable(FindingRule.NUMBER_UNREADABLE, field, text);
            }
            return null;
        }

        private static boolean isYear(String text) {
            boolean shape = text.length() == 4
                    || text.length() == 5 && text.charAt(4) == '年'
                    || text.length() == 6 && text.endsWith("年度");
            if (!shape) {
                return false;
            }
            int year = digits(text, 0, 4);
            return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
        }
    }

    /** A month, kept as 2017-03. */
    record OfMonth(FieldDefinition field) implements CellReader {

        @Override
        public Object read(String cell, RowDraft draft) {
            String text = cleaned(cell, draft);
            if (text == null) {
                return null;
            }
            Optional<YearMonth> month = month(text).or(() -> parse(text).map(YearMonth::from));
            if (month.isEmpty()) {
                draft.unreadable(FindingRule.DATE_UNREADABLE, field, text);
                return null;
            }
            String iso = month.get().toString();
            if (!iso.equals(text)) {
                draft.count(Clean.DATE_CONVERTED);
            }
            return iso;
        }

        /** 2017-03, 2017/3, 2017.03, 201703, 2017年3月. */
        private static Optional<YearMonth> month(String text) {
            String bare = text.endsWith("月") ? text.substring(0, text.length() - 1) : text;
            if (bare.length() < 6 || bare.length() > 7) {
                return Optional.empty();
            }
            boolean compact = bare.length() == 6 && digits(bare, 0, 6) >= 0;
            int year = digits(bare, 0, 4);
            int month = digits(bare, compact ? 4 : 5, bare.length());
            boolean separated = compact || "-/.年".indexOf(bare.charAt(4)) >= 0;
            boolean exists = year >= EARLIEST_YEAR && year <= LATEST_YEAR && month >= 1 && month <= 12;
            return separated && exists ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
        }
    }

    /** A span of days, kept as start/end; an end that is open is {@link DateForms#LONG_TERM}. */
    record OfPeriod(FieldDefinition field) implements CellReader {

        @Override
        public Object read(String cell, RowDraft draft) {
            String text = cleaned(cell, draft);
            if (text == null) {
                return null;
            }
            Optional<String> period = period(text);
            if (period.isEmpty()) {
                draft.unreadable(FindingRule.DATE_UNREADABLE, field, text);
                return null;
            }
            return period.get();
        }

        private static Optional<String> period(String text) {
            String span = text.startsWith("自") ? text.substring(1) : text;
            for (String between : new String[] {"至", "到", "~", "—", " - ", "/"}) {
                int at = span.indexOf(between);
                if (at > 0) {
                    Optional<LocalDate> start = parse(span.substring(0, at).strip());
                    Optional<LocalDate> end =
                            parse(span.substring(at + between.length()).strip());
                    if (start.isPresent() && end.isPresent() && !end.get().isBefore(start.get())) {
                        return Optional.of(start.get() + "/" + end.get());
                    }
                }
            }
            return parse(span).filter(DateForms::isLongTerm).map(end -> "/" + end);
        }
    }
}

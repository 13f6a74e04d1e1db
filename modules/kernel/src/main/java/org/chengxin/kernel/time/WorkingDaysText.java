package org.chengxin.kernel.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The notation in which yearly calendars are written down, one line each:
 *
 * <pre>
 * year 2025 国办发明电〔2024〕12号
 * off 2025-01-28..2025-02-04 春节
 * work 2025-01-26 2025-02-08
 * </pre>
 *
 * Behind the dates of a line any remark may stand, which for days off is the name of the holiday; lines that begin with
 * # are remarks.
 */
public final class WorkingDaysText {

    private static final String SHIPPED = "working-days.txt";

    private WorkingDaysText() {}

    /** The notices that come with this version. */
    public static List<YearNotice> shipped() {
        return notices(TextResource.lines(WorkingDaysText.class, SHIPPED));
    }

    /**
     * Reads calendars.
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static List<YearCalendar> parse(List<String> lines) {
        return notices(lines).stream().map(YearNotice::calendar).toList();
    }

    /**
     * Reads notices.
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static List<YearNotice> notices(List<String> lines) {
        List<YearNotice> notices = new ArrayList<>();
        Reading reading = null;
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            try {
                String[] words = text.split("\\s+");
                if (words[0].equals("year")) {
                    finish(reading, notices);
                    reading = new Reading(Integer.parseInt(words[1]), words[2]);
                } else {
                    reading.take(words);
                }
            } catch (RuntimeException unreadable) {
                throw new IllegalArgumentException("cannot read the calendar line: " + text, unreadable);
            }
        }
        finish(reading, notices);
        return notices;
    }

    /**
     * Reads periods such as {@code 2025-01-28..2025-02-04 春节}: dates, and behind them their name.
     *
     * @throws RuntimeException if there is no date, or none that exists
     */
    public static List<HolidayPeriod> periods(String text) {
        String[] words = text.strip().split("\\s+");
        int dates = 0;
        while (dates < words.length && !words[dates].isEmpty() && Character.isDigit(words[dates].charAt(0))) {
            dates++;
        }
        if (dates == 0) {
            throw new IllegalArgumentException("no date");
        }
        String name = String.join(" ", Arrays.asList(words).subList(dates, words.length));
        List<HolidayPeriod> periods = new ArrayList<>();
        for (String word : Arrays.asList(words).subList(0, dates)) {
            String[] range = word.split("\\.\\.");
            periods.add(new HolidayPeriod(name, LocalDate.parse(range[0]), LocalDate.parse(range[range.length - 1])));
        }
        return periods;
    }

    private static void finish(Reading reading, List<YearNotice> notices) {
        if (reading != null) {
            notices.add(new YearNotice(reading.year, reading.source, reading.off, reading.work));
        }
    }

    /** The year being read. */
    private static final class Reading {
        private final int year;
        private final String source;
        private final List<HolidayPeriod> off = new ArrayList<>();
        private final List<LocalDate> work = new ArrayList<>();

        private Reading(int year, String source) {
            this.year = year;
            this.source = source;
        }

        private void take(String[] words) {
            List<HolidayPeriod> read =
                    periods(String.join(" ", Arrays.asList(words).subList(1, words.length)));
            switch (words[0]) {
                case "off" -> off.addAll(read);
                case "work" ->
                    read.forEach(period ->
                            period.from().datesUntil(period.to().plusDays(1)).forEach(work::add));
                default -> throw new IllegalArgumentException("neither off nor work");
            }
        }
    }
}

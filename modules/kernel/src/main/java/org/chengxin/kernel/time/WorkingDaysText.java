package org.chengxin.kernel.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The notation in which yearly calendars are written down, one line each:
 *
 * <pre>
 * year 2025 国办发明电〔2024〕12号
 * off 2025-01-28..2025-02-04 春节
 * work 2025-01-26 2025-02-08
 * </pre>
 *
 * Behind the dates of a line any remark may stand; lines that begin with # are remarks.
 */
public final class WorkingDaysText {

    private static final String SHIPPED = "working-days.txt";

    private WorkingDaysText() {}

    static List<YearCalendar> shipped() {
        return parse(TextResource.lines(WorkingDaysText.class, SHIPPED));
    }

    /**
     * Reads calendars.
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static List<YearCalendar> parse(List<String> lines) {
        List<YearCalendar> calendars = new ArrayList<>();
        Reading reading = null;
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            try {
                String[] words = text.split("\\s+");
                if (words[0].equals("year")) {
                    finish(reading, calendars);
                    reading = new Reading(Integer.parseInt(words[1]), words[2]);
                } else {
                    reading.take(words);
                }
            } catch (RuntimeException unreadable) {
                throw new IllegalArgumentException("cannot read the calendar line: " + text, unreadable);
            }
        }
        finish(reading, calendars);
        return calendars;
    }

    private static void finish(Reading reading, List<YearCalendar> calendars) {
        if (reading != null) {
            calendars.add(new YearCalendar(reading.year, reading.off, reading.work, reading.source));
        }
    }

    /** The year being read. */
    private static final class Reading {
        private final int year;
        private final String source;
        private final Set<LocalDate> off = new HashSet<>();
        private final Set<LocalDate> work = new HashSet<>();

        private Reading(int year, String source) {
            this.year = year;
            this.source = source;
        }

        private void take(String[] words) {
            Set<LocalDate> days =
                    switch (words[0]) {
                        case "off" -> off;
                        case "work" -> work;
                        default -> throw new IllegalArgumentException("neither off nor work");
                    };
            int taken = 0;
            for (int i = 1; i < words.length && Character.isDigit(words[i].charAt(0)); i++) {
                String[] range = words[i].split("\\.\\.");
                LocalDate first = LocalDate.parse(range[0]);
                LocalDate last = LocalDate.parse(range[range.length - 1]);
                if (last.isBefore(first)) {
                    throw new DateTimeException("the range runs backwards");
                }
                first.datesUntil(last.plusDays(1)).forEach(days::add);
                taken++;
            }
            if (taken == 0) {
                throw new IllegalArgumentException("no date");
            }
        }
    }
}

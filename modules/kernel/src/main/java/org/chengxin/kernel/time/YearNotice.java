package org.chengxin.kernel.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One yearly notice of the State Council's General Office about holidays, as it is written: named periods, and the
 * Saturdays and Sundays that are worked instead (调休).
 *
 * @param year       the year the notice is about
 * @param source     the notice, such as 国办发明电〔2025〕7号
 * @param holidays   days off, with weekends among them or not
 * @param makeUpDays days worked
 */
public record YearNotice(int year, String source, List<HolidayPeriod> holidays, List<LocalDate> makeUpDays) {

    /** The longest there has been is nine days; what is longer than this is a slip of the pen. */
    private static final int LONGEST = 15;

    private static final int MONTH = 31;

    public YearNotice {
        holidays = List.copyOf(holidays);
        makeUpDays = List.copyOf(new TreeSet<>(makeUpDays));
    }

    /** What counting needs of it. */
    public YearCalendar calendar() {
        return new YearCalendar(year, days(), Set.copyOf(makeUpDays), source);
    }

    /**
     * The days that cannot be meant, earliest first: off and worked at once, off twice, worked on a day of the week that
     * is worked anyway, more than a month outside of the year, or in a period longer than {@value #LONGEST} days. None in
     * a notice that can be used.
     */
    public List<LocalDate> doubtful() {
        TreeSet<LocalDate> doubtful = new TreeSet<>();
        TreeSet<LocalDate> off = new TreeSet<>();
        for (HolidayPeriod period : holidays) {
            if (ChronoUnit.DAYS.between(period.from(), period.to()) >= LONGEST) {
                doubtful.add(period.from());
            } else {
                period.from()
                        .datesUntil(period.to().plusDays(1))
                        .filter(day -> !off.add(day))
                        .forEach(doubtful::add);
            }
        }
        makeUpDays.stream().filter(day -> off.contains(day) || !isWeekend(day)).forEach(doubtful::add);
        LocalDate first = LocalDate.of(year, 1, 1).minusDays(MONTH);
        LocalDate last = LocalDate.of(year, 12, MONTH).plusDays(MONTH);
        Stream.concat(off.stream(), makeUpDays.stream())
                .filter(day -> day.isBefore(first) || day.isAfter(last))
                .forEach(doubtful::add);
        return List.copyOf(doubtful);
    }

    private Set<LocalDate> days() {
        return holidays.stream()
                .flatMap(period -> period.from().datesUntil(period.to().plusDays(1)))
                .collect(Collectors.toSet());
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}

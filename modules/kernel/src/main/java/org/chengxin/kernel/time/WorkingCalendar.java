package org.chengxin.kernel.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Working days in China. In a year whose notice is not published yet nobody knows the holidays: there only weekends are
 * free, and every count says that it is provisional. Immutable.
 */
public final class WorkingCalendar {

    private final Map<Integer, YearCalendar> years = new HashMap<>();
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> makeUp = new HashSet<>();

    /** Of several calendars of the same year the last one counts (a notice amended within the year). */
    public WorkingCalendar(Collection<YearCalendar> calendars) {
        calendars.forEach(calendar -> years.put(calendar.year(), calendar));
        years.values().forEach(calendar -> {
            off.addAll(calendar.off());
            makeUp.addAll(calendar.makeUp());
        });
    }

    /** The calendars that come with this version, see the resource working-days.txt. */
    public static WorkingCalendar shipped() {
        return new WorkingCalendar(
                WorkingDaysText.shipped().stream().map(YearNotice::calendar).toList());
    }

    /** This calendar with another year in it: how the next year's notice arrives. */
    public WorkingCalendar with(YearCalendar calendar) {
        Map<Integer, YearCalendar> all = new HashMap<>(years);
        all.put(calendar.year(), calendar);
        return new WorkingCalendar(all.values());
    }

    /** The years whose notice is known. */
    public SortedSet<Integer> knownYears() {
        return new TreeSet<>(years.keySet());
    }

    public boolean knows(int year) {
        return years.containsKey(year);
    }

    /** True if the day is worked; in a year that is not known, if it is no Saturday and no Sunday. */
    public boolean isWorkingDay(LocalDate date) {
        if (makeUp.contains(date)) {
            return true;
        }
        DayOfWeek day = date.getDayOfWeek();
        return !off.contains(date) && day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
    }

    /**
     * The last day of a term of working days. Counting starts on the day after the event, which itself is never counted.
     *
     * @param event       the day of the event
     * @param workingDays how many, 0 for the day of the event itself
     * @throws IllegalArgumentException if the number is negative
     */
    public WorkingDay plusWorkingDays(LocalDate event, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("negative number of working days: " + workingDays);
        }
        LocalDate date = event;
        boolean provisional = false;
        int counted = 0;
        while (counted < workingDays) {
            date = date.plusDays(1);
            provisional |= !knows(date.getYear());
            if (isWorkingDay(date)) {
                counted++;
            }
        }
        return new WorkingDay(date, provisional);
    }

    /**
     * The day from which on so many working days remain: the last one with
     * {@code workingDaysBetween(day, date) >= workingDays}.
     *
     * @param date        the last day in time
     * @param workingDays how many are to remain, 0 for the date itself
     * @throws IllegalArgumentException if the number is negative
     */
    public WorkingDay minusWorkingDays(LocalDate date, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("negative number of working days: " + workingDays);
        }
        LocalDate day = date;
        boolean provisional = false;
        int counted = 0;
        while (counted < workingDays) {
            provisional |= !knows(day.getYear());
            if (isWorkingDay(day)) {
                counted++;
            }
            day = day.minusDays(1);
        }
        return new WorkingDay(day, provisional);
    }

    /**
     * How many working days lie after the first date, up to and including the last; negative if the last comes first.
     * So {@code workingDaysBetween(event, plusWorkingDays(event, n).date()) == n}.
     */
    public int workingDaysBetween(LocalDate after, LocalDate upTo) {
        if (upTo.isBefore(after)) {
            return -workingDaysBetween(upTo, after);
        }
        long days = ChronoUnit.DAYS.between(after, upTo);
        int counted = 0;
        for (long i = 1; i <= days; i++) {
            if (isWorkingDay(after.plusDays(i))) {
                counted++;
            }
        }
        return counted;
    }
}

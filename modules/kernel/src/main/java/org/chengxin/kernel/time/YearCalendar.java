package org.chengxin.kernel.time;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;

/**
 * What one yearly notice of the State Council says about holidays.
 *
 * @param year   the year the notice is about
 * @param off    days off that it lists, weekend days among them or not
 * @param makeUp Saturdays and Sundays that are worked (调休). Either set may reach into a neighbouring year
 * @param source the notice, such as 国办发明电〔2024〕12号
 */
public record YearCalendar(int year, Set<LocalDate> off, Set<LocalDate> makeUp, String source) {

    /** @throws IllegalArgumentException if a day is both off and worked */
    public YearCalendar {
        off = Set.copyOf(off);
        makeUp = Set.copyOf(makeUp);
        if (!Collections.disjoint(off, makeUp)) {
            throw new IllegalArgumentException("a day of " + year + " is both off and worked");
        }
    }
}

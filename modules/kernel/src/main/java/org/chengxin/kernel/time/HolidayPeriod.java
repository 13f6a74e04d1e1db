package org.chengxin.kernel.time;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Days off in one piece, as a yearly notice lists them.
 *
 * @param name what is kept, such as 春节; may be empty
 * @param from the first day
 * @param to   the last day, not before the first
 */
public record HolidayPeriod(String name, LocalDate from, LocalDate to) {

    public HolidayPeriod {
        Objects.requireNonNull(name, "name");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the days off run backwards: " + from + ".." + to);
        }
    }
}

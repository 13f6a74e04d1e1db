package org.chengxin.record.entity;

import java.time.LocalDate;
import org.chengxin.kernel.text.DateForms;

/**
 * How a last visible day is reckoned: so many months from the day of the decision, or what the supplier stated if that is
 * earlier (国家发展改革委令第36号: the longest period is a bound, within which the decision sets its own).
 *
 * @param decidedOn day of the decision; null where nobody stated it
 * @param maxMonths the longest period; null where the rule knows none
 * @param stated last day as the supplier stated it; null for none
 */
public record PeriodReckoning(LocalDate decidedOn, Integer maxMonths, LocalDate stated) {

    /** The last day that the rule allows; null where it sets no bound, or the day it counts from is not known. */
    public LocalDate latest() {
        return maxMonths == null || decidedOn == null ? null : decidedOn.plusMonths(maxMonths);
    }

    /** The last visible day; null for without end. */
    public LocalDate lastDay() {
        LocalDate latest = latest();
        LocalDate day = latest == null || (stated != null && stated.isBefore(latest)) ? stated : latest;
        return DateForms.LONG_TERM.equals(day) ? null : day;
    }
}

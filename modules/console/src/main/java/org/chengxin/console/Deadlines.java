package org.chengxin.console;

import java.time.LocalDate;
import org.chengxin.kernel.time.WorkingCalendar;

/** How long there is still time, counted as the law counts: in working days. */
final class Deadlines {

    /** Where today stands to the last day in time. */
    enum Kind {
        /** Working days remain. */
        LEFT,
        /** Today is the last day, or only days off lie before it. */
        TODAY,
        /** It is past. */
        OVER
    }

    /**
     * A deadline as seen from a day.
     *
     * @param workingDays that remain, or that it is past; not negative
     */
    record Line(Kind kind, int workingDays, LocalDate dueOn) {

        /** Key of the sentence in the bundle; {0} working days, {1} the day. */
        String messageKey() {
            return switch (kind) {
                case LEFT -> "due.left";
                case TODAY -> "due.today";
                case OVER -> workingDays == 0 ? "due.over.daysOff" : "due.over";
            };
        }
    }

    private Deadlines() {}

    /** The deadline as seen from today; both are civil dates in Asia/Shanghai. */
    static Line seenFrom(LocalDate today, LocalDate dueOn, WorkingCalendar calendar) {
        if (today.isAfter(dueOn)) {
            return new Line(Kind.OVER, calendar.workingDaysBetween(dueOn, today), dueOn);
        }
        int left = calendar.workingDaysBetween(today, dueOn);
        return new Line(left == 0 ? Kind.TODAY : Kind.LEFT, left, dueOn);
    }
}

package org.chengxin.notification.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import org.chengxin.kernel.time.CivilTime;

/** When the daily mail is due: from a fixed hour of each working day, in Asia/Shanghai. */
final class DigestHour {

    private DigestHour() {}

    /**
     * The working day whose digest is due.
     *
     * @param hour 0 to 23
     * @param isWorkingDay of the official calendar
     * @return null before the hour and on days off
     */
    static LocalDate dayDue(Instant now, int hour, Predicate<LocalDate> isWorkingDay) {
        ZonedDateTime time = now.atZone(CivilTime.ZONE);
        LocalDate today = time.toLocalDate();
        return time.getHour() >= hour && isWorkingDay.test(today) ? today : null;
    }
}

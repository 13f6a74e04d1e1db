package org.chengxin.kernel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The one zone in which dates are meant, whatever the server's zone is. */
public final class CivilTime {

    /** Asia/Shanghai: the civil time of all of China. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private CivilTime() {}

    /** The civil date of an instant. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first instant of a civil date. */
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant after a civil date: when what is visible up to and including this date ends. */
    public static Instant endOf(LocalDate date) {
        return startOf(date.plusDays(1));
    }
}

package org.chengxin.kernel.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/**
 * The application's clock: another clock, carried ahead by an offset, in Asia/Shanghai. The offset is for demonstrations,
 * to watch deadlines and periods end; it cannot be negative, because recorded events must not lie in the future.
 */
public final class ApplicationClock extends Clock {

    private final Clock base;
    private final Period days;
    private final Duration time;
    private final ZoneId zone;

    private ApplicationClock(Clock base, Period days, Duration time, ZoneId zone) {
        this.base = Objects.requireNonNull(base, "base");
        this.days = days;
        this.time = time;
        this.zone = zone;
    }

    /** The system's clock without offset. */
    public static ApplicationClock system() {
        return ahead(Clock.systemUTC(), "");
    }

    /** The system's clock carried ahead; see {@link #ahead(Clock, String)} for the notation. */
    public static ApplicationClock system(String offset) {
        return ahead(Clock.systemUTC(), offset);
    }

    /**
     * A clock carried ahead of another.
     *
     * @param offset ISO 8601: P30D, P1M, PT36H, P1DT2H; null or blank for none. Years, months and days are those of the
     *               civil calendar, added before hours, minutes and seconds
     * @throws IllegalArgumentException if the offset cannot be read or is negative
     */
    public static ApplicationClock ahead(Clock base, String offset) {
        String text = offset == null ? "" : offset.strip().toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return new ApplicationClock(base, Period.ZERO, Duration.ZERO, CivilTime.ZONE);
        }
        try {
            int t = text.indexOf('T');
            String datePart = t < 0 ? text : text.substring(0, t);
            Period days = datePart.equals("P") && t > 0 ? Period.ZERO : Period.parse(datePart);
            Duration time = t < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(t));
            if (days.isNegative() || time.isNegative()) {
                throw new IllegalArgumentException("the clock cannot be set back: " + offset);
            }
            return new ApplicationClock(base, days, time, CivilTime.ZONE);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("not a period of ISO 8601 such as P30D or PT36H: " + offset, unreadable);
        }
    }

    /** Now, in whole microseconds: the database keeps no more, and what is compared with it must not differ by less. */
    @Override
    public Instant instant() {
        Instant now = base.instant().truncatedTo(ChronoUnit.MICROS);
        return isAhead() ? now.atZone(CivilTime.ZONE).plus(days).plus(time).toInstant() : now;
    }

    /** Today in Asia/Shanghai, also on a clock made by {@link #withZone}. */
    public LocalDate today() {
        return CivilTime.dateOf(instant());
    }

    /** True if this clock is not the true time; a page says so then. */
    public boolean isAhead() {
        return !days.isZero() || !time.isZero();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public ApplicationClock withZone(ZoneId newZone) {
        return new ApplicationClock(base, days, time, newZone);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApplicationClock clock
                && clock.base.equals(base)
                && clock.days.equals(days)
                && clock.time.equals(time)
                && clock.zone.equals(zone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(base, days, time, zone);
    }

    @Override
    public String toString() {
        return "ApplicationClock[" + base + " + " + days + " + " + time + ", " + zone + "]";
    }
}

package org.chengxin.api.view;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.chengxin.kernel.time.CivilTime;

/** Points in time as the interface writes them: ISO 8601 with the offset of Asia/Shanghai. */
public final class Moments {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private Moments() {}

    /** The same instant, written in Asia/Shanghai; null for null. */
    public static OffsetDateTime civil(OffsetDateTime moment) {
        return moment == null ? null : moment.atZoneSameInstant(CivilTime.ZONE).toOffsetDateTime();
    }

    /** The last second of a day: a deadline that is a date runs until then. Null for null. */
    public static OffsetDateTime endOf(LocalDate day) {
        return day == null
                ? null
                : day.atTime(LAST_SECOND).atZone(CivilTime.ZONE).toOffsetDateTime();
    }
}

package org.chengxin.portal;

import java.time.Duration;
import java.time.Instant;
import org.chengxin.kernel.time.CivilTime;

/** How long a page may be kept: a minute, and never past midnight, when what it shows may have ended. */
final class Freshness {

    /** The header Cache-Control of what depends on how somebody asked. */
    static final String FOR_THE_CALLER = "private, no-store";

    private static final long LONGEST = 60;
    /** What a slow page needs from here to the visitor. */
    private static final long MARGIN = 5;

    private Freshness() {}

    /**
     * The header Cache-Control of a page that is made now.
     *
     * @param now by the application's clock
     */
    static String cacheControl(Instant now) {
        Instant midnight = CivilTime.endOf(CivilTime.dateOf(now));
        long seconds = Math.min(LONGEST, Duration.between(now, midnight).toSeconds() - MARGIN);
        return seconds <= 0 ? "no-store" : "public, max-age=" + seconds + ", must-revalidate";
    }
}

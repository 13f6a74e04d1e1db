package org.chengxin.notification.control;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengxin.notification.boundary.NoticeEvent.Detail;
import org.chengxin.notification.boundary.NoticeKind;

/**
 * A mail to be sent.
 *
 * @param address null where nothing is left in it for its recipient
 * @param digest whether it is the daily one
 * @param attempts with this one
 * @param lines at most {@value #MOST_LINES}
 * @param total how many notices it stands for
 */
public record Mail(
        long id,
        String address,
        Locale language,
        boolean digest,
        int attempts,
        Instant createdAt,
        List<Line> lines,
        int total) {

    /** Nobody reads more in a mail. */
    public static final int MOST_LINES = 50;

    public Mail {
        lines = List.copyOf(lines);
    }

    /**
     * One notice.
     *
     * @param link page of the console, relative to its start
     */
    public record Line(NoticeKind kind, Map<Detail, String> details, String link) {}

    /** Without the address, should it ever be written to a log. */
    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}

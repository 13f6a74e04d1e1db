package org.chengxin.notification.boundary;

import java.time.OffsetDateTime;
import java.util.Map;
import org.chengxin.notification.boundary.NoticeEvent.Detail;

/**
 * A notice as its recipient reads it; its words are put together by {@link NoticeTexts} in the reader's language.
 *
 * @param link page of the console with what it is about; null where the reader may no longer see that
 * @param readAt null for one that is new
 */
public record NoticeView(
        long id,
        NoticeKind kind,
        Map<Detail, String> details,
        String link,
        OffsetDateTime occurredAt,
        OffsetDateTime readAt) {

    public boolean unread() {
        return readAt == null;
    }
}

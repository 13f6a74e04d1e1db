package org.chengxin.notification.boundary;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something that happened and that people are told of.
 *
 * @param key names the event among those of its kind: the same key a second time is the same event, and tells nobody
 * @param subject the page about it, in the console
 * @param details words for the text by the names of {@link Detail}; what stands here may go by mail, so nothing of a
 *     record's content
 */
public record NoticeEvent(
        NoticeKind kind, String key, Audience audience, Subject subject, Map<Detail, String> details) {

    /** What a text can name. */
    public enum Detail {
        /** Number of the lot or record. */
        NO,
        /** Name of the catalogue item, in Chinese. */
        ITEM,
        /** Name of the catalogue item, in English. */
        ITEM_EN,
        /** Id of the step in the process's model. */
        STEP,
        /** Last day of a deadline or of a span, ISO 8601. */
        DAY,
        /** First day of a span, ISO 8601. */
        FROM,
        /** In the words of who decided. */
        REASON,
        /** Display name of who is absent, where the reader stands in. */
        INSTEAD_OF,
        /** Code of why something came to nothing; its words are in the bundle. */
        CAUSE,
        /** Display name of who did it. */
        BY,
        /** Display name of another person whom it is about. */
        PERSON,
        /** A number of rows or records. */
        COUNT,
        /** Another one. */
        COUNT_MORE
    }

    /** The pages that a notice can lead to. */
    public enum Page {
        TASK,
        LOT,
        RECORD,
        RECORDS,
        INBOX
    }

    /**
     * Where it can be seen.
     *
     * @param key id of the task, number of the lot or record; null for a list
     */
    public record Subject(Page page, String key) {}

    public NoticeEvent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(subject, "subject");
        details = Map.copyOf(details);
    }

    /** An event about a lot. */
    public static NoticeEvent ofLot(NoticeKind kind, String key, Audience audience, String lotNo) {
        return new NoticeEvent(kind, key, audience, new Subject(Page.LOT, lotNo), Map.of(Detail.NO, lotNo));
    }

    /** The same with one more word; nothing is added where there is none. */
    public NoticeEvent with(Detail detail, Object value) {
        if (value == null || value.toString().isBlank()) {
            return this;
        }
        Map<Detail, String> more = new LinkedHashMap<>(details);
        more.put(detail, value instanceof LocalDate day ? day.toString() : value.toString());
        return new NoticeEvent(kind, key, audience, subject, more);
    }
}

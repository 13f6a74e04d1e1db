package org.chengxin.intake.control;

import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;

/** By what a record is known again, and by what a change of it is noticed. */
final class RowIdentity {

    private static final char BETWEEN = '\u001F';

    private final ItemDefinition item;
    private final MessageDigest digest = Digests.sha256();

    RowIdentity(ItemDefinition item) {
        this.item = item;
    }

    /**
     * The key of a row: the item's key, where one of its fields is blank the fallback, where that fails too the whole
     * content, so that two different rows are never taken for one. Null without a subject.
     */
    String dedupeKey(SubjectReference subject, Map<String, Object> content) {
        if (subject.key().isEmpty()) {
            return null;
        }
        String key = joined(item.dedupeKey(), subject.key(), content);
        if (key == null && !item.dedupeFallback().isEmpty()) {
            key = joined(item.dedupeFallback(), subject.key(), content);
        }
        if (key == null) {
            key = BETWEEN + text(content);
        }
        return Digests.hex(digest, item.code() + BETWEEN + key);
    }

    /** The same without the subject; null where the key is the whole content. */
    String neutralKey(Map<String, Object> content) {
        String key = joined(item.dedupeKey(), "", content);
        if (key == null && !item.dedupeFallback().isEmpty()) {
            key = joined(item.dedupeFallback(), "", content);
        }
        return key == null ? null : item.code() + BETWEEN + key;
    }

    private static String joined(List<String> names, String subject, Map<String, Object> content) {
        StringBuilder key = new StringBuilder();
        for (String name : names) {
            Object part = name.equals(ItemDefinition.SUBJECT) ? subject : content.get(name);
            if (part == null) {
                return null;
            }
            key.append(name).append('=').append(part).append(BETWEEN);
        }
        return key.toString();
    }

    /** Equal if and only if the contents are; the order of the fields is the item's. */
    String contentHash(Map<String, Object> content) {
        return Digests.hex(digest, text(content));
    }

    private String text(Map<String, Object> content) {
        StringBuilder text = new StringBuilder();
        for (FieldDefinition field : item.fields()) {
            Object value = content.get(field.name());
            if (value != null) {
                text.append(field.name()).append('=').append(value).append(BETWEEN);
            }
        }
        return text.toString();
    }
}

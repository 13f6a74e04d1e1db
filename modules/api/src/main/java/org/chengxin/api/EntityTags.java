package org.chengxin.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.chengxin.kernel.BusinessRefusal;

/** Tags of what can be edited: given out as ETag, and taken back as If-Match, which is optional (RFC 9110 13.1.1). */
final class EntityTags {

    private EntityTags() {}

    /**
     * The tag that the caller holds.
     *
     * @return null where the caller says none, or any
     * @throws BusinessRefusal GONE_STALE STALE for a weak one, which never matches, and for a list: what is edited has one
     *     state, and whoever edits it saw that one
     */
    static String held(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        String text = ifMatch.strip();
        if (text.length() < 2 || text.indexOf('"', 1) != text.length() - 1 || !text.startsWith("\"")) {
            throw BusinessRefusal.stale("STALE");
        }
        return text.substring(1, text.length() - 1);
    }

    /**
     * The same for tags that are numbers.
     *
     * @throws BusinessRefusal GONE_STALE STALE for a tag that is none of ours
     */
    static Integer heldNumber(String ifMatch) {
        String tag = held(ifMatch);
        try {
            return tag == null ? null : Integer.valueOf(tag);
        } catch (NumberFormatException notOurs) {
            throw BusinessRefusal.stale("STALE");
        }
    }

    /** An answer with its tag. */
    static Response tagged(Object entity, String tag) {
        return Response.ok(entity, MediaType.APPLICATION_JSON_TYPE)
                .tag(new EntityTag(tag))
                .build();
    }
}

package org.chengxin.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.chengxin.kernel.BusinessRefusal;

/** Tags of what can be edited: given out as ETag, and taken back as If-Match, which is optional (RFC 9110 13.1.1). */
final class EntityTags {

    private static final int DIGEST_BYTES = 12;

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
     * The version that a tag of {@link #versioned} begins with, or that is the tag: what a change is held against is the
     * version of what is changed, and not what else the answer showed.
     *
     * @throws BusinessRefusal GONE_STALE STALE for a tag that is none of ours
     */
    static Integer heldNumber(String ifMatch) {
        String tag = held(ifMatch);
        try {
            return tag == null ? null : Integer.valueOf(tag.split("-", 2)[0]);
        } catch (NumberFormatException notOurs) {
            throw BusinessRefusal.stale("STALE");
        }
    }

    /**
     * The tag of an answer that shows more than what is edited, such as names that others keep: its version and a digest
     * of the answer, as the caller sees it.
     */
    static String versioned(int version, Object entity) {
        byte[] answer = JsonFormat.jsonb().toJson(entity).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(answer);
            return version + "-" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** An answer with its tag. */
    static Response tagged(Object entity, String tag) {
        return Response.ok(entity, MediaType.APPLICATION_JSON_TYPE)
                .tag(new EntityTag(tag))
                .build();
    }
}

package org.chengxin.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.chengxin.kernel.BusinessRefusal;

/** Pages: {@code limit} from 1 to 200, and a {@code cursor} that callers hand back as they got it. */
final class Paging {

    static final int MOST = 200;
    static final int USUAL = 50;

    private Paging() {}

    /**
     * How many are wanted, clamped to what is given.
     *
     * @throws BusinessRefusal INVALID PARAMETER_INVALID if it is no whole number
     */
    static int limit(String text) {
        if (text == null || text.isBlank()) {
            return USUAL;
        }
        try {
            return (int) Math.max(1, Math.min(MOST, Long.parseLong(text.strip())));
        } catch (NumberFormatException noNumber) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", "limit", text);
        }
    }

    /** An opaque cursor from the keys of the last entry of a page. */
    static String cursor(long... keys) {
        String text = LongStream.of(keys).mapToObj(Long::toString).collect(Collectors.joining("."));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The keys in a cursor.
     *
     * @param count how many it has to hold
     * @return null for no cursor, that is for the beginning
     * @throws BusinessRefusal INVALID CURSOR_INVALID for one that this list never gave out
     */
    static long[] keys(String cursor, int count) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            long[] keys =
                    Arrays.stream(text.split("\\.")).mapToLong(Long::parseLong).toArray();
            if (keys.length == count) {
                return keys;
            }
        } catch (IllegalArgumentException tampered) {
            // a cursor that was changed is refused below like one of another list
        }
        throw BusinessRefusal.invalid("CURSOR_INVALID");
    }

    /** A cursor that a boundary reads itself; blank means the beginning. */
    static String passed(String cursor) {
        return cursor == null || cursor.isBlank() ? null : cursor;
    }

    /**
     * A yes or no.
     *
     * @throws BusinessRefusal INVALID PARAMETER_INVALID
     */
    static boolean flag(String name, String text) {
        if (text == null || text.isBlank() || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw BusinessRefusal.invalid("PARAMETER_INVALID", name, text);
    }
}

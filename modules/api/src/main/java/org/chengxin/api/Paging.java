package org.chengxin.api;

import java.math.BigInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Cursor;

/** Pages: {@code limit} from 1 to 200, and a {@code cursor} that callers hand back as they got it. */
final class Paging {

    static final int MOST = 200;
    static final int USUAL = 50;

    private static final int LONGEST_FRAGMENT = 200;
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,100}");

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
        if (!WHOLE.matcher(text.strip()).matches()) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", "limit", text);
        }
        return new BigInteger(text.strip())
                .max(BigInteger.ONE)
                .min(BigInteger.valueOf(MOST))
                .intValue();
    }

    /**
     * An opaque cursor from the keys of the last entry of a page.
     *
     * @param list which list it is, with what selects its rows
     */
    static String cursor(String list, long... keys) {
        return Cursor.write(list, LongStream.of(keys).boxed().toArray());
    }

    /**
     * The keys in a cursor.
     *
     * @param list as it was written for
     * @param count how many it has to hold
     * @return null for no cursor, that is for the beginning
     * @throws BusinessRefusal INVALID CURSOR_INVALID for one that this list never gave out
     */
    static long[] keys(String cursor, String list, int count) {
        Cursor read = Cursor.read(cursor, list, count);
        return read == null
                ? null
                : IntStream.range(0, count).mapToLong(read::position).toArray();
    }

    /**
     * A fragment that is searched for.
     *
     * @throws BusinessRefusal INVALID TOO_LONG for more than {@value #LONGEST_FRAGMENT} characters: no name is longer
     */
    static String fragment(String name, String text) {
        if (text != null && text.length() > LONGEST_FRAGMENT) {
            throw BusinessRefusal.invalid("TOO_LONG", name);
        }
        return text;
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

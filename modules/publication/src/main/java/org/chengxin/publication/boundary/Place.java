package org.chengxin.publication.boundary;

import java.util.Optional;
import java.util.regex.Pattern;
import org.chengxin.kernel.BusinessRefusal;

/**
 * A county, or a city or province with all that lies in it (GB/T 2260: 320508, 320500, 320000).
 *
 * @param code six digits
 */
public record Place(String code) {

    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{5}");
    private static final String PROVINCE = "0000";
    private static final String CITY = "00";

    /** @throws BusinessRefusal INVALID PLACE_INVALID if it is no such code */
    public Place {
        if (code == null || !CODE.matcher(code).matches()) {
            throw BusinessRefusal.invalid("PLACE_INVALID");
        }
    }

    /**
     * Reads a parameter.
     *
     * @return empty for null and blank text
     * @throws BusinessRefusal INVALID PLACE_INVALID for anything else that is no code of a place
     */
    public static Optional<Place> parse(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(new Place(text.strip()));
    }

    /** Whether other places lie in it. */
    public boolean isWide() {
        return code.endsWith(CITY);
    }

    /** The codes of all that lies in it are at least this … */
    public String first() {
        return code;
    }

    /** … and less than this. */
    public String end() {
        int number = Integer.parseInt(code);
        if (code.endsWith(PROVINCE)) {
            return Integer.toString(number + 10_000);
        }
        return Integer.toString(number + (isWide() ? 100 : 1));
    }
}

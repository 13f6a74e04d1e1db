package org.chengxin.organisation.control;

import java.util.regex.Pattern;
import org.chengxin.organisation.entity.Organisation.Level;

/** Administrative divisions by their six digits: two for the province, two for the city, two for the county. */
public final class Divisions {

    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{5}");

    private Divisions() {}

    /**
     * Whether an organisation of a level can have its seat in a division: a county's organisation stands in a county,
     * since its people act for that county and no other (C13); one of the nation may sit anywhere.
     */
    public static boolean fit(Level level, String division) {
        if (division == null || !CODE.matcher(division).matches()) {
            return false;
        }
        boolean county = !division.endsWith("00");
        boolean province = division.endsWith("0000");
        return switch (level) {
            case NATIONAL -> true;
            case PROVINCIAL -> province;
            case MUNICIPAL -> !county && !province;
            case COUNTY -> county;
        };
    }

    /** Whether the second division lies in the first, or is the first. */
    public static boolean contains(String outer, String inner) {
        String significant =
                outer.endsWith("0000") ? outer.substring(0, 2) : outer.endsWith("00") ? outer.substring(0, 4) : outer;
        return inner.startsWith(significant);
    }
}

package org.chengxin.publication.boundary;

import java.util.List;

/**
 * A record that stands alone, or a series by its newest record: a licence with its history, an account with its months.
 *
 * @param earlier the records of the series before it, newest first, at most {@value #EARLIER_SHOWN}
 * @param inSeries how many visible records the series has, this one included; 1 for a record that stands alone
 */
public record RecordEntry(PublicRecord record, List<PublicRecord> earlier, long inSeries) {

    /** So many earlier records of a series stand with its newest one. */
    public static final int EARLIER_SHOWN = 12;

    public RecordEntry {
        earlier = List.copyOf(earlier);
    }

    /** Whether there are more earlier records than are shown here. */
    public boolean more() {
        return inSeries > earlier.size() + 1;
    }
}

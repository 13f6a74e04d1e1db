package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;

/** The sums that hold for the counts of every lot at every moment. */
final class LotCounts {

    private static final List<String> STATES =
            List.of("inReview", "returned", "undetermined", "held", "published", "ended", "withdrawn", "repaired");

    private LotCounts() {}

    /** The counts of a lot, which reconcile. */
    static JsonObject of(JsonObject lot) {
        JsonObject counts = lot.getJsonObject("counts");
        assertThat(counts.getInt("received"))
                .as(counts.toString())
                .isEqualTo(counts.getInt("accepted")
                        + counts.getInt("rejected")
                        + counts.getInt("suspect")
                        + counts.getInt("unmatched"));
        assertThat(counts.getInt("accepted"))
                .as(counts.toString())
                .isEqualTo(STATES.stream().mapToInt(counts::getInt).sum());
        return counts;
    }

    /** Checks some of the counts: name, number, name, number … */
    static void has(JsonObject lot, Object... expected) {
        JsonObject counts = of(lot);
        for (int i = 0; i < expected.length; i += 2) {
            assertThat(counts.getInt((String) expected[i]))
                    .as(expected[i] + " of " + counts)
                    .isEqualTo(expected[i + 1]);
        }
    }
}

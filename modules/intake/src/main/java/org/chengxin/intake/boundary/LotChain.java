package org.chengxin.intake.boundary;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.ToIntFunction;
import org.chengxin.intake.entity.SubmissionState;

/**
 * A lot with those that corrected it, the first one first. A row that was sent again counts where it is now: the row of
 * the earlier lot that it mends is {@code again} there and counts no more.
 *
 * @param lots at least two
 */
public record LotChain(List<Link> lots) {

    /**
     * How many rows of a lot have which outcome.
     *
     * @param received known when the lot is taken; the others add up to it once the lot is checked
     */
    public record Counts(int received, int accepted, int rejected, int suspect, int unmatched) {

        /** Whether every row has its outcome, each one. */
        public boolean reconciles() {
            return received == accepted + rejected + suspect + unmatched;
        }
    }

    /**
     * A lot of the chain.
     *
     * @param corrects number of the lot that it corrects; null for the first
     * @param state as it is shown
     * @param counts of all its rows
     * @param tied how many of its rows come again from an earlier lot, as their number says
     * @param again of those that a later lot sent again: rejected ones, or of a returned lot any
     */
    public record Link(
            String no,
            String corrects,
            String state,
            OffsetDateTime receivedAt,
            int tied,
            Counts counts,
            Counts again) {

        /** Rows of a correction that are no row of an earlier lot, or one that another lot brought first; 0 for the first. */
        public int untied() {
            return corrects == null ? 0 : counts.received() - tied;
        }

        /** What its rows come to that count here: of a lot that went back nothing went on. */
        Counts own() {
            int received = counts.received() - again.received();
            return SubmissionState.RETURNED.name().equals(state)
                    ? new Counts(received, 0, received, 0, 0)
                    : new Counts(
                            received,
                            counts.accepted() - again.accepted(),
                            counts.rejected() - again.rejected(),
                            counts.suspect() - again.suspect(),
                            counts.unmatched() - again.unmatched());
        }
    }

    public LotChain {
        lots = List.copyOf(lots);
    }

    /** Every row once, in the outcome that it has now. */
    public Counts total() {
        return new Counts(
                sum(Counts::received),
                sum(Counts::accepted),
                sum(Counts::rejected),
                sum(Counts::suspect),
                sum(Counts::unmatched));
    }

    private int sum(ToIntFunction<Counts> count) {
        return lots.stream().map(Link::own).mapToInt(count).sum();
    }
}

package org.chengxin.intake.control;

import java.math.BigDecimal;
import java.util.List;

/**
 * A single sampling plan for normal inspection by GB/T 2828.1-2012 (ISO 2859-1:1999): how many of a lot are looked at,
 * and with how many nonconforming ones it may still be accepted.
 *
 * @param codeLetter of table 1, by lot size and inspection level; where table 2-A has an arrow there, of the row it leads to
 * @param size n of table 2-A; the whole lot where that is no larger
 * @param acceptance Ac of table 2-A; with one more the lot goes back
 */
public record SamplingPlan(String codeLetter, int size, int acceptance) {

    /** The general inspection levels of table 1; II is the usual one, I where less discrimination is enough. */
    public enum Level {
        I("AABCCDEFGHJKLMN"),
        II("ABCDEFGHJKLMNPQ"),
        III("BCDEFGHJKLMNPQR");

        /** The code letter of each class of {@link #LARGEST}. */
        private final String letters;

        Level(String letters) {
            this.letters = letters;
        }
    }

    /** Table 1: the largest lot of each class; the last one has no limit. */
    private static final List<Integer> LARGEST =
            List.of(8, 15, 25, 50, 90, 150, 280, 500, 1_200, 3_200, 10_000, 35_000, 150_000, 500_000);

    /** Table 2-A: letters and sample sizes; there are neither I nor O. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQR";

    private static final List<Integer> SIZES =
            List.of(2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1_250, 2_000);

    /** Table 2-A: its columns for per cent nonconforming, as far as a review of records has use for them. */
    private static final List<BigDecimal> LIMITS = List.of(
                    "0.010", "0.015", "0.025", "0.040", "0.065", "0.10", "0.15", "0.25", "0.40", "0.65", "1.0", "1.5",
                    "2.5", "4.0", "6.5")
            .stream()
            .map(BigDecimal::new)
            .toList();

    /** Along every diagonal of table 2-A (letter plus column) the acceptance number is the same; this one has Ac 0. */
    private static final int NONE_ACCEPTED = 14;

    /** The diagonals above that: an arrow up, an arrow down, and then these numbers; above them arrows up to 21. */
    private static final int FIRST_NUMBER = 17;

    private static final List<Integer> ACCEPTED = List.of(1, 2, 3, 5, 7, 10, 14, 21);

    /**
     * The plan for a lot.
     *
     * @param lotSize N, 0 or more
     * @param limit AQL in per cent nonconforming, one of table 2-A from 0.010 to 6.5
     * @throws IllegalArgumentException for another limit
     */
    public static SamplingPlan of(int lotSize, Level level, BigDecimal limit) {
        int column = 0;
        while (column < LIMITS.size() && LIMITS.get(column).compareTo(limit) != 0) {
            column++;
        }
        if (column == LIMITS.size()) {
            throw new IllegalArgumentException("GB/T 2828.1-2012 has no AQL of " + limit);
        }
        int sizeClass = (int) LARGEST.stream().filter(most -> lotSize > most).count();
        char letter = level.letters.charAt(sizeClass);
        int row = afterArrows(LETTERS.indexOf(letter), column);
        int diagonal = row + column;
        return new SamplingPlan(
                String.valueOf(LETTERS.charAt(row)),
                Math.min(lotSize, SIZES.get(row)),
                diagonal < FIRST_NUMBER ? 0 : ACCEPTED.get(diagonal - FIRST_NUMBER));
    }

    /** The first plan below or above, where table 2-A has an arrow. */
    private static int afterArrows(int row, int column) {
        int diagonal = row + column;
        int most = FIRST_NUMBER + ACCEPTED.size() - 1;
        if (diagonal < NONE_ACCEPTED) {
            return NONE_ACCEPTED - column;
        }
        if (diagonal == NONE_ACCEPTED + 1) {
            return row - 1;
        }
        if (diagonal == NONE_ACCEPTED + 2) {
            // below the last row there is none, so that its arrow points up
            return row + 1 < SIZES.size() ? row + 1 : row - 2;
        }
        return diagonal > most ? most - column : row;
    }
}

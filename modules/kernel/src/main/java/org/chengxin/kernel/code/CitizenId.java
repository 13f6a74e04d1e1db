package org.chengxin.kernel.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.chengxin.kernel.text.Masking;

/**
 * 公民身份号码, GB 11643: division (6), date of birth (8), sequence (3), check character (weights 7 9 10 5 8 4 2 1 6 3
 * 7 9 10 5 8 4 2, mod 11). Personal data: its {@link #toString()} is masked, so that it does not slip into a log.
 */
public final class CitizenId {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int LENGTH = 18;
    private static final int LENGTH_BEFORE_1999 = 15;
    private static final int EARLIEST_YEAR = 1850;
    private static final int LATEST_YEAR = 2099;

    private final String value;

    private CitizenId(String value) {
        this.value = value;
    }

    /** Checks any text; blanks, case and full-width forms do not matter. See {@link #parseOlder} for 15 digits. */
    public static CodeCheck check(String text) {
        return checkNormalised(CodeText.normalise(text));
    }

    private static CodeCheck checkNormalised(String id) {
        if (id.isEmpty()) {
            return CodeCheck.EMPTY;
        }
        if (CodeText.isPlaceholder(id)) {
            return CodeCheck.PLACEHOLDER;
        }
        if (id.length() != LENGTH) {
            return CodeCheck.WRONG_LENGTH;
        }
        char last = id.charAt(LENGTH - 1);
        if (!CodeText.isDigits(id.substring(0, LENGTH - 1)) || !(last == 'X' || (last >= '0' && last <= '9'))) {
            return CodeCheck.ILLEGAL_CHARACTER;
        }
        if (!CodeText.startsWithDivision(id)) {
            return CodeCheck.WRONG_DIVISION;
        }
        if (birthDate(id).isEmpty()) {
            return CodeCheck.WRONG_DATE;
        }
        return last == checkCharacter(id) ? CodeCheck.VALID : CodeCheck.WRONG_CHECK_DIGIT;
    }

    /** The number, if the text is a valid one. */
    public static Optional<CitizenId> parse(String text) {
        String id = CodeText.normalise(text);
        return checkNormalised(id).isValid() ? Optional.of(new CitizenId(id)) : Optional.empty();
    }

    /**
     * The number behind one of 15 digits, as given until 1999 and valid until 2012: division (6), year without century,
     * month and day of birth, sequence (3), no check character. With 19 before the year and the check character behind,
     * it is the person's number of today (GB 11643-1999). Only where a column says that it holds citizens' numbers:
     * fifteen digits alone may be a registration or a taxpayer's number.
     *
     * @return empty if the text is no such number
     */
    public static Optional<CitizenId> parseOlder(String text) {
        String id = CodeText.normalise(text);
        if (id.length() != LENGTH_BEFORE_1999 || !CodeText.isDigits(id)) {
            return Optional.empty();
        }
        String body = id.substring(0, 6) + "19" + id.substring(6);
        return parse(body + checkCharacter(body));
    }

    /**
     * True if the text has the shape of a citizen's number, with a division and a date that exists, whether or not the
     * check character fits: a mistyped number is still somebody's number and has to be hidden.
     */
    public static boolean looksLikeOne(String text) {
        CodeCheck check = check(text);
        return check == CodeCheck.VALID || check == CodeCheck.WRONG_CHECK_DIGIT;
    }

    private static Optional<LocalDate> birthDate(String id) {
        int year = Integer.parseInt(id.substring(6, 10));
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(year, Integer.parseInt(id.substring(10, 12)), Integer.parseInt(id.substring(12, 14))));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static char checkCharacter(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    /** Eighteen characters, in the clear. */
    public String value() {
        return value;
    }

    /** The first six and the last four characters, stars between. */
    public String masked() {
        return Masking.id(value);
    }

    /** The masked number in groups of 6, 8 and 4 for display. */
    public String grouped() {
        String masked = masked();
        return masked.substring(0, 6) + " " + masked.substring(6, 14) + " " + masked.substring(14);
    }

    public LocalDate birthDate() {
        return birthDate(value).orElseThrow();
    }

    /** The division in which the number was issued, six digits of GB/T 2260. */
    public String divisionCode() {
        return value.substring(0, 6);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CitizenId id && id.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The masked number; {@link #value()} gives the clear one. */
    @Override
    public String toString() {
        return masked();
    }
}

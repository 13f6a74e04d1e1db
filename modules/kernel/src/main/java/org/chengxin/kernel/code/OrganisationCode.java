package org.chengxin.kernel.code;

import java.util.Optional;

/**
 * The organisation code of GB 11714: eight digits or letters and a check character (weights 3 7 9 10 5 8 4 2,
 * C9 = 11 − Σ mod 11, written X for 10 and 0 for 11). It lives on as positions 9 to 17 of the unified code.
 */
public final class OrganisationCode {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int LENGTH = 9;

    private final String value;

    private OrganisationCode(String value) {
        this.value = value;
    }

    /** Checks any text; blanks, case, full-width forms and the hyphen before the check character do not matter. */
    public static CodeCheck check(String text) {
        String code = withoutHyphen(text);
        if (code.isEmpty()) {
            return CodeText.normalise(text).isEmpty() ? CodeCheck.EMPTY : CodeCheck.PLACEHOLDER;
        }
        if (CodeText.isPlaceholder(code)) {
            return CodeCheck.PLACEHOLDER;
        }
        if (code.length() != LENGTH) {
            return CodeCheck.WRONG_LENGTH;
        }
        if (!CodeText.isDigitsOrLetters(code)) {
            return CodeCheck.ILLEGAL_CHARACTER;
        }
        return code.charAt(LENGTH - 1) == checkCharacter(code) ? CodeCheck.VALID : CodeCheck.WRONG_CHECK_DIGIT;
    }

    /** The code, if the text is a valid one. */
    public static Optional<OrganisationCode> parse(String text) {
        return check(text).isValid() ? Optional.of(new OrganisationCode(withoutHyphen(text))) : Optional.empty();
    }

    /** The check character that belongs behind the first eight characters (0-9, A-Z in upper case) of the text. */
    static char checkCharacter(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(body.charAt(i), 36);
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static String withoutHyphen(String text) {
        return CodeText.normalise(text).replace("-", "");
    }

    /** Nine characters without hyphen. */
    public String value() {
        return value;
    }

    /** The customary notation, such as 60003734-1. */
    public String grouped() {
        return value.substring(0, 8) + "-" + value.charAt(8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrganisationCode code && code.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.chengxin.kernel.code;

import java.util.Optional;

/**
 * The number of a Chinese patent or of its application (ZC 0006-2003): since October 2003 four digits of the year, one
 * of the kind and seven in sequence; before, two, one and five; a point, and a check character.
 *
 * <p>Each digit is multiplied by 2 to 9 in turn and by 2 to 5 from the ninth digit on; the sum modulo 11 is the check
 * character, 10 being written X.
 */
public final class PatentNumber {

    private static final String PREFIX = "ZL";
    private static final int LENGTH = 12;
    private static final int LENGTH_BEFORE_2003 = 8;
    private static final int LEAST_WEIGHT = 2;
    private static final int WEIGHTS = 8;
    /** Invention, utility model, design; 8 and 9 for international applications of the first two. */
    private static final String KINDS = "12389";

    private final String value;

    private PatentNumber(String value) {
        this.value = value;
    }

    /** Checks any text; blanks, full-width forms, the letters ZL in front and a missing point do not matter. */
    public static CodeCheck check(String text) {
        String number = compact(text);
        if (number.isEmpty()) {
            return CodeText.normalise(text).isEmpty() ? CodeCheck.EMPTY : CodeCheck.PLACEHOLDER;
        }
        if (CodeText.isPlaceholder(number)) {
            return CodeCheck.PLACEHOLDER;
        }
        int body = number.length() - 1;
        if (body != LENGTH && body != LENGTH_BEFORE_2003) {
            return CodeCheck.WRONG_LENGTH;
        }
        char last = number.charAt(body);
        if (!CodeText.isDigits(number.substring(0, body)) || !(last == 'X' || Character.isDigit(last))) {
            return CodeCheck.ILLEGAL_CHARACTER;
        }
        if (KINDS.indexOf(number.charAt(body == LENGTH ? 4 : 2)) < 0) {
            return CodeCheck.ILLEGAL_CHARACTER;
        }
        return last == checkCharacter(number.substring(0, body)) ? CodeCheck.VALID : CodeCheck.WRONG_CHECK_DIGIT;
    }

    /** The number, if the text is a valid one. */
    public static Optional<PatentNumber> parse(String text) {
        return check(text).isValid() ? Optional.of(new PatentNumber(compact(text))) : Optional.empty();
    }

    /** The check character that belongs behind the digits. */
    static char checkCharacter(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (LEAST_WEIGHT + i % WEIGHTS) * (digits.charAt(i) - '0');
        }
        int check = sum % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    private static String compact(String text) {
        String number = CodeText.normalise(text).replace(".", "");
        return number.startsWith(PREFIX) ? number.substring(PREFIX.length()) : number;
    }

    /** Digits, point and check character, without ZL: {@code 201710601862.3}. */
    public String value() {
        return value.substring(0, value.length() - 1) + "." + value.charAt(value.length() - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PatentNumber number && number.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value();
    }
}

package org.chengxin.kernel.code;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 工商注册号 before the unified code, GS 15-2006: registration authority (6 digits), serial number (8), check digit by
 * ISO 7064 MOD 11,10. Farmers' cooperatives had fifteen characters with NA in the place of positions 7 and 8, and no
 * check digit that is known. Before 2006 there were thirteen digits (authority and seven more) without a check digit,
 * and for enterprises with foreign investment a notation in words, 企合鲁烟总字第004462号. Registers still hold them.
 */
public final class RegistrationNumber {

    private static final int LENGTH = 15;
    private static final int LENGTH_BEFORE_2006 = 13;
    private static final Pattern COOPERATIVE = Pattern.compile("[1-9][0-9]{5}NA[0-9A-Z]{7}");
    private static final Pattern FOREIGN_INVESTMENT =
            Pattern.compile("企[合作独股][\\u4e00-\\u9fa5]{1,6}字(?:第)?[0-9]{4,8}号?");

    /** The notations in use and before. */
    public enum Form {
        /** Fifteen digits with check digit. */
        STANDARD,
        /** A farmers' cooperative, such as 370681NA000276X; only its shape can be checked. */
        COOPERATIVE_NA,
        /** Thirteen digits, before 2006; only its shape can be checked. */
        BEFORE_2006,
        /** In words, before 2006, of an enterprise with foreign investment; only its shape can be checked. */
        FOREIGN_INVESTMENT;

        /** Whether a check digit vouches for the number. */
        public boolean hasCheckDigit() {
            return this == STANDARD;
        }
    }

    private final String value;
    private final Form form;

    private RegistrationNumber(String value, Form form) {
        this.value = value;
        this.form = form;
    }

    /** Checks any text; blanks, case and full-width forms do not matter. */
    public static CodeCheck check(String text) {
        return checkNormalised(CodeText.normalise(text));
    }

    private static CodeCheck checkNormalised(String number) {
        if (number.isEmpty()) {
            return CodeCheck.EMPTY;
        }
        if (CodeText.isPlaceholder(number)) {
            return CodeCheck.PLACEHOLDER;
        }
        if (FOREIGN_INVESTMENT.matcher(number).matches()) {
            return CodeCheck.VALID;
        }
        if (number.length() == LENGTH_BEFORE_2006 && CodeText.isDigits(number)) {
            return CodeText.startsWithDivision(number) ? CodeCheck.VALID : CodeCheck.WRONG_DIVISION;
        }
        if (number.length() != LENGTH) {
            return CodeCheck.WRONG_LENGTH;
        }
        if (COOPERATIVE.matcher(number).matches()) {
            return CodeCheck.VALID;
        }
        if (!CodeText.isDigits(number)) {
            return CodeCheck.ILLEGAL_CHARACTER;
        }
        if (!CodeText.startsWithDivision(number)) {
            return CodeCheck.WRONG_DIVISION;
        }
        return number.charAt(LENGTH - 1) == checkDigit(number) ? CodeCheck.VALID : CodeCheck.WRONG_CHECK_DIGIT;
    }

    /** The number, if the text is a valid one. */
    public static Optional<RegistrationNumber> parse(String text) {
        String number = CodeText.normalise(text);
        if (!checkNormalised(number).isValid()) {
            return Optional.empty();
        }
        return Optional.of(new RegistrationNumber(number, formOf(number)));
    }

    private static Form formOf(String number) {
        if (number.charAt(0) == '企') {
            return Form.FOREIGN_INVESTMENT;
        }
        if (number.length() == LENGTH_BEFORE_2006) {
            return Form.BEFORE_2006;
        }
        return COOPERATIVE.matcher(number).matches() ? Form.COOPERATIVE_NA : Form.STANDARD;
    }

    /**
     * A valid number for demonstrations and tests.
     *
     * @param authority six digits
     * @param serial    0 up to 99,999,999
     * @throws IllegalArgumentException if an argument is out of these bounds
     */
    public static RegistrationNumber generate(String authority, long serial) {
        String body = authority + String.format("%08d", serial);
        if (serial < 0 || body.length() != LENGTH - 1 || !CodeText.isDigits(body)) {
            throw new IllegalArgumentException("no number from " + authority + ", " + serial);
        }
        return parse(body + checkDigit(body))
                .orElseThrow(() -> new IllegalArgumentException("no number begins with " + authority));
    }

    /** The check digit behind the first fourteen digits of the text. */
    private static char checkDigit(String body) {
        int product = 10;
        for (int i = 0; i < LENGTH - 1; i++) {
            int sum = (product + body.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    /** Fifteen characters in upper case, or one of the forms before 2006. */
    public String value() {
        return value;
    }

    public Form form() {
        return form;
    }

    /** The registration authority, six digits that begin as its division does; empty where words name it. */
    public Optional<String> registrationAuthority() {
        return form == Form.FOREIGN_INVESTMENT ? Optional.empty() : Optional.of(value.substring(0, 6));
    }

    /** True for 个体工商户, whose serial number begins with 6 to 9. */
    public boolean isIndividualBusiness() {
        return form == Form.STANDARD && value.charAt(6) >= '6';
    }

    /** For reading aloud: 330203 00003063 9. */
    public String grouped() {
        if (value.length() != LENGTH) {
            return value;
        }
        return value.substring(0, 6) + " " + value.substring(6, 14) + " " + value.charAt(14);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistrationNumber number && number.value.equals(value);
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

package org.chengxin.kernel.code;

import java.util.Optional;

/**
 * 统一社会信用代码, GB 32100-2015: registration department (1), kind of organisation (1), division of GB/T 2260 (6),
 * organisation code of GB 11714 (9), check character (1). Both check characters have to fit. The alphabet leaves out
 * I, O, S, V and Z. Departments and kinds are not restricted to those known today, divisions not to those in force.
 */
public final class UnifiedSocialCreditCode {

    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int LENGTH = 18;

    private final String value;

    private UnifiedSocialCreditCode(String value) {
        this.value = value;
    }

    /** Checks any text; blanks, case and full-width forms do not matter. */
    public static CodeCheck check(String text) {
        return checkNormalised(CodeText.normalise(text));
    }

    private static CodeCheck checkNormalised(String code) {
        if (code.isEmpty()) {
            return CodeCheck.EMPTY;
        }
        if (CodeText.isPlaceholder(code)) {
            return CodeCheck.PLACEHOLDER;
        }
        if (code.length() != LENGTH) {
            return CodeCheck.WRONG_LENGTH;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                return CodeCheck.ILLEGAL_CHARACTER;
            }
        }
        if (!CodeText.startsWithDivision(code.substring(2))) {
            return CodeCheck.WRONG_DIVISION;
        }
        if (code.charAt(LENGTH - 1) != checkCharacter(code)) {
            return CodeCheck.WRONG_CHECK_DIGIT;
        }
        String organisation = code.substring(8, 17);
        return organisation.charAt(8) == OrganisationCode.checkCharacter(organisation)
                ? CodeCheck.VALID
                : CodeCheck.WRONG_EMBEDDED_CODE;
    }

    /** The code, if the text is a valid one. */
    public static Optional<UnifiedSocialCreditCode> parse(String text) {
        String code = CodeText.normalise(text);
        return checkNormalised(code).isValid() ? Optional.of(new UnifiedSocialCreditCode(code)) : Optional.empty();
    }

    /**
     * What the supplier may have meant: the text with the letter O read as 0 and the letter I read as 1, if both check
     * characters then fit. A proposal for the supplier to confirm, never to be applied silently.
     *
     * @return empty if the text is valid as it is, or stays invalid
     */
    public static Optional<UnifiedSocialCreditCode> suggestRepair(String text) {
        String code = CodeText.normalise(text);
        String repaired = code.replace('O', '0').replace('I', '1');
        return repaired.equals(code) ? Optional.empty() : parse(repaired);
    }

    /**
     * A valid code for demonstrations and tests. The organisation code in it is MA and six characters that count the
     * serial number, as issued since 2015.
     *
     * @param first2    registration department and kind, such as 91 for a company
     * @param division6 six digits of GB/T 2260
     * @param serial    0 up to 887,503,680 (31 to the sixth, less one)
     * @throws IllegalArgumentException if an argument is out of these bounds
     */
    public static UnifiedSocialCreditCode generate(String first2, String division6, long serial) {
        if (serial < 0 || serial >= 887_503_681L) {
            throw new IllegalArgumentException("serial number out of range: " + serial);
        }
        StringBuilder count = new StringBuilder();
        long rest = serial;
        for (int i = 0; i < 6; i++) {
            count.insert(0, ALPHABET.charAt((int) (rest % 31)));
            rest /= 31;
        }
        String body = "MA" + count;
        String code = first2 + division6 + body + OrganisationCode.checkCharacter(body);
        if (code.length() != LENGTH - 1) {
            throw new IllegalArgumentException("not two and six characters: " + first2 + ", " + division6);
        }
        return parse(code + checkCharacter(code))
                .orElseThrow(() -> new IllegalArgumentException("no code begins with " + first2 + division6));
    }

    /** The check character behind the first 17 characters; characters outside the alphabet give no meaning. */
    private static char checkCharacter(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Math.max(0, ALPHABET.indexOf(body.charAt(i)));
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** Eighteen characters in upper case. */
    public String value() {
        return value;
    }

    /** 登记管理部门: 1 编制, 2 外交, 3 司法, 4 文化, 5 民政, 6 旅游, 7 宗教, 8 工会, 9 工商, A 军委, N 农业, Y 其他. */
    public char registrationDepartment() {
        return value.charAt(0);
    }

    /** Kind of organisation within the department, such as 1 企业, 2 个体工商户, 3 农民专业合作社 under 9. */
    public char organisationKind() {
        return value.charAt(1);
    }

    /** The division of the first registration, six digits of GB/T 2260. It stays when the organisation moves. */
    public String divisionCode() {
        return value.substring(2, 8);
    }

    public OrganisationCode organisationCode() {
        return OrganisationCode.parse(value.substring(8, 17)).orElseThrow();
    }

    /** 个体工商户 (92): one person's business, whose name and number are close to personal data. */
    public boolean isIndividualBusiness() {
        return value.startsWith("92");
    }

    /** For reading aloud: 91 440300 708461136 T. */
    public String grouped() {
        return value.substring(0, 2) + " " + value.substring(2, 8) + " " + value.substring(8, 17) + " "
                + value.charAt(17);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnifiedSocialCreditCode code && code.value.equals(value);
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

package org.chengxin.kernel.code;

import java.util.Optional;
import java.util.regex.Pattern;
import org.chengxin.kernel.text.Masking;

/**
 * 纳税人识别号 in its older forms: 15 characters (division and organisation code), a citizen's number of 18 characters or
 * with two more (20) for individual businesses, a temporary number beginning with L; and the unified code, which is the
 * taxpayer's number today. Those built on a citizen's number are personal data.
 */
public final class TaxpayerNumber {

    private static final Pattern TEMPORARY = Pattern.compile("L[0-9A-Z]{14,19}");

    /** What the number is built on. */
    public enum Form {
        /** Division (6) and organisation code (9). */
        ORGANISATION,
        /** A unified social credit code. */
        UNIFIED,
        /** A citizen's number (18). */
        CITIZEN,
        /** A citizen's number and two digits or letters (20). */
        CITIZEN_EXTENDED,
        /** L and 14 to 19 digits or letters, temporary registration; only its shape can be checked. */
        TEMPORARY
    }

    private final String value;
    private final Form form;

    private TaxpayerNumber(String value, Form form) {
        this.value = value;
        this.form = form;
    }

    /** Checks any text; blanks, case and full-width forms do not matter. */
    public static CodeCheck check(String text) {
        String number = CodeText.normalise(text);
        if (number.isEmpty()) {
            return CodeCheck.EMPTY;
        }
        if (CodeText.isPlaceholder(number)) {
            return CodeCheck.PLACEHOLDER;
        }
        if (TEMPORARY.matcher(number).matches()) {
            return CodeCheck.VALID;
        }
        if (!CodeText.isDigitsOrLetters(number)) {
            return CodeCheck.ILLEGAL_CHARACTER;
        }
        return switch (number.length()) {
            case 15 -> checkDivisionAndOrganisation(number);
            case 18 -> CitizenId.check(number).isValid() ? CodeCheck.VALID : UnifiedSocialCreditCode.check(number);
            case 20 -> CitizenId.check(number.substring(0, 18));
            default -> CodeCheck.WRONG_LENGTH;
        };
    }

    private static CodeCheck checkDivisionAndOrganisation(String number) {
        return CodeText.startsWithDivision(number)
                ? OrganisationCode.check(number.substring(6))
                : CodeCheck.WRONG_DIVISION;
    }

    /** The number, if the text is a valid one. */
    public static Optional<TaxpayerNumber> parse(String text) {
        String number = CodeText.normalise(text);
        return check(number).isValid() ? Optional.of(new TaxpayerNumber(number, formOf(number))) : Optional.empty();
    }

    private static Form formOf(String number) {
        if (TEMPORARY.matcher(number).matches()) {
            return Form.TEMPORARY;
        }
        return switch (number.length()) {
            case 15 -> Form.ORGANISATION;
            case 20 -> Form.CITIZEN_EXTENDED;
            default -> CitizenId.check(number).isValid() ? Form.CITIZEN : Form.UNIFIED;
        };
    }

    /** 15 to 20 characters in upper case, in the clear. */
    public String value() {
        return value;
    }

    public Form form() {
        return form;
    }

    /** True if the number is built on a citizen's number and has to be masked like one. */
    public boolean containsCitizenId() {
        return form == Form.CITIZEN || form == Form.CITIZEN_EXTENDED;
    }

    /** The citizen's number inside, if there is one. */
    public Optional<CitizenId> citizenId() {
        return containsCitizenId() ? CitizenId.parse(value.substring(0, 18)) : Optional.empty();
    }

    /** The organisation code inside, if there is one. */
    public Optional<OrganisationCode> organisationCode() {
        return switch (form) {
            case ORGANISATION -> OrganisationCode.parse(value.substring(6));
            case UNIFIED -> OrganisationCode.parse(value.substring(8, 17));
            default -> Optional.empty();
        };
    }

    /** For display: division and rest apart; masked if there is a citizen's number inside. */
    public String grouped() {
        return switch (form) {
            case ORGANISATION -> value.substring(0, 6) + " " + value.substring(6);
            case UNIFIED -> UnifiedSocialCreditCode.parse(value).orElseThrow().grouped();
            case CITIZEN, CITIZEN_EXTENDED -> Masking.id(value);
            case TEMPORARY -> value;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaxpayerNumber number && number.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Masked if there is a citizen's number inside, so that it does not slip into a log. */
    @Override
    public String toString() {
        return containsCitizenId() ? Masking.id(value) : value;
    }
}

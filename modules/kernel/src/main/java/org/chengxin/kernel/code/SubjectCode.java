package org.chengxin.kernel.code;

import java.util.Optional;

/** Tells what a text in a column of codes is, since departments put any of the numbers they know into any such column. */
public final class SubjectCode {

    /** What a text turned out to be. */
    public enum Kind {
        /** 统一社会信用代码. */
        UNIFIED,
        /** 工商注册号 of 15 digits. */
        REGISTRATION,
        /** Registration number of a farmers' cooperative, with NA. */
        REGISTRATION_COOPERATIVE,
        /** Registration number of the time before 2006: thirteen digits, or in words; no check digit vouches for it. */
        REGISTRATION_OLDER,
        /** 组织机构代码. */
        ORGANISATION,
        /** 纳税人识别号 of 15 or 20 characters, or temporary; it may contain a citizen's number. */
        TAXPAYER,
        /** 公民身份号码: personal data. */
        CITIZEN_ID,
        /** Typed because something had to be typed. */
        PLACEHOLDER,
        EMPTY,
        /** None of these, for the reason given. */
        INVALID;

        /** True for the kinds under which the code is a real one. */
        public boolean isCode() {
            return ordinal() < PLACEHOLDER.ordinal();
        }

        /** The key of this kind's name in the bundle {@code org.chengxin.kernel.Messages}. */
        public String messageKey() {
            return "SubjectCode.Kind." + name();
        }
    }

    /** What the column says that it holds; departments do not always keep to it. */
    public enum Expected {
        /** Nothing, or a number of whatever kind. */
        ANY,
        UNIFIED,
        REGISTRATION,
        ORGANISATION,
        TAXPAYER,
        CITIZEN_ID
    }

    /**
     * What a text is.
     *
     * @param kind       the kind of code
     * @param value      the text normalised: half-width, upper case, without blanks; an organisation code without hyphen.
     *                   In the clear, even where it is a citizen's number
     * @param check      why it is invalid: what the standard of its length says; VALID for a real code
     * @param suggestion a valid unified code that may have been meant; for the supplier to confirm
     * @param alternative the kind it may be as well: fifteen digits that pass as registration number and as taxpayer's
     *                    number, in a column that does not say which. Whoever needs to know has to ask
     */
    public record Classified(
            Kind kind, String value, CodeCheck check, Optional<String> suggestion, Optional<Kind> alternative) {

        /** The organisation code inside a unified code or a taxpayer's number, or the code itself if it is one. */
        public Optional<String> organisationCode() {
            Optional<OrganisationCode> inside =
                    switch (kind) {
                        case UNIFIED ->
                            UnifiedSocialCreditCode.parse(value).map(UnifiedSocialCreditCode::organisationCode);
                        case TAXPAYER -> TaxpayerNumber.parse(value).flatMap(TaxpayerNumber::organisationCode);
                        case ORGANISATION -> OrganisationCode.parse(value);
                        default -> Optional.empty();
                    };
            return inside.map(OrganisationCode::value);
        }

        /** True if the value is, or contains, or is very likely a mistyped citizen's number. */
        public boolean isPersonal() {
            return kind == Kind.CITIZEN_ID
                    || (value.length() == 20 && CitizenId.looksLikeOne(value.substring(0, 18)))
                    || (kind == Kind.INVALID
                            && (CitizenId.looksLikeOne(value)
                                    || CitizenId.parseOlder(value).isPresent()));
        }
    }

    private SubjectCode() {}

    /** Half-width, upper case, without blanks and invisible characters; empty text for null. */
    public static String normalise(String text) {
        return CodeText.normalise(text);
    }

    /** Classifies any text from a column that does not say which code it holds. */
    public static Classified classify(String text) {
        return classify(text, Expected.ANY);
    }

    /**
     * Classifies any text. Where two standards fit, the one that protects a person wins: eighteen characters that are a
     * valid citizen's number are taken for one, even if the check character of a unified code fits by chance. Numbers
     * that nothing vouches for but their length (thirteen digits, a citizen's fifteen) are taken only from a column
     * that says that it holds such numbers.
     */
    public static Classified classify(String text, Expected expected) {
        String code = CodeText.normalise(text);
        if (code.isEmpty()) {
            return classified(Kind.EMPTY, code, CodeCheck.EMPTY);
        }
        if (CodeText.isPlaceholder(code)) {
            return classified(Kind.PLACEHOLDER, code, CodeCheck.PLACEHOLDER);
        }
        if (CitizenId.check(code).isValid()) {
            return classified(Kind.CITIZEN_ID, code, CodeCheck.VALID);
        }
        if (expected == Expected.CITIZEN_ID) {
            Optional<CitizenId> older = CitizenId.parseOlder(code);
            if (older.isPresent()) {
                return classified(Kind.CITIZEN_ID, older.get().value(), CodeCheck.VALID);
            }
        }
        CodeCheck unified = UnifiedSocialCreditCode.check(code);
        if (unified.isValid()) {
            return classified(Kind.UNIFIED, code, unified);
        }
        Kind registration = RegistrationNumber.parse(code)
                .map(number -> kind(number, expected))
                .orElse(null);
        boolean taxpayer = TaxpayerNumber.check(code).isValid();
        if (registration != null && !(taxpayer && expected == Expected.TAXPAYER)) {
            boolean either = taxpayer && expected != Expected.REGISTRATION;
            return new Classified(
                    registration,
                    code,
                    CodeCheck.VALID,
                    Optional.empty(),
                    either ? Optional.of(Kind.TAXPAYER) : Optional.empty());
        }
        Optional<OrganisationCode> organisation = OrganisationCode.parse(code);
        if (organisation.isPresent()) {
            return classified(Kind.ORGANISATION, organisation.get().value(), CodeCheck.VALID);
        }
        if (taxpayer) {
            return classified(Kind.TAXPAYER, code, CodeCheck.VALID);
        }
        Optional<String> suggestion =
                UnifiedSocialCreditCode.suggestRepair(code).map(UnifiedSocialCreditCode::value);
        return new Classified(Kind.INVALID, code, reason(code, unified, expected), suggestion, Optional.empty());
    }

    /** Null where thirteen digits stand in a column of other numbers: an article number has as many. */
    private static Kind kind(RegistrationNumber number, Expected expected) {
        return switch (number.form()) {
            case STANDARD -> Kind.REGISTRATION;
            case COOPERATIVE_NA -> Kind.REGISTRATION_COOPERATIVE;
            case FOREIGN_INVESTMENT -> Kind.REGISTRATION_OLDER;
            case BEFORE_2006 -> expected == Expected.REGISTRATION ? Kind.REGISTRATION_OLDER : null;
        };
    }

    /** The reason that helps most: what the standard of this length finds wrong. */
    private static CodeCheck reason(String code, CodeCheck unified, Expected expected) {
        return switch (code.length()) {
            case 9, 10 -> OrganisationCode.check(code);
            case 15 -> expected == Expected.TAXPAYER ? TaxpayerNumber.check(code) : RegistrationNumber.check(code);
            case 18 -> CitizenId.looksLikeOne(code) ? CodeCheck.WRONG_CHECK_DIGIT : unified;
            case 20 -> TaxpayerNumber.check(code);
            default -> CodeCheck.WRONG_LENGTH;
        };
    }

    private static Classified classified(Kind kind, String value, CodeCheck check) {
        return new Classified(kind, value, check, Optional.empty(), Optional.empty());
    }
}

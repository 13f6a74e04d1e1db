package org.chengxin.subject.entity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.chengxin.kernel.code.RegistrationNumber;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.kernel.text.NameNormaliser;

/** What kind of subject it is (C01, C02, A08). */
public enum SubjectKind {
    ENTERPRISE,
    INDIVIDUAL_BUSINESS,
    OTHER_ORGANISATION,
    GOVERNMENT_BODY,
    REPRESENTATIVE_OFFICE,
    PERSON;

    private static final Pattern REPRESENTATIVE = Pattern.compile(".*(代表处|代表机构)");
    private static final Pattern INDIVIDUAL = Pattern.compile("个体(工商户|户|经营者?)?");
    private static final Pattern PERSON_WORDS = Pattern.compile("自然人|个人|公民");
    private static final Pattern GOVERNMENT = Pattern.compile("(行政|国家|政府|党政)?机关(法人|单位)?|政府部门");
    private static final Pattern OTHER =
            Pattern.compile("事业单位(法人)?|社会团体(法人)?|社团(法人)?|群众?团体?|民办非企业(单位)?|社会服务机构|基金会|工会|其他(经济)?组织|非法人组织");
    private static final Pattern ENTERPRISE_WORDS =
            Pattern.compile(".*(公司|企业|合作社|合作经济组织|股份合作制|所有制).*|分支机构|.*\\(非法人\\)|.*营业单位");
    /** Words that company and partnership law reserve; a branch has its company's name before its own. */
    private static final Pattern ENTERPRISE_NAME = Pattern.compile(
            ".*(有限公司|有限责任公司|股份公司)(\\(.*\\))?|.*公司.*(分公司|支公司|分行|支行|营业部|分理处|储蓄所)" + "|.*\\((有限|普通|特殊普通)合伙\\)|.*专业合作社");

    private static final Pattern GOVERNMENT_NAME = Pattern.compile(".*(人民政府|人民法院|人民检察院)");

    /** Whether the public may find it: never a natural person (浙江条例 15条, A08). */
    public boolean mayBePublic() {
        return this != PERSON;
    }

    /**
     * The kind, by what is certain: the first two characters of the unified code (GB 32100), else what the source
     * states, else the older registration number (GS 15-2006, where 6 to 9 begins the serial number of an individual
     * business), else a name that only one kind may bear. Offices that represent foreign enterprises share 91 with the
     * enterprises, so that what is stated, or a name ending in 代表处, tells them apart.
     *
     * @param code null for none
     * @param registration null for none
     * @param stated in the words of the source, such as 有限责任公司 or 个体工商户; null if not stated
     * @param name as registered
     * @return empty if nothing of this is certain
     */
    public static Optional<SubjectKind> find(
            UnifiedSocialCreditCode code, RegistrationNumber registration, String stated, String name) {
        Optional<SubjectKind> byWord = parse(stated);
        if (code != null) {
            SubjectKind byCode = of(code);
            boolean office = byWord.equals(Optional.of(REPRESENTATIVE_OFFICE)) || isRepresentative(name);
            return Optional.of(byCode == ENTERPRISE && office ? REPRESENTATIVE_OFFICE : byCode);
        }
        if (byWord.isPresent()) {
            return byWord;
        }
        if (isRepresentative(name)) {
            return Optional.of(REPRESENTATIVE_OFFICE);
        }
        if (registration != null && registration.form() != RegistrationNumber.Form.BEFORE_2006) {
            return Optional.of(registration.isIndividualBusiness() ? INDIVIDUAL_BUSINESS : ENTERPRISE);
        }
        return byName(name);
    }

    /** By the first two characters of the unified code: 92 individual business, 11 government body … */
    public static SubjectKind of(UnifiedSocialCreditCode code) {
        if (code.isIndividualBusiness()) {
            return INDIVIDUAL_BUSINESS;
        }
        return switch (code.value().substring(0, 2)) {
            case "11" -> GOVERNMENT_BODY;
            // tourist boards of other countries and of 港澳台
            case "61", "62" -> REPRESENTATIVE_OFFICE;
            default -> code.value().charAt(0) == '9' ? ENTERPRISE : OTHER_ORGANISATION;
        };
    }

    /** The kind that a source states, in the words of registers and of the 双公示 forms; empty for others. */
    public static Optional<SubjectKind> parse(String stated) {
        String words = NameNormaliser.normalise(stated);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (isRepresentative(words)) {
            return Optional.of(REPRESENTATIVE_OFFICE);
        }
        if (INDIVIDUAL.matcher(words).matches()) {
            return Optional.of(INDIVIDUAL_BUSINESS);
        }
        if (PERSON_WORDS.matcher(words).matches()) {
            return Optional.of(PERSON);
        }
        if (GOVERNMENT.matcher(words).matches()) {
            return Optional.of(GOVERNMENT_BODY);
        }
        if (OTHER.matcher(words).matches()) {
            return Optional.of(OTHER_ORGANISATION);
        }
        return ENTERPRISE_WORDS.matcher(words).matches() ? Optional.of(ENTERPRISE) : Optional.empty();
    }

    private static boolean isRepresentative(String name) {
        return name != null
                && REPRESENTATIVE.matcher(NameNormaliser.normalise(name)).matches();
    }

    private static Optional<SubjectKind> byName(String name) {
        String normalised = NameNormaliser.normalise(name);
        if (ENTERPRISE_NAME.matcher(normalised).matches()) {
            return Optional.of(ENTERPRISE);
        }
        return GOVERNMENT_NAME.matcher(normalised).matches() ? Optional.of(GOVERNMENT_BODY) : Optional.empty();
    }
}

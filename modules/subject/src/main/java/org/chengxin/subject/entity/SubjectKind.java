package org.chengxin.subject.entity;

import org.chengxin.kernel.code.UnifiedSocialCreditCode;

/** What kind of subject it is (C01, C02). */
public enum SubjectKind {
    ENTERPRISE,
    INDIVIDUAL_BUSINESS,
    OTHER_ORGANISATION,
    GOVERNMENT_BODY,
    REPRESENTATIVE_OFFICE,
    PERSON;

    /** By the first two characters of the unified code (GB 32100): 92 individual business, 11 government body … */
    public static SubjectKind of(UnifiedSocialCreditCode code) {
        if (code == null) {
            return ENTERPRISE;
        }
        if (code.isIndividualBusiness()) {
            return INDIVIDUAL_BUSINESS;
        }
        String value = code.value();
        if (value.startsWith("11")) {
            return GOVERNMENT_BODY;
        }
        return value.charAt(0) == '9' ? ENTERPRISE : OTHER_ORGANISATION;
    }
}

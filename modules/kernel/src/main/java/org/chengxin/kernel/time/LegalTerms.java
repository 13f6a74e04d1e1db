package org.chengxin.kernel.time;

/** The ids of the terms that come with this version; the rules themselves stand in the resource legal-rules.txt. */
public final class LegalTerms {

    /** From the creation of registration, licence or penalty to its publication under 企业信息公示暂行条例. */
    public static final String PUBLICATION = "PUBLICATION";
    /** From the decision on a licence or penalty to its publication as 双公示. */
    public static final String DOUBLE_PUBLICITY = "DOUBLE_PUBLICITY";
    /** From the doubt whether something is a secret to its referral. */
    public static final String SECRECY_REFERRAL = "SECRECY_REFERRAL";
    /** From the referral to the ruling. */
    public static final String SECRECY_RULING = "SECRECY_RULING";
    /** From the end of the checks of a lot to its review by the supplier: this project's own rule. */
    public static final String LOT_REVIEW = "LOT_REVIEW";
    /** From the setting aside of a published penalty decision to its withdrawal from publication. */
    public static final String WITHDRAWAL = "WITHDRAWAL";
    /** How many working days after a deadline the superior is told: this project's own rule. */
    public static final String ESCALATION = "ESCALATION";
    /** How long a lot may be carried by the system itself, before and after its review: this project's own rule. */
    public static final String LOT_PASSAGE = "LOT_PASSAGE";

    private LegalTerms() {}

    /** The id of the rule that says with how many of its last working days to come the owners of a term are reminded. */
    public static String reminderOf(String term) {
        return term + "_REMINDER";
    }
}

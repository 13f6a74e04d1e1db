package org.chengxin.catalogue.definition;

/**
 * What a field says about a record, so that the rest of the system finds things by meaning and never by the code of an
 * item or the name of a field.
 */
public enum FieldMeaning {
    /** Content only. */
    NONE,
    /** Name of the subject the record is about. */
    SUBJECT_NAME,
    /** The code the subject is found by first. */
    SUBJECT_CODE,
    /** A further code of the same subject: registration number, organisation code, taxpayer number. */
    SUBJECT_CODE_SECONDARY,
    /** Names the subject had before. */
    FORMER_NAMES,
    /** Another name a source uses for the same subject; differing is worth a remark, no error. */
    OTHER_NAME,
    /** In business, cancelled, revoked. */
    SUBJECT_STATUS,
    /** Enterprise, individual business, person … as the source states it. */
    SUBJECT_KIND,
    /** Where the subject lives. */
    ADDRESS,
    /** The day the subject was established. */
    ESTABLISHED_ON,
    /** The day of the decision; publication periods count from here. */
    DECIDED_ON,
    /** Law and article the decision rests on (D26 处罚依据). */
    LEGAL_BASIS,
    /** What the supplier states about severity, see {@link org.chengxin.kernel.Severity}. */
    SEVERITY,
    /** Who may see the record as the row states it, see {@link org.chengxin.kernel.DisclosureScope}. */
    SCOPE,
    /** Last visible day (D26 警示或预警期限 as a date). */
    ENDS_ON,
    /** Length of the disclosure period in months (D26 警示或预警期限 as a length). */
    PERIOD_MONTHS,
    /** Number of the decision's document. */
    DOCUMENT_NO,
    /** Name of the decision's document. */
    TITLE,
    /** The person who stands for the subject. */
    LEGAL_REPRESENTATIVE,
    /** What happened (D26 主要违法事实). */
    FACTS,
    /** What was decided (D26 处罚结果). */
    RESULT,
    /** Who decided (D26 作出处罚的部门). */
    AUTHORITY,
    /** What kind of decision, honour, licence it is. */
    KIND,
    /** Who within the subject is answerable for what happened (C04 责任人员): a person, never found anonymously. */
    RESPONSIBLE_PERSON_NAME,
    /** Identity number of the person answerable; what the person is found by among namesakes. */
    RESPONSIBLE_PERSON_ID,
    /** Identity number of the person who stands for the subject. */
    LEGAL_REPRESENTATIVE_ID,
    /** Registered capital of the subject. */
    REGISTERED_CAPITAL,
    /** Administrative division where the subject lives, by its six digits (GB/T 2260) or by name (C03). */
    DIVISION;

    /** Whether a field of this meaning names or identifies the subject. */
    public boolean identifiesSubject() {
        return this == SUBJECT_NAME || this == SUBJECT_CODE || this == SUBJECT_CODE_SECONDARY;
    }
}

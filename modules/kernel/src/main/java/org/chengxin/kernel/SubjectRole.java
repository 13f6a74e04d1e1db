package org.chengxin.kernel;

/** What a subject has to do with a record, or a person with an organisation. A record has one or more of them. */
public enum SubjectRole {
    /** 相对人: whom the decision is about. Every record has one. */
    COUNTERPARTY,
    /** 责任人员: the person held responsible for what happened. */
    RESPONSIBLE_PERSON,
    /** 法定代表人. */
    LEGAL_REPRESENTATIVE,
    /** 主要负责人, 负责人 of an organisation without legal representative. */
    PERSON_IN_CHARGE;

    /** The key of this role's name in the bundle {@code org.chengxin.kernel.Messages}. */
    public String messageKey() {
        return "SubjectRole." + name();
    }
}

package org.chengxin.subject.entity;

/** What several sources say about the identity of a subject. */
public enum SubjectAttribute {
    /** 法定代表人 or 负责人. */
    LEGAL_REPRESENTATIVE,
    /** 住所. */
    ADDRESS,
    /** 成立日期. */
    ESTABLISHED_ON,
    /** 登记状态. */
    SUBJECT_STATUS,
    /** 注册资本. */
    REGISTERED_CAPITAL
}

package org.chengxin.kernel;

/** What somebody may be in this system. A user holds any number of roles, always within one organisation. */
public enum Role {
    /** 报送员: submits lots and corrects for the own department. */
    CLERK,
    /** 审核员: reviews what a clerk of the own department entered, never what the reviewer entered. */
    REVIEWER,
    /** 主管领导: the superior of a department, sees its overdue work and approves historic imports. */
    SUPERVISOR,
    /** 保密审查员: decides undetermined disclosure scopes of the own department. */
    SECRECY_OFFICER,
    /** 保密行政管理部门: rules on state secrets. */
    SECRECY_AUTHORITY,
    /** 主管部门: rules on trade secrets and privacy. */
    COMPETENT_AUTHORITY,
    /** 信用中心: the credit centre. */
    CENTRE,
    /** 特设窗口: the clerk at the window who takes in objections, repairs and authorised queries. */
    WINDOW,
    /** 行政机关用户: queries before a licence or a tender. */
    DEPARTMENT_USER,
    /** 监察: reads the trail of events and accesses. */
    AUDITOR,
    /** 系统管理员: users, roles and operation; no business content. */
    ADMIN,
    /** 目录管理员: catalogue items and standards. */
    CATALOGUE_EDITOR,
    /** 企业: an enterprise's own user. */
    ENTERPRISE,
    /** 报送系统: a supplier's system that pushes lots. */
    SUPPLIER_SYSTEM;

    /** The key of this role's name in the bundle {@code org.chengxin.kernel.Messages}. */
    public String messageKey() {
        return "Role." + name();
    }

    /** The roles as compile-time constants, because annotations such as RolesAllowed take nothing else. */
    public static final class Names {
        public static final String CLERK = "CLERK";
        public static final String REVIEWER = "REVIEWER";
        public static final String SUPERVISOR = "SUPERVISOR";
        public static final String SECRECY_OFFICER = "SECRECY_OFFICER";
        public static final String SECRECY_AUTHORITY = "SECRECY_AUTHORITY";
        public static final String COMPETENT_AUTHORITY = "COMPETENT_AUTHORITY";
        public static final String CENTRE = "CENTRE";
        public static final String WINDOW = "WINDOW";
        public static final String DEPARTMENT_USER = "DEPARTMENT_USER";
        public static final String AUDITOR = "AUDITOR";
        public static final String ADMIN = "ADMIN";
        public static final String CATALOGUE_EDITOR = "CATALOGUE_EDITOR";
        public static final String ENTERPRISE = "ENTERPRISE";
        public static final String SUPPLIER_SYSTEM = "SUPPLIER_SYSTEM";

        private Names() {}
    }
}

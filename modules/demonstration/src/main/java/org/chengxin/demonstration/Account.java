package org.chengxin.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.kernel.Role;

/**
 * A demonstration account.
 *
 * @param username such as {@code clerk.env}
 * @param displayName such as 环保 · 报送员
 * @param department code of its organisation
 * @param roles what it may be
 */
record Account(String username, String displayName, String department, List<Role> roles) {

    /** @return one account per role and supplying department, and those of the whole city. */
    static List<Account> of(List<Department> departments) {
        List<Account> all = new ArrayList<>();
        for (Department department : departments) {
            if (department.supplier()) {
                add(all, "clerk", "报送员", department, Role.CLERK);
                add(all, "reviewer", "审核员", department, Role.REVIEWER);
                add(all, "supervisor", "主管领导", department, Role.SUPERVISOR);
                add(all, "secrecy", "保密审查员", department, Role.SECRECY_OFFICER);
            }
        }
        all.add(new Account("secrecy.authority", "保密行政管理部门", "secrecy-bureau", List.of(Role.SECRECY_AUTHORITY)));
        all.add(new Account("competent.authority", "主管部门", "office", List.of(Role.COMPETENT_AUTHORITY)));
        all.add(new Account("centre", "信用中心", "credit-centre", List.of(Role.CENTRE)));
        all.add(new Account("window", "特设窗口", "credit-centre", List.of(Role.WINDOW)));
        all.add(new Account("catalogue", "目录管理员", "credit-centre", List.of(Role.CATALOGUE_EDITOR)));
        all.add(new Account("admin", "系统管理员", "credit-centre", List.of(Role.ADMIN)));
        all.add(new Account("auditor", "监察", "supervision", List.of(Role.AUDITOR)));
        return all;
    }

    private static void add(List<Account> all, String prefix, String title, Department department, Role role) {
        all.add(new Account(
                prefix + "." + department.code(),
                department.shortName() + " · " + title,
                department.code(),
                List.of(role)));
    }
}

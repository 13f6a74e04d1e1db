package org.chengxin.demonstration;

import java.time.LocalDate;
import java.util.List;

/**
 * An organisation of the city as the registry keeps it.
 *
 * @param code short name for codes and accounts, such as {@code env}
 * @param name name of 2003, or today's where there was none then
 * @param shortName as people say it
 * @param nameEn English name
 * @param kind DEPARTMENT, COURT, UTILITY, BANK, GOVERNMENT, CENTRE or SECRECY_AUTHORITY
 * @param level MUNICIPAL or COUNTY
 * @param division six digits of GB/T 2260
 * @param parent code of the organisation above, null at the top
 * @param firstBatch one of the 25 first departments (C09)
 * @param priority one of the 8 to come first (C10)
 * @param supplier whether it submits, so that it has a clerk and a reviewer
 * @param aliases today's and other names
 */
record Department(
        String code,
        String name,
        String shortName,
        String nameEn,
        String kind,
        String level,
        String division,
        String parent,
        boolean firstBatch,
        boolean priority,
        boolean supplier,
        List<Alias> aliases) {

    /** Another name, and from when it is the official one; null when that is not known or never was. */
    record Alias(String name, LocalDate from) {}
}

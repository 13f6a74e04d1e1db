package org.chengxin.catalogue.definition;

/** How often a supplier sends an item (E05 归集频率); what does not come in time is overdue (F05). */
public enum Frequency {
    REAL_TIME,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    YEARLY
}

package org.chengxin.catalogue.definition;

/** How the kind of a subject (enterprise, individual business, person …) named by a row is found. */
public enum SubjectKindRule {
    /** From the unified code: 91 enterprise, 92 individual business, 93 cooperative, 1x and 5x organisations. */
    BY_CODE,
    /** From the field that means {@link FieldMeaning#SUBJECT_KIND}, and by code where that is blank. */
    BY_FIELD,
    /** The item is only about enterprises. */
    ENTERPRISE
}

package org.chengxin.catalogue.definition;

import org.chengxin.kernel.code.SubjectCode;

/**
 * What a value of a field is. The type decides how a cell is cleaned, what is an error in it and how it is kept in a
 * record's content: numbers as JSON numbers, everything else as text, dates in ISO 8601.
 */
public enum FieldType {
    /** One line; blanks are squeezed and line breaks taken out. */
    TEXT,
    /** Prose; punctuation stays as it is written. */
    LONG_TEXT,
    /** A day, kept as {@code 2017-03-05}; {@code 2099-12-31} means long term. */
    DATE,
    /** A year of four digits. */
    YEAR,
    /** A month, kept as {@code 2017-03}. */
    MONTH,
    /** A whole number. */
    INTEGER,
    /** Money in yuan, as a number, with 万 or in Chinese numerals; kept in yuan. */
    AMOUNT_YUAN,
    /** Money whose column is in units of 10,000 yuan; kept in 万元 as the standard asks. */
    AMOUNT_WAN,
    /** A value of the field's code table, given by code, title or alias; kept as the standard code. */
    CODE,
    /** Any code of a subject: unified code, registration number, organisation code, taxpayer number. */
    SUBJECT_CODE,
    /** Unified social credit code, GB 32100-2015. */
    UNIFIED_CODE,
    /** Registration number of 15 digits (GS15-2006), or the older form of farmers' cooperatives with NA. */
    REGISTRATION_NUMBER,
    /** Organisation code, GB 11714. */
    ORGANISATION_CODE,
    /** Taxpayer number as it was before 2015. */
    TAXPAYER_NUMBER,
    /** A citizen's identity number, GB 11643; always personal. */
    CITIZEN_ID,
    /** Number of a patent or its application with check character, ZC 0006-2003; kept as {@code 201710601862.3}. */
    PATENT_NUMBER,
    /** A telephone number. */
    PHONE,
    /** Several names in one cell, separated by ；;、 or |; kept separated by ；. */
    NAMES,
    /** A span of days such as 2003-08-18至2023-08-17, kept as {@code 2003-08-18/2023-08-17}; open ends are long term. */
    PERIOD;

    /** Whether a value of this type is a code of a subject. */
    public boolean isSubjectCode() {
        return switch (this) {
            case SUBJECT_CODE, UNIFIED_CODE, REGISTRATION_NUMBER, ORGANISATION_CODE, TAXPAYER_NUMBER, CITIZEN_ID ->
                true;
            default -> false;
        };
    }

    /** Which code a column of this type says that it holds. */
    public SubjectCode.Expected expectedCode() {
        return switch (this) {
            case UNIFIED_CODE -> SubjectCode.Expected.UNIFIED;
            case REGISTRATION_NUMBER -> SubjectCode.Expected.REGISTRATION;
            case ORGANISATION_CODE -> SubjectCode.Expected.ORGANISATION;
            case TAXPAYER_NUMBER -> SubjectCode.Expected.TAXPAYER;
            case CITIZEN_ID -> SubjectCode.Expected.CITIZEN_ID;
            default -> SubjectCode.Expected.ANY;
        };
    }
}

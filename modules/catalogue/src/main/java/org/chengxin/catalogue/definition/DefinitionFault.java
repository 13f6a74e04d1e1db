package org.chengxin.catalogue.definition;

/**
 * One thing that keeps a definition from being taken.
 *
 * @param kind what is wrong
 * @param pointer where, as a JSON pointer (RFC 6901) into the definition, such as {@code /fields/3/codeTable}
 * @param detail the word in question; empty for none
 */
public record DefinitionFault(Kind kind, String pointer, String detail) {

    /** What can be wrong with a definition; the names are stable. */
    public enum Kind {
        /** A member that has to be there is not, or is blank. */
        MEMBER_MISSING,
        /** A member that no definition has: a misspelt one would otherwise be lost without a word. */
        MEMBER_UNKNOWN,
        /** A member of another JSON type. */
        MEMBER_TYPE,
        /** A word that is none of those that this member can have. */
        VALUE_UNKNOWN,
        /** A code or a name with characters that addresses and programs cannot stand. */
        NAME_FORM,
        /** The code differs from that of the address. */
        CODE_DIFFERS,
        /** Two fields of one name. */
        FIELD_TWICE,
        /** A heading that could mean two fields. */
        HEADING_TWICE,
        /** A key or a title template that names a field that there is not. */
        FIELD_UNKNOWN,
        /** A code table that does not exist. */
        CODE_TABLE_UNKNOWN,
        /** A code table at a field that is not of type CODE, or none at one that is. */
        CODE_TABLE_MISPLACED,
        /** A meaning that needs another type of field. */
        MEANING_TYPE,
        /** A citizen's number that is not personal, or is disclosed. */
        CITIZEN_DISCLOSED,
        /** A title would show what is personal. */
        TITLE_PERSONAL,
        /** A length of less than one character. */
        LENGTH_INVALID,
        /** A first day that is no day (ISO 8601), or one that is past. */
        DAY_INVALID,
        /** A negative item without one of the six statements of D26, or an item without a subject. */
        STATEMENT_MISSING,
        /** A word that would mean two values of a code table. */
        WORD_TWICE,
        /** A value that the standard table does not have. */
        STANDARD_UNKNOWN,
        /** A value of a code table in use that would no longer be there; records hold it. */
        VALUE_REMOVED
    }
}

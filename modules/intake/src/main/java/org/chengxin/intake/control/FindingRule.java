package org.chengxin.intake.control;

/** The rules a row can break. The names are stable: suppliers' systems rely on them. */
public enum FindingRule {
    /** A row without any value between filled rows. */
    EMPTY_ROW(FindingSeverity.ERROR),
    /** More values than there are headings: the row is shifted. */
    EXTRA_CELLS(FindingSeverity.ERROR),
    /** A cell longer than the limit. */
    CELL_TOO_LONG(FindingSeverity.ERROR),
    /** A negative record that states neither facts, result, document nor date. */
    NO_CONTENT(FindingSeverity.ERROR),
    /** A required field is blank; for historic imports a warning. */
    REQUIRED_MISSING(FindingSeverity.ERROR),
    /** All fields of a group are blank of which one is required; for historic imports a warning. */
    GROUP_MISSING(FindingSeverity.ERROR),
    /** Neither a name nor a code: the row is about nobody. */
    SUBJECT_MISSING(FindingSeverity.ERROR),
    /** The name holds no letter. */
    NAME_UNREADABLE(FindingSeverity.ERROR),
    /** Something behind the name does not belong to it. */
    NAME_TRAILING(FindingSeverity.SUSPECT),
    /** The cell names more than one subject. */
    SEVERAL_SUBJECTS(FindingSeverity.SUSPECT),
    /** A source's name of the subject differs from the registered one. */
    NAME_DIFFERS(FindingSeverity.INFO),
    /** Length of no known kind of code. */
    CODE_LENGTH(FindingSeverity.ERROR),
    /** A character that the code cannot hold, such as the letter O. */
    CODE_CHARACTER(FindingSeverity.ERROR),
    /** The check digit does not fit. */
    CODE_CHECK_DIGIT(FindingSeverity.ERROR),
    /** The place of the administrative division holds no such number. */
    CODE_DIVISION(FindingSeverity.ERROR),
    /** A date inside the number that does not exist. */
    CODE_DATE(FindingSeverity.ERROR),
    /** A code of another kind than the column's. */
    CODE_OTHER_KIND(FindingSeverity.WARNING),
    /** Fifteen digits that pass as two kinds of number, in a column that does not say which; matching needs no choice. */
    CODE_TWO_KINDS(FindingSeverity.INFO),
    /** The codes of the row belong to different subjects. */
    CODES_CONTRADICT(FindingSeverity.SUSPECT),
    /** A citizen's number where codes of organisations are expected. */
    PERSONAL_NUMBER(FindingSeverity.SUSPECT),
    /** A citizen's number inside prose. */
    PERSONAL_NUMBER_IN_TEXT(FindingSeverity.SUSPECT),
    /** Columns that lead to the same field say different things. */
    COLUMNS_CONTRADICT(FindingSeverity.SUSPECT),
    DATE_UNREADABLE(FindingSeverity.ERROR),
    /** A day given by the number under which a spreadsheet keeps it. */
    DATE_SERIAL(FindingSeverity.WARNING),
    /** A decision or an event later than today. */
    DATE_IN_FUTURE(FindingSeverity.SUSPECT),
    /** Before 1 October 1949. */
    DATE_TOO_EARLY(FindingSeverity.SUSPECT),
    /** Decided before the subject was established. */
    DATE_BEFORE_ESTABLISHED(FindingSeverity.SUSPECT),
    /** The period ends before the decision. */
    ENDS_BEFORE_DECIDED(FindingSeverity.SUSPECT),
    /** A disclosure period of more than three years. */
    PERIOD_TOO_LONG(FindingSeverity.SUSPECT),
    /** Several years or dates in one cell. */
    SEVERAL_DATES(FindingSeverity.SUSPECT),
    AMOUNT_UNREADABLE(FindingSeverity.ERROR),
    /** An amount in another currency than yuan. */
    AMOUNT_CURRENCY(FindingSeverity.WARNING),
    /** The amount is blank, and the text of the decision names exactly one. */
    AMOUNT_IN_TEXT(FindingSeverity.INFO),
    /** A negative amount, or one beyond a trillion yuan. */
    AMOUNT_IMPLAUSIBLE(FindingSeverity.SUSPECT),
    NUMBER_UNREADABLE(FindingSeverity.ERROR),
    /** A word that the code table does not know. */
    CODE_UNKNOWN(FindingSeverity.ERROR),
    PHONE_UNREADABLE(FindingSeverity.WARNING),
    /** Longer than the standard's length; kept. */
    TOO_LONG(FindingSeverity.WARNING),
    /** The scope is no known word; the row counts as undetermined. */
    SCOPE_UNKNOWN(FindingSeverity.WARNING),
    /** The severity is no known word; a person classifies. */
    SEVERITY_UNKNOWN(FindingSeverity.WARNING),
    /** No subject with this code or name is registered; the row waits in the credit centre's queue. */
    SUBJECT_UNKNOWN(FindingSeverity.WARNING),
    /** Codes or name belong to more than one registered subject; nothing is guessed. */
    SUBJECT_AMBIGUOUS(FindingSeverity.WARNING),
    /** Nobody has the code and somebody has the name: a new code, a wrong one or a namesake. */
    SUBJECT_CODE_UNKNOWN(FindingSeverity.WARNING),
    /** The code belongs to one registered subject, the name to another. */
    SUBJECT_CODE_OF_ANOTHER(FindingSeverity.WARNING),
    /** The same content is on record already, or earlier in this lot: it makes nothing. */
    DUPLICATE(FindingSeverity.INFO),
    /** An earlier row of this lot says something else about the same thing. */
    CONFLICT_IN_LOT(FindingSeverity.SUSPECT),
    /** The record had this content once, and it was replaced since: an old lot does not bring it back. */
    CONTENT_REPLACED(FindingSeverity.SUSPECT),
    /** The credit centre sent the row back because nobody can be found whom it is about. */
    RETURNED_BY_CENTRE(FindingSeverity.ERROR),
    /** The supplier's reviewer refused what its clerk settled. */
    RETURNED_BY_REVIEWER(FindingSeverity.ERROR),
    /** The supplier itself left the row out. */
    DROPPED(FindingSeverity.ERROR);

    private final FindingSeverity severity;

    FindingRule(FindingSeverity severity) {
        this.severity = severity;
    }

    /** What it means for the row unless the field is optional or the import historic. */
    public FindingSeverity severity() {
        return severity;
    }

    /** The key of the text in the bundle {@code org.chengxin.intake.Messages}. */
    public String messageKey() {
        return "FindingRule." + name();
    }
}

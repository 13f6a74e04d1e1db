package org.chengxin.kernel.text;

/** A named way in which {@link TextCleaning} changes text, so that a finding can say what was done to a cell. */
public enum CleaningRule {
    /** Byte order marks, zero-width characters, soft hyphens and control characters are taken out. */
    INVISIBLE_REMOVED,
    /** No-break, ideographic and other special blanks become plain ones. */
    SPECIAL_BLANK_TO_PLAIN,
    /** Line breaks and tabs become a blank; between two Chinese characters they vanish. */
    LINE_BREAK_REMOVED,
    /** Full-width digits and Latin letters (in codes, dates and numbers: punctuation as well) become half-width. */
    FULL_WIDTH_TO_HALF,
    /** Blanks at both ends are cut and runs of blanks become one. */
    BLANKS_SQUEEZED,
    /** All blanks are taken out, where blanks mean nothing. */
    BLANKS_REMOVED,
    /** Latin letters become upper case. */
    UPPER_CASED,
    /** A leading apostrophe, with which spreadsheets mark text, is taken off. */
    TEXT_MARK_REMOVED;

    /** The key of this rule's name in the bundle {@code org.chengxin.kernel.Messages}. */
    public String messageKey() {
        return "CleaningRule." + name();
    }
}

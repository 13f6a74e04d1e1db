package org.chengxin.intake.control;

/** Turns the text of a cell into the value of one field. */
interface CellReader {

    /**
     * Reads a cell that is not blank.
     *
     * @return text, BigDecimal, or null when nothing usable is there; what was wrong stands in the draft
     */
    Object read(String cell, RowDraft draft);
}

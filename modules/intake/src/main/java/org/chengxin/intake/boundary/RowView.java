package org.chengxin.intake.boundary;

/**
 * The receipt of a row: what became of it.
 *
 * @param row as a person sees it in the file, the header being row 1
 * @param outcome ACCEPTED, REJECTED, SUSPECT or UNMATCHED
 * @param recordNo the record it belongs to; null unless accepted
 * @param recordState of that record; null while there is none
 * @param duplicate its content was on record already
 * @param title what the record is called in lists
 * @param subjectName as the row gives it; null for none
 * @param findings how many there are
 * @param suggestions how many of them come with a suggestion
 */
public record RowView(
        int row,
        String outcome,
        String recordNo,
        String recordState,
        boolean duplicate,
        String title,
        String subjectName,
        int findings,
        int suggestions) {}

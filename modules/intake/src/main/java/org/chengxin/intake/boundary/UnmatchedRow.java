package org.chengxin.intake.boundary;

/**
 * A row that waits for its subject.
 *
 * @param submission number of its lot
 * @param row as a person sees it in the file
 * @param item Chinese name of the catalogue item
 * @param supplier name of the department
 * @param title what the record will be called
 */
public record UnmatchedRow(String submission, int row, String item, String itemEn, String supplier, String title) {}

package org.chengxin.intake.control;

/**
 * What a file turned out to be, for people to look at.
 *
 * @param kind CSV, XLSX or JSON
 * @param encoding of its text by its usual name such as UTF-8 or GB18030; null for a workbook
 * @param separator the mark between the cells of a line; null where there is none
 */
public record SourceForm(String kind, String encoding, Character separator) {}

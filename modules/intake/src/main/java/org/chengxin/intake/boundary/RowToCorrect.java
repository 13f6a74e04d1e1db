package org.chengxin.intake.boundary;

import java.util.List;

/**
 * A row that its lot lost, as its supplier mends it.
 *
 * @param reference by which it is recognised when it is sent again
 * @param cells as they came, in the order of the file's columns
 * @param findings what was found in it; empty for rows of a lot that went back as a whole
 */
public record RowToCorrect(int row, String reference, List<String> cells, List<FindingView> findings) {}

package org.chengxin.intake.boundary;

import java.util.List;

/**
 * A row with what was found in it.
 *
 * @param receipt what became of it
 * @param findings in the order in which they were found
 */
public record OpenRow(RowView receipt, List<FindingView> findings) {}

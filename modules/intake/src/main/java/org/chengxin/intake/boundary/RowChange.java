package org.chengxin.intake.boundary;

import java.util.List;
import org.chengxin.record.boundary.RecordSheet;

/**
 * What a row of a review would change of a record that is there.
 *
 * @param row as a person sees it in the file, the header being row 1
 * @param version the content version that stands; the row would make the next
 * @param lines the fields that differ, earlier and later, personal values masked
 */
public record RowChange(int row, String recordNo, int version, List<RecordSheet.Line> lines) {}

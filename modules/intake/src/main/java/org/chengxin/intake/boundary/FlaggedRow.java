package org.chengxin.intake.boundary;

import java.util.List;
import org.chengxin.record.boundary.RecordSheet;

/**
 * A row of a review in which something was found that a person should look at.
 *
 * @param row as a person sees it in the file, the header being row 1
 * @param lines its fields in the order of the item, each with what was found there
 * @param ofRow what was found in the row as a whole, or in a field that is blank
 */
public record FlaggedRow(int row, String title, String subjectName, List<Line> lines, List<FindingView> ofRow) {

    /** A field with what was found in it; mostly nothing. */
    public record Line(RecordSheet.Field field, List<FindingView> findings) {}

    /** Only the fields in which something was found. */
    public List<Line> found() {
        return lines.stream().filter(line -> !line.findings().isEmpty()).toList();
    }
}

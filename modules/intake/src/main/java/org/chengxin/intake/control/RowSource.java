package org.chengxin.intake.control;

import java.util.List;

/**
 * A file as rows of text, one at a time. However long the file, no more than a row of it is held.
 *
 * <p>Rows that are blank from end to end are rows all the same, so that nothing is lost silently; only those after the
 * last filled row are left out, since spreadsheets keep thousands of them.
 */
public interface RowSource extends AutoCloseable {

    /** The headings as they stand in the file; for JSON the names of all fields that occur, in order of appearance. */
    List<String> header();

    /** Where the header stands: 1, or more when blank rows come first; 0 for JSON, which has none. */
    int headerRow();

    /**
     * Goes to the next row.
     *
     * @return false at the end
     * @throws UnreadableFile when the file turns out to be broken or over a limit
     */
    boolean next();

    /** The row's number as a person sees it in the file, the header being row 1; for JSON the number of the object. */
    int rowNumber();

    /** The cells of the row, never null, blank as empty text; may be fewer or more than there are headings. */
    List<String> cells();

    /** Whether the names of the fields are given by the file itself (JSON), so that no heading has to be understood. */
    boolean namedByField();

    /** What the file turned out to be. */
    SourceForm form();

    /** Names of further visible sheets of a workbook that hold something and are not read; the supplier is told. */
    default List<String> unreadSheets() {
        return List.of();
    }

    @Override
    void close();
}

package org.chengxin.intake.control;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row that a reviewer looks at, as it is staged.
 *
 * @param subjectId null while nobody knows whose it is
 * @param content JSON object by field name
 */
public record ReviewRow(int rowNo, String title, String subjectName, Long subjectId, String content) {

    /** What a query selects first, of {@code staged_row t}. */
    static final String COLUMNS = "t.row_no, t.title, t.subject_name, t.subject_id, t.content::text";

    static ReviewRow of(ResultSet row) throws SQLException {
        return new ReviewRow(
                row.getInt(1), row.getString(2), row.getString(3), row.getObject(4, Long.class), row.getString(5));
    }
}

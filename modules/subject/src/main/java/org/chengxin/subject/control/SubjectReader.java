package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.subject.boundary.SubjectView;
import org.chengxin.subject.entity.SubjectKind;

/** Reads subjects with their names and codes, many with one statement. */
public final class SubjectReader {

    private static final String VIEWS = "SELECT s.id, s.public_id, s.kind, s.name, s.code, s.division_code, s.status,"
            + " s.out_of_region, s.provisional,"
            + " ARRAY(SELECT n.name FROM subject_name n WHERE n.subject_id = s.id AND n.former ORDER BY n.name),"
            + " ARRAY(SELECT i.value FROM subject_identifier i WHERE i.subject_id = s.id"
            + "        AND i.kind NOT IN ('UNIFIED', 'CITIZEN_ID', 'TAXPAYER') ORDER BY i.value)"
            + " FROM subject s WHERE s.id = ANY (?)";

    private SubjectReader() {}

    public static Map<Long, SubjectView> views(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, SubjectView> views = new HashMap<>();
        if (ids.isEmpty()) {
            return views;
        }
        try (PreparedStatement statement = connection.prepareStatement(VIEWS)) {
            statement.setArray(1, connection.createArrayOf("int8", ids.toArray(Long[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    views.put(
                            row.getLong(1),
                            new SubjectView(
                                    row.getLong(1),
                                    row.getString(2),
                                    SubjectKind.valueOf(row.getString(3)),
                                    row.getString(4),
                                    List.of((String[]) row.getArray(10).getArray()),
                                    row.getString(5),
                                    List.of((String[]) row.getArray(11).getArray()),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getBoolean(8),
                                    row.getBoolean(9)));
                }
            }
        }
        return views;
    }
}

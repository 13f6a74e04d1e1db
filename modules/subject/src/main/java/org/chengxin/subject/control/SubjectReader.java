package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chengxin.subject.boundary.SubjectView;
import org.chengxin.subject.entity.SubjectKind;

/** Reads subjects with their names and codes, many with one statement. */
public final class SubjectReader {

    private static final String VIEWS = "SELECT s.id, s.public_id, s.kind, s.name, s.code, s.division_code, s.status,"
            + " s.out_of_region, s.provisional,"
            + " ARRAY(SELECT DISTINCT n.name FROM subject_name n WHERE n.subject_id = s.id AND n.former"
            + "        AND n.name <> s.name ORDER BY n.name),"
            + " ARRAY(SELECT i.value FROM subject_identifier i WHERE i.subject_id = s.id"
            + "        AND i.kind NOT IN ('CITIZEN_ID', 'TAXPAYER') AND i.value IS DISTINCT FROM s.code ORDER BY i.value)"
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

    /** For each subject the one that is left of it: itself, or the one it was merged into. */
    public static Map<Long, Long> current(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, Long> current = new HashMap<>();
        if (ids.isEmpty()) {
            return current;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id, coalesce(merged_into, id) FROM subject WHERE id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("int8", ids.toArray(Long[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    current.put(row.getLong(1), row.getLong(2));
                }
            }
        }
        return current;
    }

    /** The subjects merged into these; those that nobody was merged into are left out. */
    public static Map<Long, Set<Long>> mergedInto(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, Set<Long>> merged = new HashMap<>();
        if (ids.isEmpty()) {
            return merged;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT merged_into, id FROM subject WHERE merged_into = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("int8", ids.toArray(Long[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    merged.computeIfAbsent(row.getLong(1), k -> new TreeSet<>()).add(row.getLong(2));
                }
            }
        }
        return merged;
    }

    /** Those of the subjects that are natural persons. */
    public static Set<Long> naturalPersons(Connection connection, Collection<Long> ids) throws SQLException {
        Set<Long> persons = new TreeSet<>();
        if (ids.isEmpty()) {
            return persons;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id FROM subject WHERE id = ANY (?) AND kind = 'PERSON'")) {
            statement.setArray(1, connection.createArrayOf("int8", ids.toArray(Long[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    persons.add(row.getLong(1));
                }
            }
        }
        return persons;
    }
}

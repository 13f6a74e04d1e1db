package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.subject.entity.SubjectKind;

/** Looks subjects up by codes and by names, many with one statement each. Merged subjects hold neither any more. */
public class SubjectFinder {

    private static final String SUBJECT = "s.id, s.name, s.code, s.kind, s.provisional";

    private final Connection connection;

    public SubjectFinder(Connection connection) {
        this.connection = connection;
    }

    /** A subject that was found. */
    record Found(Long id, String name, String code, SubjectKind kind, boolean provisional) {

        private static Found read(ResultSet row, int first) throws SQLException {
            return new Found(
                    row.getLong(first),
                    row.getString(first + 1),
                    row.getString(first + 2),
                    SubjectKind.valueOf(row.getString(first + 3)),
                    row.getBoolean(first + 4));
        }
    }

    /** A subject that bears or bore a name. */
    record Named(Found subject, boolean former) {}

    /** Which subjects hold these code values, today or before. */
    public Map<String, Set<Long>> byCodes(Collection<String> codes) throws SQLException {
        Map<String, Set<Long>> ids = new HashMap<>();
        holders(codes).forEach((code, found) -> {
            Set<Long> ofCode = ids.computeIfAbsent(code, k -> new HashSet<>());
            found.forEach(subject -> ofCode.add(subject.id()));
        });
        return ids;
    }

    /** The same, with what is needed to decide between them. */
    Map<String, Set<Found>> holders(Collection<String> codes) throws SQLException {
        Map<String, Set<Found>> found = new HashMap<>();
        if (codes.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT i.value, " + SUBJECT
                + " FROM subject_identifier i JOIN subject s ON s.id = i.subject_id WHERE i.value = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", codes.toArray(String[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), k -> new LinkedHashSet<>())
                            .add(Found.read(rows, 2));
                }
            }
        }
        return found;
    }

    /**
     * Who bears or bore these names. Natural persons are left out: many people have one name, and nobody is taken for
     * another.
     *
     * @param names normalised
     */
    Map<String, List<Named>> bearers(Collection<String> names) throws SQLException {
        Map<String, List<Named>> found = new HashMap<>();
        if (names.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT n.normalised, n.former, " + SUBJECT
                + " FROM subject_name n JOIN subject s ON s.id = n.subject_id"
                + " WHERE n.normalised = ANY (?) AND s.kind <> 'PERSON'")) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray(String[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), k -> new ArrayList<>())
                            .add(new Named(Found.read(rows, 3), rows.getBoolean(2)));
                }
            }
        }
        return found;
    }
}

package org.chengxin.subject.control;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.subject.boundary.SubjectMatch;
import org.chengxin.subject.boundary.SubjectMatch.How;
import org.chengxin.subject.boundary.SubjectQuery;

/**
 * Finds the subjects of many rows with two statements: by codes, and by names for rows that hold no code. Where a row
 * points to two subjects nothing is guessed.
 */
public class SubjectFinder {

    private record Named(Long subjectId, boolean former, String currentName) {}

    private final Connection connection;

    public SubjectFinder(Connection connection) {
        this.connection = connection;
    }

    /** One answer for each query, in their order. */
    public List<SubjectMatch> match(List<SubjectQuery> queries) throws SQLException {
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (SubjectQuery query : queries) {
            boolean coded = false;
            for (SubjectCode.Classified code : query.codes()) {
                if (code.kind().isCode()) {
                    codes.add(code.value());
                    coded = true;
                }
            }
            if (!coded && query.name() != null) {
                names.add(NameNormaliser.normalise(query.name()));
            }
        }
        Map<String, Set<Long>> byCode = byCodes(codes);
        Map<String, List<Named>> byName = byNames(names);
        Map<Long, String> registered = names(byCode);
        List<SubjectMatch> matches = new ArrayList<>(queries.size());
        for (SubjectQuery query : queries) {
            matches.add(match(query, byCode, byName, registered));
        }
        return matches;
    }

    private static SubjectMatch match(
            SubjectQuery query,
            Map<String, Set<Long>> byCode,
            Map<String, List<Named>> byName,
            Map<Long, String> registered) {
        Set<Long> found = new HashSet<>();
        boolean coded = false;
        for (SubjectCode.Classified code : query.codes()) {
            if (code.kind().isCode()) {
                coded = true;
                found.addAll(byCode.getOrDefault(code.value(), Set.of()));
            }
        }
        if (coded) {
            return one(found, How.CODE, registered);
        }
        if (query.name() == null) {
            return new SubjectMatch(How.NONE, null, null);
        }
        List<Named> named = byName.getOrDefault(NameNormaliser.normalise(query.name()), List.of());
        Map<Long, String> current = new HashMap<>();
        Map<Long, String> former = new HashMap<>();
        named.forEach(n -> (n.former() ? former : current).put(n.subjectId(), n.currentName()));
        return current.isEmpty()
                ? one(former.keySet(), How.FORMER_NAME, former)
                : one(current.keySet(), How.NAME, current);
    }

    private static SubjectMatch one(Set<Long> found, How how, Map<Long, String> names) {
        if (found.isEmpty()) {
            return new SubjectMatch(How.NONE, null, null);
        }
        if (found.size() > 1) {
            return new SubjectMatch(How.AMBIGUOUS, null, null);
        }
        Long id = found.iterator().next();
        return new SubjectMatch(how, id, names.get(id));
    }

    /** Which subjects hold these code values. */
    public Map<String, Set<Long>> byCodes(Collection<String> codes) throws SQLException {
        Map<String, Set<Long>> found = new HashMap<>();
        if (codes.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT value, subject_id FROM subject_identifier WHERE value = ANY (?)")) {
            Array values = connection.createArrayOf("text", codes.toArray(String[]::new));
            statement.setArray(1, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), k -> new HashSet<>())
                            .add(rows.getLong(2));
                }
            }
        }
        return found;
    }

    private Map<String, List<Named>> byNames(Collection<String> names) throws SQLException {
        Map<String, List<Named>> found = new HashMap<>();
        if (names.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT n.normalised, n.subject_id, n.former, s.name FROM subject_name n"
                        + " JOIN subject s ON s.id = n.subject_id WHERE n.normalised = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray(String[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), k -> new ArrayList<>())
                            .add(new Named(rows.getLong(2), rows.getBoolean(3), rows.getString(4)));
                }
            }
        }
        return found;
    }

    private Map<Long, String> names(Map<String, Set<Long>> byCode) throws SQLException {
        Set<Long> ids = new HashSet<>();
        byCode.values().forEach(ids::addAll);
        Map<Long, String> names = new HashMap<>();
        if (ids.isEmpty()) {
            return names;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id, name FROM subject WHERE id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("int8", ids.toArray(Long[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.put(rows.getLong(1), rows.getString(2));
                }
            }
        }
        return names;
    }
}

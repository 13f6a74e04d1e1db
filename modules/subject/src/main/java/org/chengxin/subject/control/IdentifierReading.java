package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chengxin.kernel.code.SubjectCode.Kind;

/** Reads which codes subjects hold, today or before. */
final class IdentifierReading {

    private final Connection connection;

    IdentifierReading(Connection connection) {
        this.connection = connection;
    }

    /** The codes of each subject by kind; subjects without any are left out. */
    Map<Long, Map<Kind, Set<String>>> byKind(Collection<Long> subjects) throws SQLException {
        Map<Long, Map<Kind, Set<String>>> codes = new HashMap<>();
        if (subjects.isEmpty()) {
            return codes;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT subject_id, kind, value FROM subject_identifier WHERE subject_id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("int8", subjects.toArray(Long[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    codes.computeIfAbsent(row.getLong(1), k -> new HashMap<>())
                            .computeIfAbsent(Kind.valueOf(row.getString(2)), k -> new TreeSet<>())
                            .add(row.getString(3));
                }
            }
        }
        return codes;
    }
}

package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.subject.boundary.SubjectView;

/** Searches the whole register by code and by fragments of names; persons by their number only. */
public final class SubjectSearch {

    private static final String BY_CODE = "SELECT DISTINCT i.subject_id FROM subject_identifier i"
            + " WHERE i.value = ANY (?) AND i.subject_id > ? ORDER BY 1 LIMIT ?";
    private static final String BY_NAME = "SELECT DISTINCT n.subject_id FROM subject_name n"
            + " JOIN subject s ON s.id = n.subject_id WHERE publication.bigrams(n.normalised) @> ?::text[]"
            + " AND position(? IN n.normalised) > 0 AND s.kind <> 'PERSON' AND n.subject_id > ? ORDER BY 1 LIMIT ?";

    private final Connection connection;

    public SubjectSearch(Connection connection) {
        this.connection = connection;
    }

    /** Subjects with keys above {@code after}, in the order of their keys; none for fewer than two characters. */
    public List<SubjectView> search(String text, long after, int most) throws SQLException {
        List<Long> ids = new ArrayList<>();
        String fragment = NameNormaliser.normalise(text);
        List<String> bigrams = NameNormaliser.bigrams(text).stream()
                .filter(pair -> pair.indexOf('|') < 0)
                .toList();
        if (most < 1) {
            return List.of();
        }
        ids.addAll(byCode(text, after, most));
        if (ids.isEmpty() && !bigrams.isEmpty()) {
            ids.addAll(byName(fragment, bigrams, after, most));
        }
        Map<Long, SubjectView> views = SubjectReader.views(connection, ids);
        return ids.stream().map(views::get).filter(Objects::nonNull).toList();
    }

    private List<Long> byCode(String text, long after, int most) throws SQLException {
        List<String> values = new ArrayList<>();
        for (SubjectCode.Expected expected :
                List.of(SubjectCode.Expected.ANY, SubjectCode.Expected.REGISTRATION, SubjectCode.Expected.CITIZEN_ID)) {
            SubjectCode.Classified code = SubjectCode.classify(text, expected);
            if (code.kind().isCode()) {
                values.add(code.value());
                code.organisationCode().ifPresent(values::add);
            }
        }
        if (values.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(BY_CODE)) {
            statement.setArray(1, connection.createArrayOf("text", values.toArray(String[]::new)));
            statement.setLong(2, after);
            statement.setInt(3, most);
            return ids(statement);
        }
    }

    private List<Long> byName(String fragment, List<String> bigrams, long after, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_NAME)) {
            statement.setArray(1, connection.createArrayOf("text", bigrams.toArray(String[]::new)));
            statement.setString(2, fragment);
            statement.setLong(3, after);
            statement.setInt(4, most);
            return ids(statement);
        }
    }

    private static List<Long> ids(PreparedStatement statement) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }
}

package org.chengxin.publication.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.chengxin.publication.boundary.SubjectQuestion;
import org.chengxin.publication.boundary.Suggestion;

/** What a search would find first, with as little work as that takes. */
public final class Suggestions {

    private final Connection connection;
    private final LocalDate today;

    public Suggestions(Connection connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
    }

    public List<Suggestion> byCode(String code) throws SQLException {
        return new SubjectReading(connection, today)
                .byCode(code)
                .map(subject -> List.of(new Suggestion(subject.publicId(), subject.code(), subject.name(), null)))
                .orElse(List.of());
    }

    public List<Suggestion> byName(String fragment, int most) throws SQLException {
        return new SubjectSearch(connection, today)
                .rows(fragment, SubjectQuestion.of(fragment), null, most).items().stream()
                        .map(row -> new Suggestion(
                                row.publicId(),
                                row.code(),
                                row.name(),
                                SubjectSearch.matchedFormerName(row.name(), row.formerNames(), fragment)))
                        .toList();
    }
}

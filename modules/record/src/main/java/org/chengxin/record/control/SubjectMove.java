package org.chengxin.record.control;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chengxin.kernel.Actor;
import org.chengxin.record.entity.RecordTransition;
import org.chengxin.subject.boundary.SubjectsMerged;

/**
 * Moves the records of merged subjects, with four statements for however many. The supplier's content stays as it is:
 * what changes is only whom the register knows it to be about.
 */
final class SubjectMove {

    private static final String MERGES = "unnest(?::bigint[], ?::bigint[]) AS m(from_id, to_id)";
    /** Records of a merged subject, in whatever role. */
    private static final String TOUCHED = "WITH m AS (SELECT * FROM " + MERGES + "), touched AS ("
            + "SELECT s.record_id, m.from_id, m.to_id FROM record_subject s JOIN m ON s.subject_id = m.from_id"
            + " UNION SELECT r.id, m.from_id, m.to_id FROM credit_record r JOIN m ON r.subject_id = m.from_id) ";

    private final Connection connection;
    private final Array from;
    private final Array to;

    SubjectMove(Connection connection, List<SubjectsMerged.Merge> merges) throws SQLException {
        this.connection = connection;
        this.from = connection.createArrayOf(
                "int8", merges.stream().map(SubjectsMerged.Merge::from).toArray());
        this.to = connection.createArrayOf(
                "int8", merges.stream().map(SubjectsMerged.Merge::to).toArray());
    }

    /** Moves the records and writes an event for each; the numbers of those that moved, in order. */
    Set<String> move(Actor actor, String reason, Instant now) throws SQLException {
        Set<String> numbers = new TreeSet<>();
        // the event first, while the record still says which subject is left behind
        try (PreparedStatement events = connection.prepareStatement(
                TOUCHED + "INSERT INTO credit_record_event (record_id, occurred_at, type, from_state, to_state, actor,"
                        + " actor_organisation, activity, reason, details)"
                        + " SELECT DISTINCT ON (r.id) r.id, ?::timestamptz, ?, r.state, r.state, ?, ?::bigint,"
                        + " 'MergeSubjects', ?, jsonb_build_object('fromSubject', t.from_id::text,"
                        + " 'toSubject', t.to_id::text) FROM touched t JOIN credit_record r ON r.id = t.record_id"
                        + " ORDER BY r.id, t.from_id")) {
            bind(events, 1);
            events.setString(3, now.toString());
            events.setString(4, RecordTransition.SUBJECT_MERGED.name());
            events.setString(5, actor.username());
            events.setObject(6, actor.organisationId());
            events.setString(7, reason);
            events.executeUpdate();
        }
        try (PreparedStatement records = connection.prepareStatement(TOUCHED
                + "UPDATE credit_record r SET subject_id = coalesce((SELECT m.to_id FROM m"
                + " WHERE m.from_id = r.subject_id), r.subject_id), version = r.version + 1"
                + " WHERE r.id IN (SELECT record_id FROM touched) RETURNING r.record_no")) {
            bind(records, 1);
            try (ResultSet row = records.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getString(1));
                }
            }
        }
        execute("INSERT INTO record_subject (record_id, subject_id, role) SELECT s.record_id, m.to_id, s.role"
                + " FROM record_subject s JOIN " + MERGES + " ON s.subject_id = m.from_id ON CONFLICT DO NOTHING");
        execute("DELETE FROM record_subject s USING " + MERGES + " WHERE s.subject_id = m.from_id");
        return numbers;
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1);
            statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, int first) throws SQLException {
        statement.setArray(first, from);
        statement.setArray(first + 1, to);
    }
}

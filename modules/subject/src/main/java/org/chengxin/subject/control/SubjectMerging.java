package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.kernel.sql.BulkInsert;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.subject.boundary.MergeCandidate.Reason;
import org.chengxin.subject.boundary.SubjectSource;
import org.chengxin.subject.boundary.SubjectsMerged.Merge;
import org.chengxin.subject.control.RegistrationPlan.Pair;

/**
 * Makes two subjects one: names, codes and relations move to the one that is left, the other keeps its key and points
 * there. The same number of statements for one pair and for a thousand.
 */
public final class SubjectMerging {

    private static final String MERGES = "unnest(?::bigint[], ?::bigint[]) AS m(from_id, to_id)";

    private static final List<String> STATEMENTS = List.of(
            // a second present code of a kind is a former one
            "UPDATE subject_identifier i SET subject_id = m.to_id, valid_to = CASE WHEN i.valid_to IS NULL AND EXISTS"
                    + " (SELECT 1 FROM subject_identifier o WHERE o.subject_id = m.to_id AND o.kind = i.kind"
                    + " AND o.valid_to IS NULL) THEN ?::date ELSE i.valid_to END FROM " + MERGES
                    + " WHERE i.subject_id = m.from_id",
            "DELETE FROM subject_name n USING " + MERGES + " WHERE n.subject_id = m.from_id AND ?::date IS NOT NULL"
                    + " AND EXISTS (SELECT 1 FROM subject_name o WHERE o.subject_id = m.to_id"
                    + " AND o.normalised = n.normalised)",
            "UPDATE subject_name n SET subject_id = m.to_id, former = true, valid_to = coalesce(n.valid_to, ?::date)"
                    + " FROM " + MERGES + " WHERE n.subject_id = m.from_id",
            "UPDATE subject_relation r SET organisation_id = m.to_id, valid_to = CASE WHEN r.valid_to IS NULL"
                    + " AND EXISTS (SELECT 1 FROM subject_relation o WHERE o.organisation_id = m.to_id"
                    + " AND o.role = r.role AND o.valid_to IS NULL) THEN ?::date ELSE r.valid_to END FROM " + MERGES
                    + " WHERE r.organisation_id = m.from_id",
            "UPDATE subject_relation r SET person_id = m.to_id, valid_to = CASE WHEN r.valid_to IS NULL AND EXISTS"
                    + " (SELECT 1 FROM subject_relation o WHERE o.person_id = m.to_id AND o.role = r.role"
                    + " AND o.organisation_id = r.organisation_id AND o.valid_to IS NULL) THEN ?::date"
                    + " ELSE r.valid_to END FROM " + MERGES + " WHERE r.person_id = m.from_id");

    private final Connection connection;
    private final Instant now;
    private final SubjectSource source;

    public SubjectMerging(Connection connection, Instant now, SubjectSource source) {
        this.connection = connection;
        this.now = now;
        this.source = source;
    }

    /**
     * @param merges none of the subjects that are left is merged away itself
     * @param reason in the words of the person who decided, or REGISTRATION
     */
    public void merge(List<Merge> merges, String reason) throws SQLException {
        if (merges.isEmpty()) {
            return;
        }
        for (String sql : STATEMENTS) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                boolean dateFirst = sql.indexOf("?::date") < sql.indexOf("?::bigint");
                bind(statement, merges, dateFirst ? 2 : 1);
                statement.setString(dateFirst ? 1 : 3, CivilTime.dateOf(now).toString());
                statement.executeUpdate();
            }
        }
        markSubjects(merges);
        new FactWriter(connection, now).follow(merges);
        answer(merges, reason);
        BulkInsert events = events();
        for (Merge merge : merges) {
            event(events, merge.from(), "MERGED_INTO", merge.to(), reason);
            event(events, merge.to(), "MERGED_FROM", merge.from(), reason);
        }
        events.execute(connection);
    }

    /** The one that is left takes over a code that it lacks; whoever was merged into the other follows. */
    private void markSubjects(List<Merge> merges) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("WITH m AS (SELECT * FROM " + MERGES
                + "), gone AS (UPDATE subject s SET merged_into = m.to_id, code = NULL, updated_at = ?::timestamptz,"
                + " version = s.version + 1 FROM m WHERE s.id = m.from_id OR s.merged_into = m.from_id RETURNING s.id)"
                + " SELECT count(*) FROM gone")) {
            bind(statement, merges, 1);
            statement.setString(3, now.toString());
            statement.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement("UPDATE subject s SET code = i.value,"
                + " updated_at = ?::timestamptz, version = s.version + 1 FROM subject_identifier i, " + MERGES
                + " WHERE s.id = m.to_id AND s.code IS NULL AND i.subject_id = s.id AND i.kind = 'UNIFIED'"
                + " AND i.valid_to IS NULL")) {
            statement.setString(1, now.toString());
            bind(statement, merges, 2);
            statement.executeUpdate();
        }
    }

    /** Between the two the question is answered; one with a third party goes on with the one that is left. */
    private void answer(List<Merge> merges, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("WITH m AS (SELECT * FROM " + MERGES
                + ") INSERT INTO subject_merge_candidate (subject_id, other_id, reason, found_at,"
                + " source_submission_id, resolution, resolved_at, resolved_by, resolved_why)"
                + " SELECT least(one, two), greatest(one, two), reason, found_at, source_submission_id, resolution,"
                + " resolved_at, resolved_by, resolved_why FROM (SELECT c.*, coalesce(a.to_id, c.subject_id) AS one,"
                + " coalesce(b.to_id, c.other_id) AS two FROM subject_merge_candidate c"
                + " LEFT JOIN m a ON a.from_id = c.subject_id LEFT JOIN m b ON b.from_id = c.other_id"
                + " WHERE (a.from_id IS NOT NULL OR b.from_id IS NOT NULL)"
                + " AND c.resolution IS DISTINCT FROM 'MERGED') q"
                + " WHERE one <> two ORDER BY q.id ON CONFLICT (subject_id, other_id) DO NOTHING")) {
            bind(statement, merges, 1);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("UPDATE subject_merge_candidate c"
                + " SET resolution = 'MERGED', resolved_at = ?::timestamptz, resolved_by = ?, resolved_why = ? FROM "
                + MERGES + " WHERE c.resolution IS NULL AND m.from_id IN (c.subject_id, c.other_id)")) {
            statement.setString(1, now.toString());
            statement.setString(2, source.actor().username());
            statement.setString(3, reason);
            bind(statement, merges, 4);
            statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, List<Merge> merges, int first) throws SQLException {
        statement.setArray(
                first,
                connection.createArrayOf(
                        "int8", merges.stream().map(Merge::from).toArray()));
        statement.setArray(
                first + 1,
                connection.createArrayOf("int8", merges.stream().map(Merge::to).toArray()));
    }

    /** Provisional subjects whose registration has come. */
    void arrived(Collection<Long> subjects) throws SQLException {
        BulkInsert events = events();
        for (Long subject : subjects) {
            event(events, subject, "REGISTRATION_ARRIVED", null, null);
        }
        events.execute(connection);
    }

    void opened(Long subject, String reason) throws SQLException {
        BulkInsert events = events();
        event(events, subject, "PROVISIONAL_OPENED", null, reason);
        events.execute(connection);
    }

    /** Puts questions to the credit centre; those that stand, or were answered, are not put again. */
    void ask(Map<Pair, Reason> doubts) throws SQLException {
        BulkInsert rows = BulkInsert.into(
                "subject_merge_candidate",
                "subject_id bigint",
                "other_id bigint",
                "reason text",
                "found_at timestamptz",
                "source_submission_id bigint");
        doubts.forEach(
                (pair, reason) -> rows.add(pair.subjectId(), pair.otherId(), reason, now, source.submissionId()));
        rows.execute(connection, "ON CONFLICT (subject_id, other_id) DO NOTHING");
    }

    /** Pairs with one of these subjects that a person has said to be two. */
    Set<Pair> different(Collection<Long> subjects) throws SQLException {
        Set<Pair> pairs = new HashSet<>();
        if (subjects.isEmpty()) {
            return pairs;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT subject_id, other_id FROM subject_merge_candidate"
                        + " WHERE resolution = 'DIFFERENT' AND (subject_id = ANY (?) OR other_id = ANY (?))")) {
            for (int i = 1; i <= 2; i++) {
                statement.setArray(i, connection.createArrayOf("int8", subjects.toArray(Long[]::new)));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    pairs.add(new Pair(row.getLong(1), row.getLong(2)));
                }
            }
        }
        return pairs;
    }

    private static BulkInsert events() {
        return BulkInsert.into(
                "subject_event",
                "subject_id bigint",
                "occurred_at timestamptz",
                "type text",
                "other_id bigint",
                "actor text",
                "actor_organisation bigint",
                "submission_id bigint",
                "reason text");
    }

    private void event(BulkInsert events, Long subject, String type, Long other, String reason) {
        events.add(
                subject,
                now,
                type,
                other,
                source.actor().username(),
                source.actor().organisationId(),
                source.submissionId(),
                reason);
    }
}

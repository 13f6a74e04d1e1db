package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.subject.boundary.MergeCandidate;
import org.chengxin.subject.boundary.SubjectView;
import org.chengxin.subject.entity.SubjectKind;

/** Which two subjects may be one, as a person decides it. */
public final class MergeQuestions {

    private final Connection connection;

    public MergeQuestions(Connection connection) {
        this.connection = connection;
    }

    private record Asked(
            long id, String reason, long subjectId, long otherId, OffsetDateTime foundAt, String submissionNo) {}

    /** Questions that nobody has decided, oldest first. */
    public List<MergeCandidate> open(long after, int most) throws SQLException {
        List<Asked> asked = new ArrayList<>();
        Set<Long> ids = new HashSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT c.id, c.reason, c.subject_id, c.other_id, c.found_at, l.no"
                        + " FROM subject_merge_candidate c LEFT JOIN submission l ON l.id = c.source_submission_id"
                        + " WHERE c.resolution IS NULL AND c.id > ? ORDER BY c.id LIMIT ?")) {
            statement.setLong(1, after);
            statement.setInt(2, Math.max(most, 0));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Asked question = new Asked(
                            row.getLong(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getObject(5, OffsetDateTime.class),
                            row.getString(6));
                    asked.add(question);
                    ids.add(question.subjectId());
                    ids.add(question.otherId());
                }
            }
        }
        Map<Long, SubjectView> views = SubjectReader.views(connection, ids);
        return asked.stream()
                .map(question -> new MergeCandidate(
                        question.id(),
                        MergeCandidate.Reason.valueOf(question.reason()),
                        views.get(question.subjectId()),
                        views.get(question.otherId()),
                        question.foundAt(),
                        question.submissionNo()))
                .toList();
    }

    /** Refuses a merge that makes no sense; see {@link org.chengxin.subject.boundary.SubjectDesk#merge}. */
    public void refuseMerge(Long from, Long into, String reason) throws SQLException {
        demandReason(reason);
        if (Objects.equals(from, into)) {
            throw BusinessRefusal.invalid("MERGE_WITH_ITSELF");
        }
        SubjectKeys.lockRegister(connection);
        Map<Long, SubjectView> views = SubjectReader.views(connection, List.of(from, into));
        Map<Long, Long> current = SubjectReader.current(connection, List.of(from, into));
        for (Long id : List.of(from, into)) {
            if (!views.containsKey(id)) {
                throw BusinessRefusal.notFound("SUBJECT_UNKNOWN", id);
            }
            if (!current.get(id).equals(id)) {
                throw BusinessRefusal.conflict(
                        "SUBJECT_MERGED_ALREADY", views.get(id).name());
            }
        }
        boolean person = views.get(from).kind() == SubjectKind.PERSON;
        if (person != (views.get(into).kind() == SubjectKind.PERSON)) {
            throw BusinessRefusal.conflict("MERGE_OF_PERSON");
        }
        if (views.get(into).provisional() && !views.get(from).provisional()) {
            throw BusinessRefusal.conflict(
                    "MERGE_INTO_PROVISIONAL", views.get(into).name());
        }
    }

    /** Two subjects stay two. */
    public void keepApart(Long candidate, String reason, Actor actor, Instant now) throws SQLException {
        demandReason(reason);
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE subject_merge_candidate SET resolution = 'DIFFERENT',"
                        + " resolved_at = ?::timestamptz, resolved_by = ?, resolved_why = ?"
                        + " WHERE id = ? AND resolution IS NULL")) {
            statement.setString(1, now.toString());
            statement.setString(2, actor.username());
            statement.setString(3, reason.strip());
            statement.setLong(4, candidate);
            if (statement.executeUpdate() == 0) {
                throw BusinessRefusal.notFound("MERGE_CANDIDATE_UNKNOWN", candidate);
            }
        }
    }

    private static void demandReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw BusinessRefusal.invalid("REASON_REQUIRED");
        }
    }
}

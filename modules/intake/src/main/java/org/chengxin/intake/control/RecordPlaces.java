package org.chengxin.intake.control;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengxin.intake.entity.Submission;

/**
 * Which record each row of a chunk belongs to on the day of its approval. That may have changed since the check: another
 * lot brought the record meanwhile, the row whose duplicate this is was sent back, or the enterprise registered under
 * another code.
 */
final class RecordPlaces {

    /**
     * Where a row goes.
     *
     * @param makesNothing its record has this content already, on record or from an earlier row of the chunk
     */
    record Taken(ApprovedRows.Row row, StagedRows.Place place, boolean makesNothing) {

        private boolean moved() {
            return makesNothing != row.makesNothing() || !place.recordNo().equals(row.recordNo());
        }
    }

    private final Connection connection;
    private final Submission lot;
    private final Map<String, StagedRows.Place> byKey;
    private final Map<Long, StagedRows.Place> bySubject = new HashMap<>();

    /** The records of the rows' keys are looked up once. */
    RecordPlaces(Connection connection, Submission lot, Collection<ApprovedRows.Row> rows) throws SQLException {
        this.connection = connection;
        this.lot = lot;
        this.byKey = StagedRows.recordsByKey(
                connection,
                lot.itemId(),
                lot.organisationId(),
                rows.stream().map(ApprovedRows.Row::dedupeKey).collect(Collectors.toSet()));
    }

    /** Items with one record for each subject: its record is found by the subject too, whatever code the key holds. */
    void lookUpSubjects(Collection<Long> subjectIds) throws SQLException {
        bySubject.putAll(
                StagedRows.recordsBySubject(connection, lot.itemId(), lot.organisationId(), new HashSet<>(subjectIds)));
    }

    /**
     * Takes rows in their order, each record once: where a record comes again with other content, that is a version of
     * its own in a transaction of its own, and the chunk ends before it.
     *
     * @param subjectOf answers null for a row whose subject does not lead to its record
     */
    List<Taken> take(List<ApprovedRows.Row> rows, Function<ApprovedRows.Row, Long> subjectOf) {
        Map<String, StagedRows.Place> byKeyNow = new HashMap<>(byKey);
        Map<Long, StagedRows.Place> bySubjectNow = new HashMap<>(bySubject);
        Set<Long> written = new HashSet<>();
        List<Taken> taken = new ArrayList<>(rows.size());
        for (ApprovedRows.Row row : rows) {
            Long subjectId = subjectOf.apply(row);
            StagedRows.Place known = byKeyNow.get(row.dedupeKey());
            if (known == null && subjectId != null) {
                known = bySubjectNow.get(subjectId);
            }
            boolean same = known != null && known.contentHash().equals(row.contentHash());
            StagedRows.Place place = known == null
                    ? new StagedRows.Place(row.recordId(), row.recordNo(), row.contentHash())
                    : new StagedRows.Place(known.recordId(), known.recordNo(), row.contentHash());
            if (!same && !written.add(place.recordId())) {
                break;
            }
            byKeyNow.put(row.dedupeKey(), place);
            if (subjectId != null) {
                bySubjectNow.put(subjectId, place);
            }
            taken.add(new Taken(row, place, same));
        }
        return taken;
    }

    /** Rows that turned out to belong elsewhere than the check said: with two statements at most. */
    void move(List<Taken> taken) throws SQLException {
        List<Taken> moved = taken.stream().filter(Taken::moved).toList();
        if (moved.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE staged_row t SET record_no = x.record_no,"
                + " record_id = x.record_id, makes_nothing = x.makes_nothing"
                + " FROM unnest(?::int[], ?::text[], ?::bigint[], ?::bool[])"
                + " AS x(row_no, record_no, record_id, makes_nothing)"
                + " WHERE t.submission_id = ? AND t.received_at = ? AND t.row_no = x.row_no")) {
            update.setArray(1, array("int4", moved, each -> each.row().rowNo()));
            update.setArray(2, array("text", moved, each -> each.place().recordNo()));
            update.setArray(3, array("int8", moved, each -> each.place().recordId()));
            update.setArray(4, array("bool", moved, Taken::makesNothing));
            update.setLong(5, lot.id());
            update.setObject(6, lot.receivedAt());
            update.executeUpdate();
        }
        List<Taken> begin = moved.stream()
                .filter(each -> each.row().makesNothing() && !each.makesNothing())
                .toList();
        if (begin.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM finding WHERE submission_id = ?"
                + " AND received_at = ? AND row_no = ANY (?) AND rule = '" + FindingRule.DUPLICATE + "'")) {
            delete.setLong(1, lot.id());
            delete.setObject(2, lot.receivedAt());
            delete.setArray(3, array("int4", begin, each -> each.row().rowNo()));
            delete.executeUpdate();
        }
    }

    private Array array(String type, List<Taken> rows, Function<Taken, Object> value) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}

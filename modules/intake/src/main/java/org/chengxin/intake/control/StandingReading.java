package org.chengxin.intake.control;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengxin.intake.boundary.ShownState;
import org.chengxin.intake.entity.LotPart;
import org.chengxin.intake.entity.Submission;
import org.chengxin.intake.entity.SubmissionState;
import org.chengxin.record.entity.RecordState;

/** How the accepted rows of lots stand, by the records that they belong to; one statement, however many lots. */
final class StandingReading {

    /**
     * How the accepted rows of a lot stand.
     *
     * @param toClassify records of its own that wait for a person to say their section, when its rows are through
     *     otherwise. Such a lot is not done: every one of them has an open task, and with the last one it is
     * @param inParts rows taken by parts that are under way, which the lot itself does not count yet
     */
    record Standing(Map<RecordState, Integer> states, int toClassify, int inParts) {}

    private static final String BY_STATE = "SELECT l.id, CASE WHEN r.state IS NULL OR t.round < 0"
            + " OR (NOT t.makes_nothing AND (t.round > l.round OR (t.round = l.round"
            + " AND t.row_no > coalesce(p.last_row_admitted, l.last_row))))"
            + " THEN 'IN_REVIEW' ELSE r.state END AS state, count(*), count(DISTINCT r.id)"
            + " FILTER (WHERE " + ShownState.waits("t.submission_id") + "),"
            + " (SELECT coalesce(sum(rows_admitted), 0) FROM lot_part WHERE submission_id = l.id)"
            + " FROM (SELECT s.id, s.received_at, a.last_row, a.round FROM submission s"
            + " JOIN unnest(?::bigint[], ?::integer[], ?::integer[]) a (id, last_row, round) ON a.id = s.id) l"
            + " JOIN staged_row t ON t.submission_id = l.id AND t.received_at = l.received_at"
            + " LEFT JOIN credit_record r ON r.id = t.record_id"
            + " LEFT JOIN lot_part p ON p.submission_id = t.submission_id"
            + " AND p.part = " + LotPart.numberOf("t.subject_id", "p.parts")
            + " WHERE t.outcome = 'ACCEPTED' GROUP BY 1, 2";

    private final Connection connection;

    /**
     * @param connection on which {@code registry} is the current schema
     */
    StandingReading(Connection connection) {
        this.connection = connection;
    }

    /** The standing of each of these lots, by key. */
    Map<Long, Standing> of(List<Submission> lots) throws SQLException {
        Map<Long, Standing> standings =
                byRecords(lots.stream().filter(StandingReading::hasRecords).toList());
        for (Submission lot : lots) {
            standings.computeIfAbsent(
                    lot.id(),
                    id -> new Standing(
                            hasRecords(lot)
                                    ? Map.of()
                                    : Map.of(
                                            lot.state() == SubmissionState.RETURNED
                                                    ? RecordState.RETURNED
                                                    : RecordState.IN_REVIEW,
                                            lot.tally().accepted()),
                            0,
                            0));
        }
        return standings;
    }

    private static boolean hasRecords(Submission lot) {
        return switch (lot.state()) {
            case RETURNED -> false;
            case PROCESSING, DONE -> true;
            default -> lot.round() > 0;
        };
    }

    /** Every accepted row counts in the state of the record it belongs to, also where it made nothing new. */
    private Map<Long, Standing> byRecords(List<Submission> lots) throws SQLException {
        Map<Long, Standing> standings = new HashMap<>();
        if (lots.isEmpty()) {
            return standings;
        }
        Map<Long, Submission> byId = lots.stream().collect(Collectors.toMap(Submission::id, Function.identity()));
        try (PreparedStatement statement = connection.prepareStatement(BY_STATE)) {
            statement.setArray(1, array("int8", lots, Submission::id));
            statement.setArray(2, array("int4", lots, StandingReading::lastRow));
            statement.setArray(3, array("int4", lots, Submission::round));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Long id = row.getLong(1);
                    Standing before = standings.getOrDefault(id, new Standing(new EnumMap<>(RecordState.class), 0, 0));
                    before.states().merge(RecordState.valueOf(row.getString(2)), row.getInt(3), Integer::sum);
                    int toClassify = byId.get(id).state() == SubmissionState.DONE ? row.getInt(4) : 0;
                    standings.put(id, new Standing(before.states(), before.toClassify() + toClassify, row.getInt(5)));
                }
            }
        }
        return standings;
    }

    /** Behind it rows are not records yet; a lot that is done has none. */
    private static int lastRow(Submission lot) {
        return lot.state() == SubmissionState.DONE
                ? Integer.MAX_VALUE
                : lot.rounds().lastRowAdmitted();
    }

    private Array array(String type, List<Submission> lots, Function<Submission, Object> value) throws SQLException {
        return connection.createArrayOf(type, lots.stream().map(value).toArray());
    }
}

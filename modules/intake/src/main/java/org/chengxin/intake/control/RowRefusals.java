package org.chengxin.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.entity.SettlementAction;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;

/** Rows that end here: dropped by the supplier, sent back by the credit centre, or refused by the reviewer. */
@ApplicationScoped
public class RowRefusals {

    private static final String ROWS = " submission_id = ? AND received_at = ? AND row_no = ANY (?)";

    private static final String OF_ROUND = "SELECT t.row_no FROM staged_row t WHERE t.submission_id = ?"
            + " AND t.received_at = ? AND t.round = ? AND t.outcome = 'ACCEPTED'";

    private static final String OR_THE_SAME = " AND (t.row_no = ANY (?) OR t.makes_nothing"
            + " AND (t.record_id, t.content_hash) IN (SELECT c.record_id, c.content_hash FROM staged_row c"
            + " WHERE c.submission_id = ? AND c.received_at = ? AND c.row_no = ANY (?) AND c.round = ?"
            + " AND c.outcome = 'ACCEPTED'))";

    /** Rows that are read and written at a time. */
    private static final int SLICE = 2_000;

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    SettlementLog log;

    /**
     * Rejects rows of a lot, which the caller has locked, with a finding that gives the reason.
     *
     * @param outcomes only rows that have one of them
     * @return how many
     */
    public int reject(
            Submission lot,
            Collection<Integer> rowNos,
            List<String> outcomes,
            SettlementAction action,
            Actor actor,
            String reason) {
        try {
            RowCounts counts = write(lot, rowNos, outcomes, action, actor, reason);
            lot.settled(counts, action.bySupplier());
            return counts.of("REJECTED");
        } catch (SQLException e) {
            throw new IllegalStateException("rows of " + lot.no() + " could not be rejected", e);
        }
    }

    /** The reviewer refuses the rows of the lot's present round. */
    public RowCounts ofRound(Submission lot, Actor reviewer, String reason) {
        try {
            return write(
                    lot,
                    acceptedOfRound(connection(), lot, null),
                    List.of("ACCEPTED"),
                    SettlementAction.REVIEW_RETURN,
                    reviewer,
                    reason);
        } catch (SQLException e) {
            throw new IllegalStateException("rows of " + lot.no() + " could not be sent back", e);
        }
    }

    /**
     * The reviewer refuses some rows of the lot's present round, which the caller has locked; the others stay in review.
     * Rows of the round that say the same of the same record go with them: nobody looks at them, and on approval they
     * would become what was just refused.
     *
     * @return how many
     */
    public int inReview(Submission lot, Collection<Integer> rowNos, Actor reviewer, String reason) {
        try {
            RowCounts counts = write(
                    lot,
                    acceptedOfRound(connection(), lot, rowNos),
                    List.of("ACCEPTED"),
                    SettlementAction.REVIEW_RETURN,
                    reviewer,
                    reason);
            lot.sentBack(counts);
            return counts.of("REJECTED");
        } catch (SQLException e) {
            throw new IllegalStateException("rows of " + lot.no() + " could not be sent back", e);
        }
    }

    /** @param chosen only these, and what says the same; null for all */
    static List<Integer> acceptedOfRound(Connection connection, Submission lot, Collection<Integer> chosen)
            throws SQLException {
        List<Integer> rowNos = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(chosen == null ? OF_ROUND : OF_ROUND + OR_THE_SAME)) {
            select.setLong(1, lot.id());
            select.setObject(2, lot.receivedAt());
            select.setInt(3, lot.round());
            if (chosen != null) {
                Array numbers = connection.createArrayOf("int4", chosen.toArray(Integer[]::new));
                select.setArray(4, numbers);
                select.setLong(5, lot.id());
                select.setObject(6, lot.receivedAt());
                select.setArray(7, numbers);
                select.setInt(8, lot.round());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rowNos.add(row.getInt(1));
                }
            }
        }
        return rowNos;
    }

    private RowCounts write(
            Submission lot,
            Collection<Integer> rowNos,
            List<String> outcomes,
            SettlementAction action,
            Actor actor,
            String reason)
            throws SQLException {
        RowCounts counts = new RowCounts();
        for (List<Integer> slice : Slices.of(rowNos, SLICE)) {
            writeSlice(lot, new WaitingRows(connection(), lot).rows(slice, outcomes), action, actor, reason, counts);
        }
        return counts;
    }

    private void writeSlice(
            Submission lot,
            List<WaitingRows.Row> rows,
            SettlementAction action,
            Actor actor,
            String reason,
            RowCounts counts)
            throws SQLException {
        List<SettlementLog.Before> notes = new ArrayList<>();
        List<Integer> nos = new ArrayList<>();
        for (WaitingRows.Row row : rows) {
            counts.move(row.outcome(), "REJECTED");
            notes.add(row.before(Map.of()));
            nos.add(row.rowNo());
        }
        execute(
                lot,
                nos,
                "UPDATE staged_row SET outcome = 'REJECTED', record_no = NULL, record_id = NULL, makes_nothing = false,"
                        + " subject_id = NULL WHERE" + ROWS,
                List.of());
        execute(
                lot,
                nos,
                "INSERT INTO finding (submission_id, received_at, row_no, seq, rule, severity, args)"
                        + " SELECT t.submission_id, t.received_at, t.row_no, 1 + coalesce((SELECT max(f.seq) FROM finding f"
                        + " WHERE f.submission_id = t.submission_id AND f.received_at = t.received_at"
                        + " AND f.row_no = t.row_no), 0), ?, 'ERROR', ?::jsonb FROM staged_row t WHERE" + ROWS,
                List.of(
                        rule(action).name(),
                        Json.createArrayBuilder()
                                .add(reason == null ? "" : reason)
                                .build()
                                .toString()));
        log.note(lot, action, actor, reason, notes);
    }

    private static FindingRule rule(SettlementAction action) {
        return switch (action) {
            case DROP -> FindingRule.DROPPED;
            case RETURN -> FindingRule.RETURNED_BY_CENTRE;
            default -> FindingRule.RETURNED_BY_REVIEWER;
        };
    }

    private void execute(Submission lot, List<Integer> rowNos, String sql, List<String> first) throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            int i = 0;
            for (String value : first) {
                statement.setString(++i, value);
            }
            statement.setLong(++i, lot.id());
            statement.setObject(++i, lot.receivedAt());
            statement.setArray(++i, connection().createArrayOf("int4", rowNos.toArray(Integer[]::new)));
            statement.executeUpdate();
        }
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}

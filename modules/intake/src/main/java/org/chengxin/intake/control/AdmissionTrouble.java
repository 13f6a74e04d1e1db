package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chengxin.intake.entity.LotPart;
import org.chengxin.intake.entity.Submission;

/**
 * What is known of a part of a lot whose rows cannot all become records. A chunk that failed is tried again with an eighth of its
 * rows, and so on, until the one row that fails alone is found. It is set aside, and the lot goes on without it. (A record
 * that fails cannot be passed over inside its transaction: it would leave half an instance.)
 */
public final class AdmissionTrouble {

    /** The round of rows that are set aside: none. */
    public static final int NO_ROUND = -1;

    private static final int PARTS = 8;
    /** A lot of which more fails is not what its rows are to blame for. */
    private static final int MOST_SET_ASIDE = 10;

    private final Connection connection;
    private final LotPart part;

    public AdmissionTrouble(Connection connection, LotPart part) {
        this.connection = connection;
        this.part = part;
    }

    /**
     * How the next try goes.
     *
     * @param chunk at most so many rows
     * @param untilRow the last row of the chunk that failed first; when it is through, the trouble is over
     * @param culprit the row that failed alone; null while it is not found
     * @param cause why, in one line without content
     */
    public record State(int chunk, int untilRow, Integer culprit, String cause) {}

    /** Empty for a part without trouble. */
    public Optional<State> of(Submission lot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT chunk, until_row, culprit, cause FROM admission_trouble WHERE submission_id = ? AND part = ?")) {
            statement.setLong(1, lot.id());
            statement.setInt(2, part.number());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new State(
                                row.getInt(1), row.getInt(2), row.getObject(3, Integer.class), row.getString(4)))
                        : Optional.empty();
            }
        }
    }

    /** The next chunk failed: the next try takes less, or leaves out the one row that it was. */
    public void failed(Submission lot, String cause) throws SQLException {
        Optional<State> before = of(lot);
        int chunk = before.map(State::chunk).orElse(LotAdmission.CHUNK);
        List<Integer> rows = new ApprovedRows(connection, lot, part, new PartPositions(connection).lastRow(lot, part))
                .nextNumbers(chunk);
        if (rows.isEmpty() || before.map(State::culprit).isPresent()) {
            return;
        }
        // a passing failure hits anybody: a row is left out when it has failed alone twice
        boolean aloneBefore = before.filter(state -> state.chunk() == 1).isPresent();
        Integer culprit = aloneBefore && rows.size() == 1 && setAside(lot) < MOST_SET_ASIDE ? rows.get(0) : null;
        int until = before.map(State::untilRow).orElse(rows.get(rows.size() - 1));
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO admission_trouble"
                + " (submission_id, chunk, until_row, culprit, cause, part) VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (submission_id, part) DO UPDATE SET chunk = excluded.chunk, culprit = excluded.culprit,"
                + " cause = excluded.cause")) {
            statement.setLong(1, lot.id());
            statement.setInt(2, Math.max(1, Math.min(chunk, rows.size()) / PARTS));
            statement.setInt(3, until);
            statement.setObject(4, culprit, java.sql.Types.INTEGER);
            statement.setString(5, cause);
            statement.setInt(6, part.number());
            statement.executeUpdate();
        }
    }

    /** Takes the culprit out of its lot's rounds, where it stays accepted and waits to be tried again. */
    public void setAside(Submission lot, State state, Instant now) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("UPDATE staged_row SET round = " + NO_ROUND
                        + " WHERE submission_id = ? AND received_at = ? AND row_no = ?");
                PreparedStatement noted = connection.prepareStatement(
                        "INSERT INTO set_aside_row (submission_id, row_no, cause, set_aside_at) VALUES (?, ?, ?, ?)")) {
            row.setLong(1, lot.id());
            row.setObject(2, lot.receivedAt());
            row.setInt(3, state.culprit());
            row.executeUpdate();
            noted.setLong(1, lot.id());
            noted.setInt(2, state.culprit());
            noted.setString(3, state.cause());
            noted.setObject(4, now.atOffset(ZoneOffset.UTC));
            noted.executeUpdate();
        }
        over(lot);
    }

    /** Everything that failed together is through, or the culprit is out of the way. */
    public void over(Submission lot) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM admission_trouble WHERE submission_id = ? AND part = ?")) {
            statement.setLong(1, lot.id());
            statement.setInt(2, part.number());
            statement.executeUpdate();
        }
    }

    private long setAside(Submission lot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT count(*) FROM set_aside_row WHERE submission_id = ? AND retried_at IS NULL")) {
            statement.setLong(1, lot.id());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}

package org.chengxin.intake.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;

/** Draws the sample of a review, keeps it, and remembers who looked at which of its rows. */
public final class SampleDraw {

    private static final String CLEAN = RemainderReading.OF_ROUND + " AND NOT" + RemainderReading.FLAGGED;

    /**
     * How it was drawn.
     *
     * @param limit AQL in per cent
     */
    public record Drawn(
            long submissionId,
            int round,
            int lotSize,
            String level,
            BigDecimal limit,
            SamplingPlan plan,
            long seed,
            OffsetDateTime at) {}

    /**
     * A row of the sample.
     *
     * @param seenAt when the actor looked at it first; null: not yet
     */
    public record Row(ReviewRow staged, OffsetDateTime seenAt) {

        public int rowNo() {
            return staged.rowNo();
        }
    }

    private final Connection connection;

    public SampleDraw(Connection connection) {
        this.connection = connection;
    }

    /**
     * The sample of a review; empty if none was drawn.
     *
     * @param open whether the review goes on: then it has the sample of the lot's present round, whoever it was drawn for
     */
    public Optional<Drawn> of(Submission lot, String review, boolean open) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT submission_id, round, lot_size,"
                + " inspection_level, aql, code_letter, sample_size, acceptance_number, seed, drawn_at FROM lot_sample"
                + " WHERE submission_id = ? AND (review = ? OR (? AND round = ?))")) {
            select.setLong(1, lot.id());
            select.setString(2, review);
            select.setBoolean(3, open);
            select.setInt(4, lot.round());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Drawn(
                                row.getLong(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getString(4),
                                row.getBigDecimal(5).stripTrailingZeros(),
                                new SamplingPlan(row.getString(6), row.getInt(7), row.getInt(8)),
                                row.getLong(9),
                                row.getObject(10, OffsetDateTime.class)))
                        : Optional.empty();
            }
        }
    }

    /**
     * Draws it, unless somebody else has just drawn it: of two who draw at once the second waits and finds the first
     * one's. Locks the lot, as sending rows back does.
     *
     * @param seeds asked once, if it is drawn here
     */
    public Drawn draw(
            Submission lot,
            String review,
            SamplingPlan.Level level,
            BigDecimal limit,
            LongSupplier seeds,
            Actor actor,
            OffsetDateTime now)
            throws SQLException {
        // rows sent back meanwhile would be counted and not drawn
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT id FROM submission WHERE id = ? FOR UPDATE")) {
            lock.setLong(1, lot.id());
            lock.execute();
        }
        int clean = count(lot);
        SamplingPlan plan = SamplingPlan.of(clean, level, limit);
        long seed = seeds.getAsLong();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO lot_sample (submission_id, round,"
                + " review, lot_size, inspection_level, aql, code_letter, sample_size, acceptance_number, seed,"
                + " drawn_for, drawn_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setLong(1, lot.id());
            insert.setInt(2, lot.round());
            insert.setString(3, review);
            insert.setInt(4, clean);
            insert.setString(5, level.name());
            insert.setBigDecimal(6, limit);
            insert.setString(7, plan.codeLetter());
            insert.setInt(8, plan.size());
            insert.setInt(9, plan.acceptance());
            insert.setLong(10, seed);
            insert.setString(11, actor.username());
            insert.setObject(12, now);
            if (insert.executeUpdate() == 1) {
                keep(lot, seed, plan.size());
            }
        }
        return of(lot, review, true).orElseThrow();
    }

    private int count(Submission lot) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT count(*)" + CLEAN)) {
            bind(select, lot);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void keep(Submission lot, long seed, int size) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO lot_sample_row (submission_id, round,"
                + " row_no) SELECT t.submission_id, t.round, t.row_no" + CLEAN
                + " ORDER BY md5(? || ':' || t.row_no), t.row_no LIMIT ?")) {
            bind(insert, lot);
            insert.setString(4, String.valueOf(seed));
            insert.setInt(5, size);
            insert.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Submission lot) throws SQLException {
        statement.setLong(1, lot.id());
        statement.setObject(2, lot.receivedAt());
        statement.setInt(3, lot.round());
    }

    /** Rows of it from after a row on, in the order of the file. */
    public List<Row> rows(Drawn drawn, OffsetDateTime receivedAt, String actor, int afterRow, int most)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT " + ReviewRow.COLUMNS
                + ", l.seen_at FROM lot_sample_row s JOIN staged_row t"
                + " ON t.submission_id = s.submission_id AND t.row_no = s.row_no AND t.received_at = ?"
                + " LEFT JOIN lot_sample_look l ON l.submission_id = s.submission_id AND l.round = s.round"
                + " AND l.row_no = s.row_no AND l.actor = ? WHERE s.submission_id = ? AND s.round = ?"
                + " AND s.row_no > ? ORDER BY s.row_no LIMIT ?")) {
            select.setObject(1, receivedAt);
            select.setString(2, actor);
            select.setLong(3, drawn.submissionId());
            select.setInt(4, drawn.round());
            select.setInt(5, afterRow);
            select.setInt(6, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(ReviewRow.of(row), row.getObject(6, OffsetDateTime.class)));
                }
            }
        }
        return rows;
    }

    /**
     * How far an actor is.
     *
     * @param seen how many rows that actor has looked at
     * @param firstUnseen the first one not looked at; null for none
     * @param previous the row before a page; null for none
     * @param place how many rows there are up to the end of the page
     */
    public record Progress(int seen, Integer firstUnseen, Integer previous, int place) {}

    /** How far an actor is, and where a page from one row to another stands in the sample. */
    public Progress progress(Drawn drawn, String actor, int from, int to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT count(l.row_no),"
                + " min(s.row_no) FILTER (WHERE l.row_no IS NULL), max(s.row_no) FILTER (WHERE s.row_no < ?),"
                + " count(*) FILTER (WHERE s.row_no <= ?) FROM lot_sample_row s LEFT JOIN lot_sample_look l"
                + " ON l.submission_id = s.submission_id AND l.round = s.round AND l.row_no = s.row_no AND l.actor = ?"
                + " WHERE s.submission_id = ? AND s.round = ?")) {
            select.setInt(1, from);
            select.setInt(2, to);
            select.setString(3, actor);
            select.setLong(4, drawn.submissionId());
            select.setInt(5, drawn.round());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Progress(
                        row.getInt(1), row.getObject(2, Integer.class), row.getObject(3, Integer.class), row.getInt(4));
            }
        }
    }

    /** How many of its rows an actor has looked at. */
    public int seen(Drawn drawn, String actor) throws SQLException {
        return progress(drawn, actor, 0, 0).seen();
    }

    /**
     * Remembers a look at rows; what was seen before keeps its time, and rows that are none of the sample are passed over.
     */
    public void look(Drawn drawn, Collection<Integer> rowNos, Actor actor, OffsetDateTime now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO lot_sample_look (submission_id, round,"
                + " row_no, actor, actor_name, seen_at) SELECT submission_id, round, row_no, ?, ?, ? FROM lot_sample_row"
                + " WHERE submission_id = ? AND round = ? AND row_no = ANY (?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, actor.username());
            insert.setString(2, actor.displayName());
            insert.setObject(3, now);
            insert.setLong(4, drawn.submissionId());
            insert.setInt(5, drawn.round());
            insert.setArray(6, connection.createArrayOf("int4", rowNos.toArray(Integer[]::new)));
            insert.executeUpdate();
        }
    }
}

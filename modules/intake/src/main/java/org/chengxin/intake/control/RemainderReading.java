package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.Submission;

/** Reads what a reviewer has on the desk: the flagged rows of a lot's round, and the remainder by what it has in common. */
public final class RemainderReading {

    /** Rows of a round that become records on approval. */
    static final String OF_ROUND = " FROM staged_row t WHERE t.submission_id = ? AND t.received_at = ? AND t.round = ?"
            + " AND t.outcome = 'ACCEPTED' AND NOT t.makes_nothing";

    /** Something was found that a person should look at; remarks are not. */
    static final String FLAGGED = " EXISTS (SELECT 1 FROM finding f WHERE f.submission_id = t.submission_id"
            + " AND f.received_at = t.received_at AND f.row_no = t.row_no AND f.severity <> 'INFO')";

    /** The same by its numbers: few are found and then looked up, where the many would each be asked whether they are. */
    private static final String AMONG_FLAGGED = " AND t.row_no IN (SELECT f.row_no FROM finding f WHERE"
            + " f.submission_id = ? AND f.received_at = ? AND f.severity <> 'INFO')";

    /** The bands of an amount begin here, in yuan: below 10,000, 100,000, a million, and more. */
    private static final String BANDS = "ARRAY[10000, 100000, 1000000]::numeric[]";

    private static final int YUAN_OF_WAN = 10_000;

    /**
     * Rows that are alike.
     *
     * @param kind as kept, of the field that says what kind of decision it is; null for none
     * @param severity as the supplier stated it; null for none
     * @param authority null for none
     * @param band 0 to 3, see {@link #BANDS}; null for no amount
     */
    public record Group(String kind, String severity, String authority, Integer band, int rows) {}

    private final Connection connection;
    private final Submission lot;

    public RemainderReading(Connection connection, Submission lot) {
        this.connection = connection;
        this.lot = lot;
    }

    /** The rows in which nothing was found: how many they are, and the largest groups of them. */
    public record Rest(int rows, List<Group> groups) {}

    /** How many rows there are in which something was found. */
    public int flaggedRows() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT count(*)" + OF_ROUND + AMONG_FLAGGED)) {
            bindFlagged(select, bind(select, 0));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Flagged rows from after a row on, in the order of the file. */
    public List<ReviewRow> flagged(int afterRow, int most) throws SQLException {
        List<ReviewRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT " + ReviewRow.COLUMNS + OF_ROUND
                + AMONG_FLAGGED + " AND t.row_no > ? ORDER BY t.row_no LIMIT ?")) {
            int bound = bindFlagged(select, bind(select, 0));
            select.setInt(bound + 1, afterRow);
            select.setInt(bound + 2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(ReviewRow.of(row));
                }
            }
        }
        return rows;
    }

    /**
     * The rows in which nothing was found, grouped by what they say by the item's meanings: the largest groups first. One
     * statement, whatever the lot's size: all rows, less the flagged ones.
     */
    public Rest rest(ItemDefinition item, int most) throws SQLException {
        FieldDefinition amount = item.fields().stream()
                .filter(field -> field.type() == FieldType.AMOUNT_YUAN || field.type() == FieldType.AMOUNT_WAN)
                .findFirst()
                .orElse(null);
        List<Group> groups = new ArrayList<>();
        int rows = 0;
        try (PreparedStatement select = connection.prepareStatement("SELECT kind, severity, authority, band, sum(n),"
                + " sum(sum(n)) OVER () FROM (SELECT t.content ->> ?::text AS kind, t.severity,"
                + " t.content ->> ?::text AS authority, width_bucket((t.content ->> ?::text)::numeric * ?, " + BANDS
                + ") AS band, n FROM (SELECT t.content, t.severity, 1 AS n" + OF_ROUND
                + " UNION ALL SELECT t.content, t.severity, -1" + OF_ROUND + AMONG_FLAGGED + ") t) g"
                + " GROUP BY kind, severity, authority, band HAVING sum(n) > 0"
                + " ORDER BY sum(n) DESC, kind, severity, authority, band LIMIT ?")) {
            select.setString(1, name(item, FieldMeaning.KIND));
            select.setString(2, name(item, FieldMeaning.AUTHORITY));
            select.setString(3, amount == null ? null : amount.name());
            select.setInt(4, amount != null && amount.type() == FieldType.AMOUNT_WAN ? YUAN_OF_WAN : 1);
            select.setInt(bindFlagged(select, bind(select, bind(select, 4))) + 1, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    groups.add(new Group(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, Integer.class),
                            row.getInt(5)));
                    rows = row.getInt(6);
                }
            }
        }
        return new Rest(rows, groups);
    }

    private static String name(ItemDefinition item, FieldMeaning meaning) {
        return item.field(meaning).map(FieldDefinition::name).orElse(null);
    }

    /** Binds {@link #OF_ROUND}; answers how many are bound. */
    private int bind(PreparedStatement statement, int before) throws SQLException {
        bindFlagged(statement, before);
        statement.setInt(before + 3, lot.round());
        return before + 3;
    }

    /** Binds {@link #AMONG_FLAGGED}; answers how many are bound. */
    private int bindFlagged(PreparedStatement statement, int before) throws SQLException {
        statement.setLong(before + 1, lot.id());
        statement.setObject(before + 2, lot.receivedAt());
        return before + 2;
    }
}

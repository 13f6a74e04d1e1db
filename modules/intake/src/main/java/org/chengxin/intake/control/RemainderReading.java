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

    /**
     * How many rows there are.
     *
     * @param rest of those that are not flagged
     */
    public record Counts(int flagged, int rest) {}

    /** How many rows are before the reviewer. */
    public Counts counts() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT count(*) FILTER (WHERE flagged), count(*) FILTER (WHERE NOT flagged) FROM (SELECT" + FLAGGED
                        + " AS flagged" + OF_ROUND + ") t")) {
            bind(select, 0);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Counts(row.getInt(1), row.getInt(2));
            }
        }
    }

    /** Flagged rows from after a row on, in the order of the file. */
    public List<ReviewRow> flagged(int afterRow, int most) throws SQLException {
        List<ReviewRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT " + ReviewRow.COLUMNS + OF_ROUND
                + " AND t.row_no > ? AND" + FLAGGED
                + " ORDER BY t.row_no LIMIT ?")) {
            bind(select, 0);
            select.setInt(4, afterRow);
            select.setInt(5, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(ReviewRow.of(row));
                }
            }
        }
        return rows;
    }

    /**
     * The rows in which nothing was found, grouped by what they say by the item's meanings: the largest groups first.
     * One statement, whatever the lot's size.
     */
    public List<Group> groups(ItemDefinition item, int most) throws SQLException {
        FieldDefinition amount = item.fields().stream()
                .filter(field -> field.type() == FieldType.AMOUNT_YUAN || field.type() == FieldType.AMOUNT_WAN)
                .findFirst()
                .orElse(null);
        List<Group> groups = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT kind, severity, authority, band, count(*)"
                + " FROM (SELECT t.content ->> ?::text AS kind, t.severity, t.content ->> ?::text AS authority,"
                + " width_bucket((t.content ->> ?::text)::numeric * ?, " + BANDS + ") AS band" + OF_ROUND + " AND NOT"
                + FLAGGED + ") g GROUP BY kind, severity, authority, band"
                + " ORDER BY count(*) DESC, kind, severity, authority, band LIMIT ?")) {
            select.setString(1, name(item, FieldMeaning.KIND));
            select.setString(2, name(item, FieldMeaning.AUTHORITY));
            select.setString(3, amount == null ? null : amount.name());
            select.setInt(4, amount != null && amount.type() == FieldType.AMOUNT_WAN ? YUAN_OF_WAN : 1);
            bind(select, 4);
            select.setInt(8, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    groups.add(new Group(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, Integer.class),
                            row.getInt(5)));
                }
            }
        }
        return groups;
    }

    private static String name(ItemDefinition item, FieldMeaning meaning) {
        return item.field(meaning).map(FieldDefinition::name).orElse(null);
    }

    private void bind(PreparedStatement statement, int before) throws SQLException {
        statement.setLong(before + 1, lot.id());
        statement.setObject(before + 2, lot.receivedAt());
        statement.setInt(before + 3, lot.round());
    }
}
